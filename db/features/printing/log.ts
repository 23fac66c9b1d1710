import type { z } from 'zod';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { printDocument } from '../../contract/printing.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** The last row seen: its time and id. */
const readCursor = (cursor: string): { at: number; id: string } => {
  const match = /^(\d{1,16}) ([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(match[1]), id: match[2] };
};

/** 打印记录, the newest first. */
export const log: QueryHandler<Contract['printing']['log']> = async (db, input) => {
  let selection = db
    .selectFrom('printLog as log')
    .leftJoin('memberCard as card', 'card.id', 'log.cardId')
    .leftJoin('voucher', 'voucher.id', 'log.voucherId')
    .leftJoin('membership as member', 'member.id', 'log.membershipId')
    .leftJoin('complaint', 'complaint.id', 'log.complaintId')
    .leftJoin('vehicle', 'vehicle.id', 'log.vehicleId')
    .leftJoin('agencyJob', 'agencyJob.id', 'log.subjectId')
    .leftJoin('rescue', 'rescue.id', 'log.subjectId')
    .leftJoin('claim', 'claim.id', 'log.subjectId')
    .leftJoin('policy', 'policy.id', 'log.subjectId')
    .leftJoin('customer', (join) =>
      join.on((eb) =>
        eb(
          'customer.id',
          '=',
          eb.fn.coalesce(
            'card.customerId',
            'voucher.customerId',
            'member.customerId',
            'complaint.customerId',
            eb.fn.coalesce('vehicle.customerId', 'agencyJob.customerId', 'rescue.customerId', 'claim.customerId'),
          ),
        ),
      ),
    )
    .leftJoin('printer', 'printer.id', 'log.printerId')
    .select([
      'log.id',
      'log.document',
      'log.cardId',
      'log.at',
      'log.reason',
      'log.pieces',
      'log.byName',
      'card.number',
      'voucher.code',
      'complaint.number as complaintNumber',
      'vehicle.plate',
      (eb) => eb.fn.coalesce('agencyJob.number', 'rescue.number', 'claim.number').as('clubNumber'),
      'policy.policyNo',
      'customer.name as holder',
      'printer.name as printer',
    ]);
  if (input.cardId) selection = selection.where('log.cardId', '=', input.cardId);
  if (input.cursor) {
    const { at, id } = readCursor(input.cursor);
    selection = selection.where((eb) => eb(eb.refTuple('log.at', 'log.id'), '<', eb.tuple(at, id)));
  }
  const rows = await selection
    .orderBy('log.at', 'desc')
    .orderBy('log.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      document: row.document as z.output<typeof printDocument>,
      what:
        row.number ??
        row.code ??
        row.complaintNumber ??
        row.clubNumber ??
        row.policyNo ??
        row.plate ??
        row.holder ??
        '',
      cardId: row.cardId,
      holder: row.holder,
      pieces: row.pieces,
      printer: row.printer,
      reason: row.reason,
      at: row.at,
      byName: row.byName,
    })),
    next: last && rows.length > input.limit ? `${last.at} ${last.id}` : null,
  };
};

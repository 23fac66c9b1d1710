import { sql } from 'kysely';
import { badField, notFound } from '../../contract/errors.ts';
import type { VoucherRow } from '../../contract/rewards.ts';
import type { Day } from '../../domain/day.ts';
import { voucherStateOn } from '../../domain/rewards/voucherState.ts';
import { readVoucherCode } from '../../domain/voucherCode.ts';
import type { ReadDb } from '../../store/handler.ts';

/** With the customer's name, and the number on the main card of the membership that paid for it. */
export const voucherSelection = (db: ReadDb) =>
  db
    .selectFrom('voucher')
    .innerJoin('customer', 'customer.id', 'voucher.customerId')
    .selectAll('voucher')
    .select([
      'customer.name as customerName',
      sql<
        string | null
      >`(SELECT c.number FROM memberCard c WHERE c.membershipId = voucher.membershipId AND c.role = 'main'
        AND c.state IN ('active', 'frozen', 'lost') AND c.deletedAt IS NULL)`.as('cardNumber'),
    ])
    .where('voucher.deletedAt', 'is', null);

export type SelectedVoucher = Awaited<ReturnType<ReturnType<typeof voucherSelection>['execute']>>[number];

export const voucherRowOf = (row: SelectedVoucher, today: Day): VoucherRow => ({
  id: row.id,
  version: row.version,
  code: row.code,
  customerId: row.customerId,
  customerName: row.customerName,
  cardNumber: row.cardNumber,
  rewardId: row.rewardId,
  kind: row.kind as VoucherRow['kind'],
  name: row.name,
  valueFen: row.valueFen,
  points: row.points,
  origin: row.origin as VoucherRow['origin'],
  reason: row.reason,
  partner: row.partner,
  cause: row.cause,
  lastDay: row.lastDay,
  issuedDay: row.issuedDay,
  issuedAt: row.issuedAt,
  issuedBy: row.issuedBy,
  state: voucherStateOn(row, today),
  endedAt: row.endedAt,
  endedBy: row.endedBy,
  endReason: row.endReason,
  visitId: row.visitId,
});

/** @throws CareError NOT_FOUND `voucher-not-found` */
export const voucherOfId = async (db: ReadDb, id: string): Promise<SelectedVoucher> => {
  const row = await voucherSelection(db).where('voucher.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('voucher');
  return row;
};

/**
 * The voucher of a code as scanned or typed.
 *
 * @param path of the field that holds it
 * @throws CareError VALIDATION `scan-not-a-voucher`, `voucher-check-digit`; NOT_FOUND `voucher-not-found`
 */
export const voucherOfCode = async (db: ReadDb, text: string, path: string): Promise<SelectedVoucher> => {
  const read = readVoucherCode(text);
  if (!read.ok) throw badField(path, read.reason);
  const row = await voucherSelection(db).where('voucher.code', '=', read.code).executeTakeFirst();
  if (!row) throw notFound('voucher');
  return row;
};

import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { reverse } from '../points/ledger.ts';
import { voucherOfId } from '../rewards/voucherRows.ts';
import { complaintOf } from './asSeen.ts';
import { type Compensation, compensationOf, valuesOf } from './compensationRows.ts';
import { announce, writeEvent } from './record.ts';

/** A voucher that was used has done its work. @throws CareError CONFLICT `voucher-used` */
const voidItsVoucher = async (db: WriteDb, id: string, reason: string, ctx: CommandContext): Promise<void> => {
  const voucher = await voucherOfId(db, id);
  if (voucher.state === 'used') {
    const values = { code: voucher.code, day: voucher.endedDay ?? '', by: voucher.endedBy ?? '' };
    throw new CareError('CONFLICT', { reason: 'voucher-used', values });
  }
  const ended = { endedDay: ctx.today(), endedAt: ctx.now(), endedBy: ctx.actor.name, endReason: reason };
  await ctx.rows.update('voucher', { id, version: null }, { state: 'void', ...ended }, { owner: voucher.customerId });
  ctx.touch(`customer:${voucher.customerId}`);
};

/** Points that were spent already become a debt. */
const reverseItsEntry = async (db: WriteDb, entryId: string, reason: string, ctx: CommandContext): Promise<void> => {
  const { membershipId } = await db
    .selectFrom('pointsEntry')
    .select('membershipId')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  await reverse(db, ctx, entryId, reason);
  ctx.touch(`membership:${membershipId}`);
};

const undoIt = async (db: WriteDb, row: Compensation, reason: string, ctx: CommandContext): Promise<void> => {
  if (row.entryId !== null) await reverseItsEntry(db, row.entryId, reason, ctx);
  if (row.voucherId !== null) await voidItsVoucher(db, row.voucherId, reason, ctx);
};

/** 收回, also of a complaint that is closed: a mistake is put right whenever it is seen. */
export const takeBackCompensation: CommandHandler<Contract['complaints']['takeBackCompensation']> = async (
  db,
  input,
  ctx,
) => {
  const row = await compensationOf(db, input.id);
  if (row.state !== 'given') throw new CareError('CONFLICT', { reason: 'compensation-not-given', current: row });
  const key = { id: row.id, version: input.version };
  await ctx.rows.update('compensation', key, { state: 'takenBack' }, { owner: null });
  await undoIt(db, row, input.reason, ctx);
  const values = valuesOf(row, 'takenBack');
  await writeEvent(db, ctx, row.complaintId, { kind: 'compensation', text: input.reason, values });
  announce(ctx, await complaintOf(db, row.complaintId));
  return {};
};

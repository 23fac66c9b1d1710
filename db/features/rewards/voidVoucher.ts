import { managers } from '../../contract/entry.ts';
import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { voucherStateOn } from '../../domain/rewards/voucherState.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { reverse } from '../points/ledger.ts';
import { type SelectedVoucher, voucherOfId } from './voucherRows.ts';

/**
 * One that was used is given back with the visit that used it. What was handed over at once, and what nobody used in time, a manager
 * may take back: a gift returned, a donation entered by mistake.
 */
const refuseEnded = (voucher: SelectedVoucher, ctx: CommandContext): void => {
  const state = voucherStateOn(voucher, ctx.today());
  const { code } = voucher;
  if (state === 'void') throw new CareError('CONFLICT', { reason: 'voucher-void', values: { code } });
  if (state === 'used' && voucher.visitId !== null) {
    throw new CareError('CONFLICT', { reason: 'voucher-at-visit', values: { code } });
  }
  if (managers.includes(ctx.actor.role)) return;
  if (state === 'used') {
    const values = { code, day: voucher.endedDay ?? '', by: voucher.endedBy ?? '' };
    throw new CareError('CONFLICT', { reason: 'voucher-used', values });
  }
  if (state === 'expired') {
    throw new CareError('CONFLICT', { reason: 'voucher-expired', values: { code, day: voucher.lastDay } });
  }
};

/** One that makes up for a complaint is taken back there, so that the complaint says so too. */
const refuseCompensation = async (db: ReadDb, voucher: SelectedVoucher): Promise<void> => {
  const given = await db
    .selectFrom('compensation')
    .innerJoin('complaint', 'complaint.id', 'compensation.complaintId')
    .select('complaint.number')
    .where('compensation.voucherId', '=', voucher.id)
    .where('compensation.state', '=', 'given')
    .where('compensation.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!given) return;
  const values = { code: voucher.code, number: given.number };
  throw new CareError('CONFLICT', { reason: 'voucher-of-complaint', values });
};

export const voidVoucher: CommandHandler<Contract['vouchers']['void']> = async (db, input, ctx) => {
  const voucher = await voucherOfId(db, input.id);
  refuseEnded(voucher, ctx);
  await refuseCompensation(db, voucher);
  await ctx.rows.update(
    'voucher',
    { id: input.id, version: input.version },
    {
      state: 'void',
      endedDay: ctx.today(),
      endedAt: ctx.now(),
      endedBy: ctx.actor.name,
      endReason: input.reason,
    },
    { owner: voucher.customerId },
  );
  ctx.about('voucher', input.id);
  ctx.touch(`customer:${voucher.customerId}`);
  if (!voucher.entryId) return { returned: 0, lapsed: 0 };
  const { lapsed } = await reverse(db, ctx, voucher.entryId, input.reason);
  if (voucher.membershipId) ctx.touch(`membership:${voucher.membershipId}`);
  return { returned: voucher.points - lapsed, lapsed };
};

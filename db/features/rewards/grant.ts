import { managers } from '../../contract/entry.ts';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { settingsOn } from '../settings/settings.ts';
import { type GrantedVoucher, giveToMany, giveVoucher } from './grantDeed.ts';
import { requestApproval } from './requestApproval.ts';
import { customersOfSegment } from './segment.ts';

type Vouchers = Contract['vouchers'];

const refuseWorthless = (voucher: GrantedVoucher): void => {
  if (voucher.kind === 'cash' && !voucher.valueFen) throw badField('valueFen', 'value-missing');
};

/** Whether so much, fen, waits for a manager's word: exactly the limit does not. */
const needsApproval = async (db: ReadDb, worthFen: number, ctx: CommandContext): Promise<boolean> => {
  if (managers.includes(ctx.actor.role)) return false;
  const { pointsTerms } = await settingsOn(db, ctx.today());
  return worthFen > pointsTerms.voucherLimitFen;
};

export const grant: CommandHandler<Vouchers['grant']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...granted } = input;
  refuseWorthless(granted);
  await refuseGoneCustomer(db, granted.customerId);
  ctx.touch(`customer:${granted.customerId}`);
  if (await needsApproval(db, granted.valueFen ?? 0, ctx)) {
    const { customerId, reason } = granted;
    const approvalId = await requestApproval(ctx, {
      kind: 'voucher',
      customerId,
      membershipId: null,
      request: granted,
      reason,
    });
    return { voucher: null, approvalId };
  }
  const voucher = await giveVoucher(db, granted, ctx.actor.name, ctx);
  ctx.about('voucher', voucher.id);
  return { voucher, approvalId: null };
};

/** A group of one's own, or one of the store. */
const refuseOthersSegment = async (db: ReadDb, savedFilterId: string, ctx: CommandContext): Promise<void> => {
  const saved = await db
    .selectFrom('savedFilter')
    .select('id')
    .where('id', '=', savedFilterId)
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('staffId', '=', ctx.actor.id), eb('shared', '=', 1)]))
    .executeTakeFirst();
  if (!saved) throw notFound('savedFilter');
};

export const grantMany: CommandHandler<Vouchers['grantMany']> = async (db, input, ctx) => {
  const { requestId: _requestId, savedFilterId, ...voucher } = input;
  refuseWorthless(voucher);
  await refuseOthersSegment(db, savedFilterId, ctx);
  const customerIds = await customersOfSegment(db, savedFilterId, ctx);
  if (await needsApproval(db, (voucher.valueFen ?? 0) * customerIds.length, ctx)) {
    const approvalId = await requestApproval(ctx, {
      kind: 'voucherMany',
      customerId: null,
      membershipId: null,
      request: { savedFilterId, count: customerIds.length, ...voucher },
      reason: voucher.reason,
    });
    return { granted: 0, approvalId };
  }
  ctx.about('grant', await giveToMany(db, customerIds, voucher, ctx.actor.name, ctx));
  return { granted: customerIds.length, approvalId: null };
};

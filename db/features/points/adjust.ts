import { managers } from '../../contract/entry.ts';
import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { requestApproval } from '../rewards/requestApproval.ts';
import { settingsOn } from '../settings/settings.ts';
import { type Adjustment, adjustedMembership, adjustPoints, refuseBelowNothing } from './adjustDeed.ts';
import { balanceOf } from './ledger.ts';
import { usablePoints } from './usablePoints.ts';

/** Cumulative points down, or more than the limit on either track, is a manager's to decide. */
const needsApproval = async (db: ReadDb, adjustment: Adjustment, ctx: CommandContext): Promise<boolean> => {
  if (managers.includes(ctx.actor.role)) return false;
  const { pointsTerms } = await settingsOn(db, ctx.today());
  const most = Math.max(Math.abs(adjustment.cumulative), Math.abs(adjustment.redeemable));
  return adjustment.cumulative < 0 || most > pointsTerms.adjustLimit;
};

/** What could not be done now is refused at once, not laid before a manager. */
const refuseWhatIsNotThere = async (db: ReadDb, membershipId: string, adjustment: Adjustment, today: string) => {
  await refuseBelowNothing(db, membershipId, adjustment.cumulative);
  if (adjustment.redeemable >= 0) return;
  const { debt } = await balanceOf(db, membershipId);
  if (debt > 0) throw new CareError('CONFLICT', { reason: 'points-debt', values: { debt } });
  const available = await usablePoints(db, membershipId, today);
  if (available + adjustment.redeemable < 0) {
    const values = { wanted: -adjustment.redeemable, available };
    throw new CareError('INSUFFICIENT_POINTS', { reason: 'points-short', values });
  }
};

export const adjust: CommandHandler<Contract['points']['adjust']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...adjustment } = input;
  if (adjustment.cumulative === 0 && adjustment.redeemable === 0) throw badField('redeemable', 'adjust-nothing');
  const { id: membershipId, customerId } = await adjustedMembership(db, adjustment.membershipId);
  await refuseWhatIsNotThere(db, membershipId, adjustment, ctx.today());
  ctx.touch(`customer:${customerId}`);
  if (await needsApproval(db, adjustment, ctx)) {
    const { reason } = adjustment;
    const request = { ...adjustment, membershipId };
    const approvalId = await requestApproval(ctx, { kind: 'adjust', customerId, membershipId, request, reason });
    return { entryId: null, approvalId };
  }
  ctx.about('membership', membershipId);
  ctx.touch(`membership:${membershipId}`);
  const entryId = await adjustPoints(db, ctx, adjustment, { source: null });
  return { entryId, approvalId: null };
};

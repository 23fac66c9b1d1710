import { CareError } from '../../contract/errors.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';
import { livingMembership, type Membership } from '../members/livingMembership.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import type { LedgerContext, NewEntry } from './entries.ts';
import { balanceOf, give, take } from './ledger.ts';

/** What an adjustment (积分调整) moves, points either way. */
export interface Adjustment {
  readonly membershipId: string;
  readonly cumulative: number;
  readonly redeemable: number;
  readonly reason: string;
}

/**
 * The membership that is adjusted: the one into which it was merged, where it was.
 *
 * @throws CareError NOT_FOUND `membership-not-found`; CONFLICT `member-cancelled`
 */
export const adjustedMembership = async (db: ReadDb, id: string): Promise<Membership> => {
  const membership = await livingMembership(db, id);
  if (membership.state !== 'active') throw new CareError('CONFLICT', { reason: 'member-cancelled' });
  return membership;
};

/** Nobody's 累计积分 are below nothing. @throws CareError INSUFFICIENT_POINTS */
export const refuseBelowNothing = async (db: ReadDb, membershipId: string, cumulative: number): Promise<void> => {
  if (cumulative >= 0) return;
  const available = (await balanceOf(db, membershipId)).cumulative;
  if (available + cumulative < 0) {
    throw new CareError('INSUFFICIENT_POINTS', {
      reason: 'cumulative-short',
      values: { wanted: -cumulative, available },
    });
  }
};

/**
 * Moves what an adjustment says. What it gives forms a lot as if earned today; what it takes leaves the lots that lapse first and
 * is never a debt.
 *
 * @throws CareError as `points.adjust` says
 */
export const adjustPoints = async (
  db: WriteDb,
  ctx: LedgerContext,
  adjustment: Adjustment,
  because: Pick<NewEntry, 'source' | 'detail'>,
): Promise<string> => {
  const membership = await adjustedMembership(db, adjustment.membershipId);
  await refuseBelowNothing(db, membership.id, adjustment.cumulative);
  const today = ctx.today();
  const gives = adjustment.redeemable > 0;
  const entry: NewEntry = {
    membershipId: membership.id,
    kind: 'adjust',
    cumulative: adjustment.cumulative,
    redeemable: adjustment.redeemable,
    tier: membership.tier,
    day: today,
    ruleDay: gives ? await ruleDayOf(db, 'pointsRules', today) : null,
    reason: adjustment.reason,
    ...because,
  };
  if (adjustment.redeemable < 0) return take(db, ctx, entry);
  const { pointsRules } = await settingsOn(db, today);
  return give(db, ctx, entry, lastDayOf(today, pointsRules.validMonths));
};

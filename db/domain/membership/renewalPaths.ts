import type { PathRow } from '../../contract/members.ts';
import type { MembershipRules } from '../../contract/membershipRules.ts';
import type { Settings } from '../../contract/settings.ts';
import { type InsuranceSum, proofOf } from './insuranceYears.ts';
import { fenOfPoints, spendForPoints } from './pointsWorth.ts';
import { cheapestFirst, type UpgradeSettings } from './upgradePaths.ts';

/** What a member has that can renew (续卡依据). */
export interface RenewalFacts {
  /** what can be deducted today */
  readonly redeemable: number;
  /** insurance bought here since the membership's last year began, and since insurance renewed it last */
  readonly insurance: InsuranceSum;
}

/** Every way to renew (续卡测算), the cheapest for the member first. A fee can always be paid. */
export const renewalPaths = (tier: string, settings: UpgradeSettings, facts: RenewalFacts): PathRow[] => {
  const { renewal, pointsFreeTiers } = settings.membershipRules;
  const tierName = settings.tiers.find(({ code }) => code === tier)?.name ?? tier;
  const rows: PathRow[] = [];
  if (renewal.feeFen !== null) {
    rows.push({
      ...{ path: 'fee', tier, tierName, unit: 'fen', need: renewal.feeFen, have: 0, missing: 0, met: true },
      ...{ spendFen: null, costFen: renewal.feeFen, proof: null },
    });
  }
  if (renewal.points !== null) {
    const missing = Math.max(0, renewal.points - facts.redeemable);
    const spendFen = spendForPoints(missing, settings.pointsRules, tier, pointsFreeTiers);
    const costFen = fenOfPoints(renewal.points, settings.pointsTerms) + (spendFen ?? 0);
    rows.push({
      ...{ path: 'points', tier, tierName, unit: 'points', need: renewal.points, have: facts.redeemable, missing },
      ...{ met: missing === 0, spendFen, costFen, proof: null },
    });
  }
  if (renewal.insuranceFen !== null) {
    const { fen } = facts.insurance;
    const missing = Math.max(0, renewal.insuranceFen - fen);
    rows.push({
      ...{ path: 'insurance', tier, tierName, unit: 'fen', need: renewal.insuranceFen, have: fen, missing },
      ...{ met: missing === 0, spendFen: null, costFen: missing },
      proof: missing === 0 ? proofOf(facts.insurance) : null,
    });
  }
  return rows.toSorted(cheapestFirst);
};

/**
 * What the downgrade policy makes of a member at a renewal (降级): who earned less 累计积分 in the year than the tier asks goes down
 * by one. Null: the tier stays, as it does where the policy is off, asks nothing of this tier, or there is none below.
 *
 * @param earned 累计积分 earned in the last year of the membership
 */
export const downgradeTo = (
  tier: string,
  earned: number,
  policy: MembershipRules['downgrade'],
  tiers: Settings['tiers'],
): { readonly tier: string; readonly asked: number } | null => {
  if (!policy.on) return null;
  const asked = policy.keep.find((each) => each.tier === tier)?.cumulativePoints;
  const below = tiers[tiers.findIndex(({ code }) => code === tier) - 1];
  return asked !== undefined && earned < asked && below ? { tier: below.code, asked } : null;
};

import type { PathRow } from '../../contract/members.ts';
import type { UpgradeRule } from '../../contract/membershipRules.ts';
import type { UpgradePath } from '../../contract/memberTerms.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../day.ts';
import { type InsuranceSum, insuranceRun, proofOf } from './insuranceYears.ts';
import { fenOfPoints, spendForPoints } from './pointsWorth.ts';

/** What a member has that can lead up (升级依据). */
export interface UpgradeFacts {
  /** 累计积分 */
  readonly cumulative: number;
  /** what can be deducted today: lots that hold, less a debt */
  readonly redeemable: number;
  /** the largest ordinary repair since joining that lifted nobody yet */
  readonly repair: { readonly id: string; readonly day: Day; readonly fen: number } | null;
  readonly insurance: ReadonlyMap<number, InsuranceSum>;
  /** last year of the insurance that lifted last */
  readonly insuranceUsed: number | null;
  readonly referrals: number;
  readonly participations: number;
}

/** The settings that decide, as they stand on the day. */
export type UpgradeSettings = Pick<Settings, 'tiers' | 'membershipRules' | 'pointsRules' | 'pointsTerms'>;

/** Ways that are used up by rising: the same repair, insurance or deduction lifts by one step. */
const spent = ['deductPoints', 'repair', 'insurance'] as const;
type SpentPath = (typeof spent)[number];

/**
 * The upgrade rules that a member of this tier is offered, the nearest tier first. Where several tiers ask the same of a repair, of
 * insurance or of a deduction, it leads to the nearest of them only: one ¥5,000 repair makes nobody a 钻石卡 at once.
 */
export const offeredRules = (tier: string, settings: Pick<Settings, 'tiers' | 'membershipRules'>): UpgradeRule[] => {
  const rank = (code: string): number => settings.tiers.findIndex((each) => each.code === code);
  const own = rank(tier);
  const higher = settings.membershipRules.upgrades
    .filter((rule) => rank(rule.tier) > own)
    .toSorted((a, b) => rank(a.tier) - rank(b.tier));
  return higher.map((rule, index) => {
    const before = higher.slice(0, index);
    const repeated = (path: SpentPath): boolean => before.some((lower) => asksAsMuch(path, lower, rule));
    return {
      ...rule,
      deductPoints: repeated('deductPoints') ? null : rule.deductPoints,
      repairFen: repeated('repair') ? null : rule.repairFen,
      insuranceFen: repeated('insurance') ? null : rule.insuranceFen,
    };
  });
};

const asksAsMuch = (path: SpentPath, lower: UpgradeRule, rule: UpgradeRule): boolean => {
  switch (path) {
    case 'deductPoints':
      return lower.deductPoints !== null && rule.deductPoints !== null && lower.deductPoints >= rule.deductPoints;
    case 'repair':
      return lower.repairFen !== null && rule.repairFen !== null && lower.repairFen >= rule.repairFen;
    case 'insurance':
      return (
        lower.insuranceFen !== null &&
        rule.insuranceFen !== null &&
        lower.insuranceFen >= rule.insuranceFen &&
        lower.insuranceYears >= rule.insuranceYears
      );
  }
};

/**
 * Every way up that a member has (升级测算), the nearest tier first, in each the cheapest for the member first. A repair is one
 * visit: what an earlier one fell short of cannot be added to, so that all of it is missing until one reaches it.
 */
export const upgradePaths = (tier: string, settings: UpgradeSettings, facts: UpgradeFacts, today: Day): PathRow[] => {
  const { pointsRules, pointsTerms, membershipRules } = settings;
  const spend = (points: number): number | null =>
    spendForPoints(points, pointsRules, tier, membershipRules.pointsFreeTiers);
  return offeredRules(tier, settings).flatMap((rule) => {
    const tierName = settings.tiers.find(({ code }) => code === rule.tier)?.name ?? rule.tier;
    const row = (
      path: UpgradePath,
      unit: PathRow['unit'],
      need: number,
      have: number,
      rest: Partial<PathRow> = {},
    ): PathRow => {
      const missing = rest.missing ?? Math.max(0, need - have);
      return {
        ...{ path, tier: rule.tier, tierName, unit, need, have, missing, met: missing === 0 },
        ...{ spendFen: null, costFen: 0, proof: null },
        ...rest,
      };
    };
    const rows: PathRow[] = [];
    if (rule.cumulativePoints !== null) {
      const spendFen = spend(Math.max(0, rule.cumulativePoints - facts.cumulative));
      const costFen = spendFen ?? 0;
      rows.push(row('cumulativePoints', 'points', rule.cumulativePoints, facts.cumulative, { spendFen, costFen }));
    }
    if (rule.deductPoints !== null) {
      const spendFen = spend(Math.max(0, rule.deductPoints - facts.redeemable));
      const costFen = fenOfPoints(rule.deductPoints, pointsTerms) + (spendFen ?? 0);
      rows.push(row('deductPoints', 'points', rule.deductPoints, facts.redeemable, { spendFen, costFen }));
    }
    if (rule.repairFen !== null) {
      const { repair } = facts;
      const met = repair !== null && repair.fen >= rule.repairFen;
      const proof = met ? { kind: 'visit' as const, id: repair.id, day: repair.day, amountFen: repair.fen } : null;
      const missing = met ? 0 : rule.repairFen;
      rows.push(row('repair', 'fen', rule.repairFen, repair?.fen ?? 0, { missing, costFen: missing, proof }));
    }
    if (rule.insuranceFen !== null) {
      const { year, missing } = insuranceRun(
        facts.insurance,
        { fen: rule.insuranceFen, years: rule.insuranceYears },
        Number(today.slice(0, 4)),
        facts.insuranceUsed,
      );
      const found = year === null ? undefined : facts.insurance.get(year);
      const proof = found ? proofOf(found) : null;
      const need = rule.insuranceFen * rule.insuranceYears;
      rows.push(row('insurance', 'fen', need, Math.max(0, need - missing), { missing, costFen: missing, proof }));
    }
    if (rule.referrals !== null) rows.push(row('referrals', 'people', rule.referrals, facts.referrals));
    if (rule.participations !== null)
      rows.push(row('participations', 'events', rule.participations, facts.participations));
    return rows.toSorted(cheapestFirst);
  });
};

/** Among equals what is met comes first, then what has a price: what only time and friends can bring comes last. */
export const cheapestFirst = (a: PathRow, b: PathRow): number =>
  priceOf(a) - priceOf(b) || Number(b.met) - Number(a.met);

/** What is missing and cannot be bought comes after all that can. */
const priceOf = (row: PathRow): number => {
  const buyable = row.met || row.unit === 'fen' || row.spendFen !== null;
  return buyable ? row.costFen : Number.MAX_SAFE_INTEGER;
};

/** The highest tier that is reached without giving anything for it. */
export const highestMet = (
  paths: readonly PathRow[],
  settings: Pick<Settings, 'tiers'>,
): { tier: string; tierName: string } | null => {
  const free = paths.filter((row) => row.met && row.path !== 'deductPoints');
  const best = settings.tiers.findLast(({ code }) => free.some((row) => row.tier === code));
  return best ? { tier: best.code, tierName: best.name } : null;
};

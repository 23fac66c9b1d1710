import type { PointsTerms } from '../../contract/membershipRules.ts';
import type { PointsRules } from '../../contract/pointsRules.ts';

/** What points are worth to the member, fen, rounded up: giving them must never look cheaper than it is. */
export const fenOfPoints = (points: number, terms: Pick<PointsTerms, 'valueFen' | 'valuePoints'>): number =>
  divideUp(points, terms.valueFen, terms.valuePoints);

/**
 * What must be spent to earn so many points (再消费): at the best ratio that the tier gets in any category, on an ordinary day,
 * rounded up to the fen, so that one line of that amount does give them.
 *
 * @returns fen; null where this tier earns nothing
 */
export const spendForPoints = (
  points: number,
  rules: Pick<PointsRules, 'ratios'>,
  tier: string,
  pointsFreeTiers: readonly string[],
): number | null => {
  if (points <= 0) return 0;
  if (pointsFreeTiers.includes(tier)) return null;
  const own = new Set(rules.ratios.filter((ratio) => ratio.tier === tier).map((ratio) => ratio.category));
  let best: { readonly points: number; readonly perFen: number } | null = null;
  for (const ratio of rules.ratios) {
    const holds = ratio.tier === tier || (ratio.tier === null && !own.has(ratio.category));
    if (!holds || ratio.points === 0) continue;
    if (!best || BigInt(ratio.points) * BigInt(best.perFen) > BigInt(best.points) * BigInt(ratio.perFen)) best = ratio;
  }
  return best ? divideUp(points, best.perFen, best.points) : null;
};

/** ⌈amount × times ÷ by⌉, exactly. */
const divideUp = (amount: number, times: number, by: number): number => {
  const product = BigInt(amount) * BigInt(times);
  const divisor = BigInt(by);
  return Number((product + divisor - 1n) / divisor);
};

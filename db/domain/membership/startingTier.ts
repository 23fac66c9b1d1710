import type { MembershipRules } from '../../contract/membershipRules.ts';

/**
 * The tier proposed to who joins (起始卡级, S1: 80/20 by past spend or profit): the highest of which the customer's place is within
 * the share. Place 20 of 100 is within the top 20 %, place 21 is not.
 *
 * @param rank place among `of` customers who brought anything, 1 the highest; null for who brought nothing
 * @param tiers codes, lowest first; the lowest is everybody's
 */
export const startingTier = (
  rank: number | null,
  of: number,
  starting: MembershipRules['starting']['tiers'],
  tiers: readonly string[],
): string => {
  const lowest = tiers[0] ?? '';
  if (rank === null) return lowest;
  // tenths of a per cent are as fine as it gets: compared in whole numbers
  const within = starting.filter(({ topPercent }) => rank * 1000 <= Math.round(topPercent * 10) * of);
  return tiers.findLast((tier) => within.some((share) => share.tier === tier)) ?? lowest;
};

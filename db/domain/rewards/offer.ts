import type { Day } from '../day.ts';

/** What decides whether a reward (奖品) can be taken now. */
export interface Offer {
  readonly active: boolean;
  /** offered between these days, both included; null: without an end on that side */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  /** codes; empty: every tier */
  readonly tiers: readonly string[];
  /** 可兑换积分 for one */
  readonly points: number;
  /** null: without end */
  readonly left: number | null;
  readonly mostPerPerson: number | null;
}

/** Who would take it. */
export interface Taker {
  readonly tier: string;
  /** taken already in the period that the offer counts */
  readonly taken: number;
  /** 可兑换积分 that can be spent today */
  readonly usable: number;
}

export type OfferRefusal = 'reward-not-now' | 'reward-tier' | 'reward-stock' | 'reward-limit' | 'points-short';

const offeredOn = (offer: Offer, today: Day): boolean =>
  offer.active && (offer.fromDay ?? today) <= today && today <= (offer.toDay ?? today);

/** The first thing that stands against taking `count` of it, what no points can mend before the points; null where nothing does. */
export const refusalOf = (offer: Offer, taker: Taker, count: number, today: Day): OfferRefusal | null => {
  if (!offeredOn(offer, today)) return 'reward-not-now';
  if (offer.tiers.length > 0 && !offer.tiers.includes(taker.tier)) return 'reward-tier';
  if (offer.left !== null && offer.left < count) return 'reward-stock';
  if (offer.mostPerPerson !== null && offer.mostPerPerson - taker.taken < count) return 'reward-limit';
  return taker.usable < offer.points * count ? 'points-short' : null;
};

/** How many can be taken now, and why none. */
export const takeable = (
  offer: Offer,
  taker: Taker,
  today: Day,
): { readonly canTake: number; readonly refusal: OfferRefusal | null } => {
  const refusal = refusalOf(offer, taker, 1, today);
  if (refusal) return { canTake: 0, refusal };
  const bounds = [Math.floor(taker.usable / offer.points)];
  if (offer.left !== null) bounds.push(offer.left);
  if (offer.mostPerPerson !== null) bounds.push(offer.mostPerPerson - taker.taken);
  return { canTake: Math.min(...bounds), refusal: null };
};

export type LimitPeriod = 'ever' | 'year' | 'month';

/** The first day of the calendar year or month in which a limit counts. */
export const periodStart = (period: LimitPeriod, today: Day): Day => {
  switch (period) {
    case 'ever':
      return '0000-01-01';
    case 'year':
      return `${today.slice(0, 4)}-01-01`;
    case 'month':
      return `${today.slice(0, 7)}-01`;
  }
};

import { z } from 'zod';
import { entryKind } from './entryKind.ts';
import { pointsRules } from './pointsRules.ts';
import { day, id } from './values.ts';

/**
 * 积分对账单 of a membership over a span of days. opening + earned + other − used − lapsed = closing; all of 可兑换积分.
 * `proof` is what its QR holds: ASCII, with a signature that only this store can make, so a changed figure is caught off-line.
 */
export const statement = z.object({
  membershipId: id,
  holder: z.string(),
  cardNumber: z.string(),
  tierName: z.string(),
  storeName: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  madeDay: z.string(),
  opening: z.number().int(),
  earned: z.number().int(),
  used: z.number().int(),
  lapsed: z.number().int(),
  /** adjustments, transfers, merges and reversals, in sum */
  other: z.number().int(),
  closing: z.number().int(),
  cumulative: z.number().int(),
  debt: z.number().int(),
  nextLapse: z.object({ day: z.string(), points: z.number().int() }).nullable(),
  entries: z.array(
    z.object({
      day: z.string(),
      kind: entryKind,
      label: z.string().nullable(),
      redeemable: z.number().int(),
      after: z.number().int(),
    }),
  ),
  proof: z.string(),
});
export type Statement = z.output<typeof statement>;

/** What a statement's QR says of itself, and whether it is this store's word. */
export const statementCheck = z.object({
  /** `genuine`: signed by this store; `changed`: a figure or the signature is not as it was printed; `foreign`: another store's */
  verdict: z.enum(['genuine', 'changed', 'foreign']),
  cardNumber: z.string(),
  holder: z.string().nullable(),
  fromDay: z.string(),
  toDay: z.string(),
  madeDay: z.string(),
  opening: z.number(),
  closing: z.number(),
  /** closing balance by the ledger for that day, as it stands now; null where the card is unknown */
  closingNow: z.number().nullable(),
});

const monthRow = z.object({
  month: z.string(),
  tier: z.string(),
  tierName: z.string(),
  issued: z.number(),
  redeemed: z.number(),
  lapsed: z.number(),
  /** taken back less given back; issued − redeemed − lapsed − reversed + other is what outstanding rose by */
  reversed: z.number(),
  /** adjustments, transfers, merges */
  other: z.number(),
  /** outstanding at the month's end */
  outstanding: z.number(),
});

/** 积分负债报表: what the points outstanding are worth (outstanding × value × (1 − breakage)), in fen, rounded down once. */
export const liability = z.object({
  fromMonth: z.string(),
  toMonth: z.string(),
  rows: z.array(monthRow),
  /** the same over all tiers, by month */
  months: z.array(monthRow.omit({ tier: true, tierName: true }).extend({ liabilityFen: z.number() })),
  byTier: z.array(
    z.object({ tier: z.string(), tierName: z.string(), outstanding: z.number(), liabilityFen: z.number() }),
  ),
  outstanding: z.number(),
  liabilityFen: z.number(),
  terms: z.object({ valueFen: z.number(), valuePoints: z.number(), breakagePercent: z.number() }),
});

/** 规则沙盘: the last months replayed under a proposed rule. */
export const sandboxInput = z.strictObject({
  rules: pointsRules,
  months: z.number().int().min(1).max(36).default(12),
  /** last day replayed; today where left out */
  toDay: day.optional(),
});

export const sandboxResult = z.object({
  fromDay: z.string(),
  toDay: z.string(),
  visits: z.number(),
  members: z.number(),
  /**
   * points by the rules as they stood, and as proposed; worked out alike, so both are comparable: every visit of a member in the
   * span, by the tier of its arrival, also from before the go-live day; the liability is that of the points issued
   */
  now: z.object({ issued: z.number(), liabilityFen: z.number() }),
  proposed: z.object({ issued: z.number(), liabilityFen: z.number() }),
  winners: z.number(),
  losers: z.number(),
  unchanged: z.number(),
  byTier: z.array(
    z.object({ tier: z.string(), tierName: z.string(), members: z.number(), now: z.number(), proposed: z.number() }),
  ),
  byCategory: z.array(z.object({ category: z.string(), now: z.number(), proposed: z.number() })),
  /** ten each, the most first */
  mostWon: z.array(
    z.object({ membershipId: id, name: z.string(), tierName: z.string(), now: z.number(), proposed: z.number() }),
  ),
  mostLost: z.array(
    z.object({ membershipId: id, name: z.string(), tierName: z.string(), now: z.number(), proposed: z.number() }),
  ),
  ms: z.number(),
});

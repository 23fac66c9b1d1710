import { z } from 'zod';
import { everyone, query } from './entry.ts';
import { id, instant, text } from './values.ts';
import { category } from './visits.ts';

/** What an entry of the ledger does (积分流水类型). */
export const entryKind = z.enum([
  'earn',
  'bonus',
  'redeem',
  'expire',
  'reverse',
  'adjust',
  'renew',
  'upgrade',
  'donate',
  'migrate',
  'transferIn',
  'transferOut',
  'mergeIn',
  'mergeOut',
]);

const entryRow = z.object({
  id,
  kind: entryKind,
  /** points */
  cumulative: z.number(),
  /** points */
  redeemable: z.number(),
  /** the store's day to which it belongs */
  day: z.string(),
  at: instant,
  byName: z.string(),
  /** code of the tier by which it was worked out */
  tier: z.string(),
  /** the document that gave or took the points */
  source: z.object({ kind: z.string(), id: z.string(), no: z.string().nullable() }).nullable(),
  /** the day from which the rule holds that gave it; null for the shipped rule, or none */
  ruleDay: z.string().nullable(),
  /** the entry that it takes back */
  reverses: z.string().nullable(),
  reason: z.string().nullable(),
  /** of an award: line, amount in fen, ratio, points, bonus */
  lines: z.array(
    z.object({
      category,
      amountFen: z.number(),
      ratio: z.object({ points: z.number(), perFen: z.number() }),
      points: z.number(),
      bonus: z.number(),
      percent: z.number(),
    }),
  ),
  /** balances after it */
  cumulativeAfter: z.number(),
  redeemableAfter: z.number(),
});

/** 如何算出: every entry of a card's account with what gave it, the lots, and the sums that prove the balance. */
export const explanation = z.object({
  card: z.object({ id, number: z.string(), holder: z.string(), state: z.string() }),
  membership: z.object({ id, tier: z.string(), tierName: z.string(), validThrough: z.string().nullable() }),
  balance: z.object({ cumulative: z.number(), redeemable: z.number(), debt: z.number() }),
  /** oldest first */
  entries: z.array(entryRow),
  /** with something left, those that lapse first first */
  lots: z.array(z.object({ id, lastDay: z.string(), remaining: z.number(), entryId: id })),
  proof: z.object({
    /** sums over the entries */
    entriesCumulative: z.number(),
    entriesRedeemable: z.number(),
    /** what is left in all lots */
    lotsRemaining: z.number(),
    /** entries and lots agree with the balance */
    holds: z.boolean(),
  }),
});
export type Explanation = z.output<typeof explanation>;

/** Points (积分), two tracks in one ledger. */
export const points = {
  /** @throws NOT_FOUND `card-not-found` */
  explain: query(everyone)
    .input(z.strictObject({ card: text(40).min(1) }))
    .output(explanation),
};

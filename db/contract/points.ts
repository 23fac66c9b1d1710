import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { entryKind } from './entryKind.ts';
import { liability, sandboxInput, sandboxResult, statement, statementCheck } from './pointsReports.ts';
import { day, filled, id, instant, text, version } from './values.ts';
import { category } from './visits.ts';

const movedPoints = z.number().int().min(-1_000_000_000).max(1_000_000_000);
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'month-invalid');

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
  /**
   * 积分调整, either way. Above the limit (setting `pointsTerms.adjustLimit`) or with cumulative points down and not by a manager it
   * waits for approval: `approvalId` is set and nothing moved. Points taken that are not there are refused, never a debt.
   * @throws VALIDATION `adjust-nothing`; INSUFFICIENT_POINTS; CONFLICT `points-debt`, `member-cancelled`
   */
  adjust: command(everyone, ['points', 'members', 'customers', 'approvals'])
    .input(commandInput({ membershipId: id, cumulative: movedPoints, redeemable: movedPoints, reason: filled(200) }))
    .output(z.object({ entryId: z.string().nullable(), approvalId: z.string().nullable() })),
  /**
   * 积分转赠 between family members: the lots go over with their last days. @throws VALIDATION of `toId` `transfer-to-self`,
   * `transfer-not-family`; INSUFFICIENT_POINTS; CONFLICT `points-debt`, `member-expired`, `member-cancelled`
   */
  transfer: command(everyone, ['points', 'members', 'customers'])
    .input(
      commandInput({
        fromId: id,
        toId: id,
        points: z.number().int().min(1).max(1_000_000_000),
        reason: filled(200),
      }),
    )
    .output(z.object({ fromRedeemable: z.number().int(), toRedeemable: z.number().int() })),
  /** Memberships to which this one may transfer: relations of the holder with a membership of their own. */
  family: query(everyone)
    .input(z.strictObject({ membershipId: id }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            membershipId: id,
            name: z.string(),
            /** as the holder has it: `spouse`, `child`, `parent`; `sharedCard` where a card of one membership alone makes them a family */
            relation: z.string(),
            cardNumber: z.string().nullable(),
            redeemable: z.number().int(),
          }),
        ),
      }),
    ),
  /** @throws NOT_FOUND `membership-not-found`; VALIDATION of `toDay` `ends-before-start` */
  statement: query(everyone)
    .input(z.strictObject({ membershipId: id, fromDay: day, toDay: day }))
    .output(statement),
  /** A statement's QR as scanned. @throws VALIDATION of `proof` `scan-not-a-statement` */
  checkStatement: query(everyone)
    .input(z.strictObject({ proof: text(400).min(1) }))
    .output(statementCheck),
  /** Months as `YYYY-MM`, both included. */
  liability: query(managers)
    .input(
      z
        .strictObject({ fromMonth: month, toMonth: month })
        .refine((span) => span.fromMonth <= span.toMonth, { path: ['toMonth'], message: 'ends-before-start' }),
    )
    .output(liability),
  /** Reads alone; nothing is published by it. */
  sandbox: query(managers).input(sandboxInput).output(sandboxResult),
  /** 付款确认: a visit's points that waited for its payment are given; `paid` false takes that back. @throws CONFLICT `visit-void` */
  setPaid: command(everyone, ['visits', 'points', 'customers'])
    .input(commandInput({ visitId: id, version, paid: z.boolean() }))
    .output(z.object({ version })),
};

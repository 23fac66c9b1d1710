import { z } from 'zod';
import { customerKind } from './customerTerms.ts';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { day, filled, id, instant, limit, optionalText, version } from './values.ts';

/** 超出目标 · 达成 · 部分达成 · 未达成 */
export const accountRating = z.enum(['exceeded', 'met', 'partly', 'missed']);

const year = z.number().int().min(2000).max(2199);

export const accountPlanRow = z.object({
  id,
  version,
  customerId: id,
  customerName: z.string(),
  kind: customerKind,
  year,
  goals: z.string(),
  measures: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  reviewDay: z.string(),
  /** days from today to the review, negative when past; null once reviewed */
  days: z.number().nullable(),
  review: z
    .object({
      day: z.string(),
      result: z.string(),
      rating: accountRating,
      next: z.string().nullable(),
      by: z.string(),
    })
    .nullable(),
  vehicleCount: z.number(),
  /** received in that year over visits that are not void, fen */
  spendFen: z.number(),
  /** the year before, for comparison */
  spendBeforeFen: z.number(),
  createdAt: instant,
  updatedAt: instant,
});
export type AccountPlanRow = z.output<typeof accountPlanRow>;

const facts = {
  goals: filled(2000),
  measures: optionalText(2000),
  ownerId: id.nullable().default(null),
  reviewDay: day,
};

/** Key accounts (重点客户, S1: 研究重要客户的年度计划): a plan and a review a year, for fleets and top customers. */
export const accounts = {
  /** By review day; `due`: not reviewed and its day within the setting `accountReviewDays` or past. */
  list: query(everyone)
    .input(
      z.strictObject({
        year: year.optional(),
        show: z.enum(['due', 'open', 'reviewed', 'all']).default('all'),
        ownerId: id.optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(accountPlanRow),
        counts: z.object({ open: z.number(), due: z.number(), overdue: z.number(), reviewed: z.number() }),
      }),
    ),
  get: query(everyone).input(z.strictObject({ id })).output(accountPlanRow),
  /** A customer's plans, latest year first. */
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(z.object({ rows: z.array(accountPlanRow) })),
  /** Who might need a plan for the year and has none: companies by vehicles, and those who spent most in 12 months. */
  candidates: query(managers)
    .input(z.strictObject({ year: year.optional(), limit: limit(30, 100) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            customerId: id,
            customerName: z.string(),
            kind: customerKind,
            vehicleCount: z.number(),
            last12MonthsFen: z.number(),
          }),
        ),
      }),
    ),
  /** One plan a year per customer. */
  add: command(managers, ['accounts'])
    .input(commandInput({ customerId: id, year, ...facts }))
    .output(z.object({ id, version })),
  /** Every field as it stands now, and the review where there is one to be said. */
  update: command(managers, ['accounts'])
    .input(
      commandInput({
        id,
        version,
        ...facts,
        /**
         * 年度回顾. Left out, what was said before stands; said again, the later word replaces the earlier one, which stays in
         * the change log.
         */
        review: z
          .strictObject({
            /** today where left out */
            day: day.nullable().default(null),
            result: filled(2000),
            rating: accountRating,
            next: optionalText(2000),
          })
          .nullable()
          .default(null),
      }),
    )
    .output(z.object({ version })),
  remove: command(managers, ['accounts'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
};

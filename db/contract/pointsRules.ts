import { z } from 'zod';
import { day, filled } from './values.ts';
import { category } from './visits.ts';

/** An exact fraction: `points` for every `perFen` received. */
export const earningRatio = z.strictObject({
  category,
  /** null: every tier without a line of its own */
  tier: z.string().nullable(),
  points: z.number().int().min(0).max(10_000),
  perFen: z.number().int().min(1).max(100_000_000),
});
export type EarningRatio = z.output<typeof earningRatio>;

/** `times` a hundred: 200 is double points (双倍积分), 150 one and a half. */
const multiple = z.number().int().min(101).max(1000);

/** Days on which points are multiplied (积分加倍日): a span of days, and within it every day or some weekdays. */
export const bonusDays = z
  .strictObject({
    name: filled(30),
    fromDay: day,
    toDay: day,
    /** 1 Monday to 7 Sunday; empty for every day */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    /** empty for every category */
    categories: z.array(category).max(8),
    percent: multiple,
  })
  .refine((bonus) => bonus.fromDay <= bonus.toDay, 'ends-before-start');
export type BonusDays = z.output<typeof bonusDays>;

/** How points are earned and how long they can be spent (积分规则); kept by the day from which they hold. */
export const pointsRules = z.strictObject({
  ratios: z.array(earningRatio).max(100),
  bonusDays: z.array(bonusDays).max(50),
  /** in the customer's birthday month, percent; null: none */
  birthdayPercent: multiple.nullable(),
  /** what a bonus adds counts towards the tier too (domain: points) */
  bonusIsCumulative: z.boolean(),
  /** earned on a day, usable through the end of the month so many months on */
  validMonths: z.number().int().min(1).max(120),
});
export type PointsRules = z.output<typeof pointsRules>;

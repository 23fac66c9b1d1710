import { z } from 'zod';
import { fen, filled } from './values.ts';
import { category } from './visits.ts';

const wholePoints = z.number().int().min(1).max(1_000_000_000);
const someFen = fen.min(1);

/** One way up to a tier; a criterion that is null is not offered. Any one that is met will do (S1: upgrade). */
export const upgradeRule = z.strictObject({
  /** code of the tier that is reached */
  tier: z.string(),
  /** 累计积分 reach so many; nothing is deducted */
  cumulativePoints: wholePoints.nullable(),
  /** so many 可兑换积分 are deducted */
  deductPoints: wholePoints.nullable(),
  /** one ordinary repair of so much after joining, fen */
  repairFen: someFen.nullable(),
  /** insurance bought here for so much, fen, in each of `insuranceYears` years running */
  insuranceFen: someFen.nullable(),
  insuranceYears: z.number().int().min(1).max(5),
  /** so many customers came by this member's word (转介绍); S2: criteria that are no money */
  referrals: z.number().int().min(1).max(1000).nullable(),
  /** so many events taken part in */
  participations: z.number().int().min(1).max(1000).nullable(),
});
export type UpgradeRule = z.output<typeof upgradeRule>;

/** How one becomes, stays and rises as a member (会籍规则); kept by the day from which they hold. */
export const membershipRules = z.strictObject({
  /** 入会费 of joining by fee, fen */
  joinFeeFen: fen,
  /** a membership and each renewal hold so many months */
  validMonths: z.number().int().min(1).max(60),
  /** 起始卡级: the first that fits, highest first, is proposed; `topPercent` of the customers by what they spent or brought */
  starting: z.strictObject({
    by: z.enum(['spend', 'profit']),
    tiers: z.array(z.strictObject({ tier: z.string(), topPercent: z.number().min(0.1).max(100) })).max(10),
  }),
  renewal: z.strictObject({
    /** from so many days before the last day */
    fromDays: z.number().int().min(0).max(366),
    /** until so many days after it; the new year then still follows the old one */
    lateDays: z.number().int().min(0).max(366),
    feeFen: someFen.nullable(),
    points: wholePoints.nullable(),
    /** an insurance bought here since the membership's last year began */
    insuranceFen: someFen.nullable(),
  }),
  upgrades: z.array(upgradeRule).max(10),
  /** 降级 at renewal: who earned less cumulative points in the year than the tier asks goes down one; off as shipped */
  downgrade: z.strictObject({
    on: z.boolean(),
    keep: z.array(z.strictObject({ tier: z.string(), cumulativePoints: wholePoints })).max(10),
  }),
  /** codes of tiers whose members earn no points (非积分会员) */
  pointsFreeTiers: z.array(z.string()).max(10),
});
export type MembershipRules = z.output<typeof membershipRules>;

/** What points are worth, and from where on a manager decides (积分条款). */
export const pointsTerms = z.strictObject({
  /** what `valuePoints` points are worth, fen: an exact fraction */
  valueFen: z.number().int().min(0).max(1_000_000),
  valuePoints: z.number().int().min(1).max(1_000_000),
  /** share of the outstanding points that will never be used, percent */
  breakagePercent: z.number().int().min(0).max(100),
  /** an adjustment of more points needs a manager */
  adjustLimit: z.number().int().min(0).max(1_000_000_000),
  /** a voucher given without points and worth more, fen, needs a manager; so does a grant to many whose sum is above */
  voucherLimitFen: fen,
  /** a visit's points wait until it is paid (付款后入账) */
  whenPaid: z.boolean(),
});
export type PointsTerms = z.output<typeof pointsTerms>;

/** 服务包 and 会员折扣: what a tier gets beside points. */
export const tierBenefits = z.strictObject({
  services: z
    .array(
      z.strictObject({
        code: filled(20),
        tier: z.string(),
        name: filled(30),
        /** in each year of the membership; null: without a limit, nothing is counted */
        timesPerYear: z.number().int().min(1).max(1000).nullable(),
      }),
    )
    .max(60),
  /** taken off the list price of a visit's lines */
  discounts: z
    .array(z.strictObject({ tier: z.string(), category, percentOff: z.number().int().min(1).max(100) }))
    .max(80),
});
export type TierBenefits = z.output<typeof tierBenefits>;

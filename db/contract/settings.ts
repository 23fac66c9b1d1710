import { z } from 'zod';
import { clockTime } from './boardTerms.ts';
import {
  complaintCategories,
  complaintCauses,
  complaintDepartments,
  complaintTerms,
  holidayYears,
} from './complaintRules.ts';
import { deliveryChecklist } from './deliveries.ts';
import { adminOnly, command, commandInput, everyone, managers, query } from './entry.ts';
import { membershipRules, pointsTerms, tierBenefits } from './membershipRules.ts';
import { pointsRules } from './pointsRules.ts';
import { servicePlanRules } from './servicePlanRules.ts';
import { surveyTerms } from './surveyTerms.ts';
import { day, filled, instant, text, version } from './values.ts';

/** A card class (卡级): `code` is kept in rows, `name` is the store's own word for it. */
export const tier = z.strictObject({ code: filled(20), name: filled(20) });

/**
 * What the store decides. Each has a shipped default (domain.md: every number is one); those that decide money, tiers or
 * due dates are kept by the day from which they hold.
 */
export const settingSchemas = {
  /** lowest first */
  tiers: z.array(tier).min(1).max(10),
  /** months after delivery between which the first service falls, and after the last visit the next (4S requirements draft) */
  serviceBand: z.strictObject({
    firstFromMonths: z.number().int().min(1).max(60),
    firstToMonths: z.number().int().min(1).max(60),
    nextFromMonths: z.number().int().min(1).max(60),
    nextToMonths: z.number().int().min(1).max(60),
  }),
  /** days ahead at which insurance shows as due, farthest first */
  insuranceReminderDays: z.array(z.number().int().min(1).max(366)).min(1).max(6),
  /** days ahead at which an inspection shows as due */
  inspectionReminderDays: z.number().int().min(1).max(366),
  /** days ahead at which birthdays show on the strip */
  birthdayReminderDays: z.number().int().min(0).max(60),
  /** idle minutes after which the desk asks for the password again; sessions end after `sessionHours` */
  sessionHours: z.number().int().min(1).max(168),
  /** 营业时间, Monday to Sunday; null is a day on which it is closed */
  openingHours: z
    .array(
      z
        .strictObject({ opens: clockTime, closes: clockTime })
        .refine((hours) => hours.opens < hours.closes, 'closes-before-opening')
        .nullable(),
    )
    .length(7),
  /** how long a booking takes where nobody says, minutes */
  bookingMinutes: z.number().int().min(5).max(720),
  /** minutes of bookings that an adviser can take on a day */
  adviserMinutesPerDay: z.number().int().min(30).max(1440),
  /** waits over 2 h are a known pain (domain.md §2 row 30) */
  longWaitMinutes: z.number().int().min(10).max(1440),
  /** a car older than so many years makes its owner a candidate for 置换 (S2) */
  tradeInYears: z.number().int().min(1).max(30),
  /** days ahead at which the yearly review of a key account shows as due */
  accountReviewDays: z.number().int().min(1).max(366),
  /** 积分规则; an award keeps the day from which its rule holds */
  pointsRules,
  /** 会籍规则 */
  membershipRules,
  /** 积分条款 */
  pointsTerms,
  /** 会员权益 */
  tierBenefits,
  /** 投诉规则 */
  complaintTerms,
  complaintCategories,
  complaintDepartments,
  complaintCauses,
  /** 节假日与调休 */
  holidayYears,
  /** 咨询答复时限: working hours within which a question is answered where nobody says another term */
  enquiryTerms: z.strictObject({ answerHours: z.number().int().min(1).max(240) }),
  /** 联系规则: how often and when customers may be called */
  contactRules: z
    .strictObject({
      /** 每月联系上限: contacts a customer at most has in 30 days; what is owed (`duty`) is not held back by it, and counts */
      perMonth: z.number().int().min(1).max(30),
      /** calls that nobody answered after which a task is given up */
      mostTries: z.number().int().min(1).max(10),
      /** hours after which a call that nobody answered is tried again, the next day's other half at the latest */
      retryHours: z.number().int().min(1).max(72),
      /** nobody is called before or after (local time) */
      callsFrom: clockTime,
      callsTo: clockTime,
    })
    .refine(({ callsFrom, callsTo }) => callsFrom < callsTo, 'closes-before-opening'),
  /** 满意度目标与预警 */
  surveyTerms,
  /** 交车检查项目 */
  deliveryChecklist,
  /** 养护项目, by which a 贴身服务计划 is worked out */
  servicePlan: servicePlanRules,
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type Settings = { [K in SettingKey]: z.output<(typeof settingSchemas)[K]> };
export const settingsValue = z.object(settingSchemas);

/** What managers decide too, not administrators alone (domain.md §1: tiers, ratios, rewards and rules); kept by the day and shown by version. */
export const ruleKeys = ['pointsRules', 'membershipRules', 'pointsTerms', 'tierBenefits'] as const;
export type RuleKey = (typeof ruleKeys)[number];
/** How complaints, enquiries and calls are dealt with, on which days the office works, and what cars need: managers decide these as well. */
export const complaintKeys = [
  'complaintTerms',
  'complaintCategories',
  'complaintDepartments',
  'complaintCauses',
  'holidayYears',
  'enquiryTerms',
  'contactRules',
  'servicePlan',
  'surveyTerms',
  'deliveryChecklist',
] as const;
export type ComplaintKey = (typeof complaintKeys)[number];
/** What is shown by version, and taken back before it holds. */
export const versionedKeys = [...ruleKeys, ...complaintKeys] as const;
export type VersionedKey = (typeof versionedKeys)[number];

/** A version of a setting: what holds from a day until the next version. */
export const settingVersion = z.object({
  /** null: as shipped, from the beginning */
  fromDay: z.string().nullable(),
  state: z.enum(['planned', 'holds', 'past']),
  changedAt: instant.nullable(),
  /** null for the shipped one, and for what no person of the staff changed */
  changedBy: z.string().nullable(),
  /** this setting alone */
  values: settingsValue.partial(),
});
export type SettingVersion = z.output<typeof settingVersion>;

/** The store's own facts and rules (设置). */
export const settings = {
  /** `day`: the values that hold then; today where left out. */
  get: query(everyone)
    .input(z.strictObject({ day: day.optional() }))
    .output(
      z.object({
        store: z.object({
          name: z.string(),
          city: z.string(),
          timeZone: z.string(),
          /** 启用日: nothing dated before it earns points or makes tasks; null until the first import */
          goLiveDay: z.string().nullable(),
          demo: z.boolean(),
          version,
        }),
        values: settingsValue,
      }),
    ),
  updateStore: command(adminOnly, ['settings'])
    .input(commandInput({ version, name: filled(60), city: text(40), goLiveDay: day.nullable() }))
    .output(z.object({ version })),
  /**
   * Settings, each from a day on (today where left out). Managers change `tiers`, `ruleKeys` and `complaintKeys`, administrators all.
   * @throws VALIDATION of `fromDay` `day-past`; of a rule's part `tier-unknown`, `tier-twice`, `tier-lowest`, `ratio-twice`,
   * `threshold-order`, `percent-order`, `path-missing`, `keep-missing`, `service-twice`, `service-name-differs`, `discount-twice`;
   * of what is said of complaints `warn-order`, `severity-twice`, `working-longer`, `acknowledge-longer`, `person-gone`, `code-twice`,
   * `name-twice`, `year-twice`, `day-twice`, `day-of-another-year`; of 养护项目 `name-twice`, `interval-missing`; of 交车检查项目 `code-twice`, `name-twice`; CONFLICT `tier-in-use`, `tier-in-rules`, and `category-in-use`,
   * `department-in-use`, `cause-in-use` (values name, count): what complaints name may be called by another name, and stays
   */
  update: command(managers, ['settings'])
    .input(commandInput({ values: settingsValue.partial().strict(), fromDay: day.optional() }))
    .output(z.object({})),
  /** Every version of a setting, the latest day first, the shipped one last. */
  versions: query(everyone)
    .input(z.strictObject({ key: z.enum(Object.keys(settingSchemas) as [SettingKey, ...SettingKey[]]) }))
    .output(z.object({ rows: z.array(settingVersion) })),
  /**
   * A planned version is taken back before it holds (取消计划); `changedAt` is that of the version which was looked at.
   * @throws NOT_FOUND `version-not-found`; CONFLICT `version-holds`, `changed-meanwhile`, `version-names-old-tier`
   */
  takeBack: command(managers, ['settings'])
    .input(commandInput({ key: z.enum(versionedKeys), fromDay: day, changedAt: instant }))
    .output(z.object({})),
};

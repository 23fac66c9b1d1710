import { z } from 'zod';
import { customerKind } from './customerTerms.ts';
import { day, filled, id, instant } from './values.ts';
import { category } from './visits.ts';

/** How one gets in touch: 电话 · 信函 · 短信或微信. */
export const contactChannel = z.enum(['call', 'letter', 'message']);
export type ContactChannel = z.output<typeof contactChannel>;

/**
 * Why one gets in touch, for consent decides by it (consumer law art. 29, PIPL). `duty` 应办 (a promise, an ask-back) is owed and asks for no consent;
 * `care` 关怀提醒 (a service that is due) stops where reminders were refused; `marketing` 营销 needs consent.
 */
export const contactPurpose = z.enum(['duty', 'care', 'marketing']);
export type ContactPurpose = z.output<typeof contactPurpose>;

/** Days ahead of an occasion, each a task of its own; of several that were missed the nearest counts. */
const leadDays = z.array(z.number().int().min(0).max(180)).min(1).max(6);

/** What sets a task off (触发条件). */
export const taskTrigger = z.discriminatedUnion('kind', [
  /** 交车: so many days after delivery; with 0 the term runs from the delivery's time, or 18:00 where only the day is known */
  z.strictObject({ kind: z.literal('delivered'), afterDays: z.number().int().min(0).max(365) }),
  /** 到店后: so many days after a visit with one of these lines (none named: any workshop line); `first`: 首保, the first one after delivery */
  z.strictObject({
    kind: z.literal('visited'),
    afterDays: z.number().int().min(0).max(90),
    categories: z.array(category).max(11),
    first: z.boolean(),
  }),
  /** 保养到期: by the store's bands, or by the mileage forecast from the log where that is earlier; null: by date alone */
  z.strictObject({
    kind: z.literal('serviceDue'),
    leadDays: z.number().int().min(0).max(90),
    everyKm: z.number().int().min(1000).max(100_000).nullable(),
  }),
  z.strictObject({ kind: z.literal('insuranceEnd'), leadDays }),
  z.strictObject({ kind: z.literal('inspectionDue'), leadDays }),
  z.strictObject({ kind: z.literal('licenceEnd'), leadDays }),
  z.strictObject({ kind: z.literal('cardEnd'), leadDays }),
  /** 生日, solar or lunar; `family`: of those of the family who have no file of their own */
  z.strictObject({ kind: z.literal('birthday'), family: z.boolean(), leadDays: z.number().int().min(0).max(30) }),
  /** 节日: a day of the solar or the lunar calendar */
  z.strictObject({
    kind: z.literal('festival'),
    calendar: z.enum(['solar', 'lunar']),
    month: z.number().int().min(1).max(12),
    date: z.number().int().min(1).max(31),
    leadDays: z.number().int().min(0).max(30),
  }),
  /** 积分将到期: at least so many points lapse at a month's end */
  z.strictObject({ kind: z.literal('pointsLapse'), leadDays, leastPoints: z.number().int().min(1).max(1_000_000) }),
  /** 久未到店: so many months after the last visit, or delivery; `afterFirst`: only who came for the first service and never again (S2) */
  z.strictObject({
    kind: z.literal('noVisit'),
    months: z.array(z.number().int().min(1).max(60)).min(1).max(6),
    afterFirst: z.boolean(),
  }),
  /** 置换: the car is older than the store's `tradeInYears`, and its owner looked at new ones (S2) */
  z.strictObject({ kind: z.literal('tradeIn') }),
  /** 承诺到期 */
  z.strictObject({ kind: z.literal('promise'), leadDays: z.number().int().min(0).max(30) }),
  /** 投诉回访: a solution was carried out and nobody has asked yet */
  z.strictObject({ kind: z.literal('askBack') }),
  /** 不满意跟进: a bad answer to a questionnaire, and nobody has spoken with the customer about it */
  z.strictObject({ kind: z.literal('detractor') }),
  /** 深访抽样: at the beginning of each span of so many months, `count` customers by lot among those who came within the last `seenMonths` */
  z.strictObject({
    kind: z.literal('sample'),
    everyMonths: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
    count: z.number().int().min(1).max(200),
    seenMonths: z.number().int().min(1).max(60),
  }),
]);
export type TaskTrigger = z.output<typeof taskTrigger>;
export type TaskTriggerKind = TaskTrigger['kind'];

/** For whom a rule is (对象); what is empty or null narrows nothing. */
export const taskAudience = z.strictObject({
  kind: customerKind.nullable(),
  members: z.enum(['any', 'members', 'others']),
  tiers: z.array(filled(20)).max(10),
  series: z.array(filled(40)).max(30),
  tags: z.array(filled(20)).max(30),
});
export type TaskAudience = z.output<typeof taskAudience>;

/** Who does it: 客服专员 · 经理 · 前台 · 该客户的专属顾问 (nobody: 客服专员). */
export const taskOwner = z.enum(['service', 'manager', 'reception', 'adviser']);

/** What is filled in while one speaks (通话表单). */
export const taskForm = z.enum(['none', 'firstCall', 'survey']);

/** A rule as it is written (回访规则). */
export const taskRuleFields = z.strictObject({
  name: filled(30),
  trigger: taskTrigger,
  audience: taskAudience,
  channel: contactChannel,
  purpose: contactPurpose,
  owner: taskOwner,
  /** hours from the beginning within which it should be done */
  termHours: z.number().int().min(1).max(720),
  /** days after which it lapses by itself: no rule goes on for ever */
  keepDays: z.number().int().min(1).max(90),
  /** a customer gets no second task of this rule within so many days; 0: one for every occasion */
  everyDays: z.number().int().min(0).max(730),
  /** more than so many a day wait for the next, in order of their terms */
  mostPerDay: z.number().int().min(1).max(2000),
  /** what to say (话术), or the text of the letter or message, with fields such as {称呼} */
  script: z.string().trim().min(1).max(2000),
  /** `firstCall`: the six purposes of the first call (S1) are ticked off one by one; `survey`: a questionnaire is gone through */
  form: taskForm,
  /** of `survey`, and only of it */
  questionnaireId: id.nullable(),
  active: z.boolean(),
});
export type TaskRuleFields = z.output<typeof taskRuleFields>;

/**
 * What came of a contact: 接通 · 未接 · 占线 · 关机或停机 · 改约 · 拒绝（本次） · 不再联系 · 空号 · 非本人 · 已在他处办理 · 车已售出 · 已预约到店, and
 * for letters and messages 已发出.
 */
export const contactOutcome = z.enum([
  'connected',
  'noAnswer',
  'busy',
  'off',
  'callBack',
  'refused',
  'never',
  'emptyNumber',
  'wrongPerson',
  'elsewhere',
  'sold',
  'booked',
  'sent',
]);
export type ContactOutcome = z.output<typeof contactOutcome>;

/** 待办 · 已完成 · 已自行了结 (what it asked for happened) · 已过期 · 已放弃 */
export const taskState = z.enum(['open', 'done', 'ended', 'lapsed', 'dropped']);
export type TaskState = z.output<typeof taskState>;

/** Why a customer is not on the day's list although something is due. */
export const leftOutReason = z.enum([
  /** 未同意: marketing without consent */
  'noConsent',
  /** 已拒绝: refused or withdrew */
  'refused',
  /** 本月联系次数已满 */
  'budget',
  /** 无可用电话 or, for letters, no address */
  'unreachable',
  /** 不在方便的时间: not at all on this day */
  'hours',
  /** 已约下次: tried, and the next try is later */
  'later',
  /** 投诉处理中: nothing is advertised to who has an open complaint */
  'complaint',
]);
export type LeftOutReason = z.output<typeof leftOutReason>;

/** The first call after delivery (S1): 致谢 · 车辆使用有无不明 · 介绍门店与人员 · 对员工工作的评价与建议 · 有无不满 · 协助上牌 */
export const firstCallPurpose = z.enum(['thanks', 'car', 'store', 'staff', 'dissatisfaction', 'plates']);
export type FirstCallPurpose = z.output<typeof firstCallPurpose>;

/** One thing that is due, as it stands on a list. */
export const taskReason = z.object({
  taskId: id,
  version: z.number().int(),
  ruleId: id,
  ruleName: z.string(),
  kind: z.string(),
  channel: contactChannel,
  purpose: contactPurpose,
  /** the day it is about: the end of the insurance, the birthday */
  occasionDay: day,
  /** it should be done by then */
  dueAt: instant,
  lastDay: day,
  tries: z.number().int(),
  vehicleId: z.string().nullable(),
  /** plate or series, or the name of who has a birthday */
  label: z.string(),
});
export type TaskReason = z.output<typeof taskReason>;

/** What a rule found: the same occasion has the same `key` however often it is found. */
export const foundTask = z.strictObject({
  key: filled(120),
  customerId: id,
  vehicleId: id.nullable(),
  membershipId: id.nullable(),
  /** the promise, complaint or relation that it is about */
  subjectId: id.nullable(),
  occasionDay: day,
  dueAt: instant,
  lastDay: day,
  /** null: everyone of the rule's role */
  ownerId: id.nullable(),
});
export type FoundTask = z.output<typeof foundTask>;

/**
 * Why a task ended by itself: 已过期 · 已到店 · 已预约到店 · 已续保 · 已年检 · 已换证 · 已续会 · 已兑换 · 车辆已售出或报废 · 承诺已了结 · 已回访 · 已购车 ·
 * 不满意已跟进 · 已评价 (rated at the counter or on paper) · 日期或事由已变更 (a visit made void, a promise moved, a birthday corrected) · 客户档案已删除.
 */
export const taskEndReason = z.enum([
  'lapsed',
  'visited',
  'booked',
  'insured',
  'inspected',
  'licenceRenewed',
  'cardRenewed',
  'pointsUsed',
  'vehicleGone',
  'promiseEnded',
  'askedBack',
  'bought',
  'followedUp',
  'answered',
  'changed',
  'customerGone',
]);
export type TaskEndReason = z.output<typeof taskEndReason>;

export const overTask = z.strictObject({ id, reason: taskEndReason });
export type OverTask = z.output<typeof overTask>;

/**
 * Why a task was closed by who did it: 多次未接通 · 拒绝 · 不再联系 · 空号 · 非本人 · 已在他处办理 · 车已售出 · 已预约到店 · 手工放弃. None: it was done.
 */
export const taskClosedReason = z.enum([
  'unreached',
  'refused',
  'never',
  'emptyNumber',
  'wrongPerson',
  'elsewhere',
  'sold',
  'booked',
  'byHand',
]);
export type TaskClosedReason = z.output<typeof taskClosedReason>;

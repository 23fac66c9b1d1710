import type { TFunction } from 'i18next';
import { km, number } from '../../lib/formats.ts';
import type { TaskRuleFields, TaskTrigger } from './shapes.ts';

const listed = (words: readonly string[], t: TFunction): string => words.join(t('customer.listSeparator'));

/** 保险到期前 90、60 天和当天 */
const leadWords = (event: string, leadDays: readonly number[], t: TFunction): string => {
  const ahead = leadDays.filter((days) => days > 0).toSorted((a, b) => b - a);
  const days = listed(ahead.map(String), t);
  if (ahead.length === 0) return t('taskRules.when.on', { event });
  return t(ahead.length < leadDays.length ? 'taskRules.when.beforeAndOn' : 'taskRules.when.before', { event, days });
};

const visitWords = ({ categories, first }: Extract<TaskTrigger, { kind: 'visited' }>, t: TFunction): string => {
  if (first) return t('taskRules.when.firstService');
  if (categories.length === 0) return t('taskRules.when.workshop');
  const names = categories.map((category) => t(`visit.category.${category}`));
  return t('taskRules.when.visitFor', { categories: listed(names, t) });
};

/** 每月 · 每季 · 每半年 · 每年, as the texts name them. */
export const spanOf = (everyMonths: 1 | 3 | 6 | 12): 'month' | 'quarter' | 'half' | 'year' => {
  switch (everyMonths) {
    case 1:
      return 'month';
    case 3:
      return 'quarter';
    case 6:
      return 'half';
    case 12:
      return 'year';
  }
};

/** What sets a rule off, in plain words: “保险到期前 90、60、30、7 天”. */
export const whenWords = (trigger: TaskTrigger, t: TFunction): string => {
  switch (trigger.kind) {
    case 'delivered':
      return trigger.afterDays === 0
        ? t('taskRules.when.deliveredAtOnce')
        : t('taskRules.when.delivered', { days: trigger.afterDays });
    case 'visited': {
      const what = visitWords(trigger, t);
      return trigger.afterDays === 0
        ? t('taskRules.when.visitedAtOnce', { what })
        : t('taskRules.when.visited', { what, days: trigger.afterDays });
    }
    case 'serviceDue': {
      const by =
        trigger.everyKm === null ? t('taskRules.when.byDate') : t('taskRules.when.byKm', { km: km(trigger.everyKm) });
      return leadWords(t('taskRules.event.serviceDue'), [trigger.leadDays], t) + by;
    }
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      return leadWords(t(`taskRules.event.${trigger.kind}`), trigger.leadDays, t);
    case 'pointsLapse':
      return (
        leadWords(t('taskRules.event.pointsLapse'), trigger.leadDays, t) +
        t('taskRules.when.atLeast', { points: number(trigger.leastPoints) })
      );
    case 'birthday':
      return leadWords(
        t(trigger.family ? 'taskRules.event.familyBirthday' : 'taskRules.event.birthday'),
        [trigger.leadDays],
        t,
      );
    case 'festival': {
      const { calendar, month, date, leadDays } = trigger;
      return leadWords(t(`taskRules.event.${calendar}`, { month, date }), [leadDays], t);
    }
    case 'noVisit': {
      const months = listed(trigger.months.map(String), t);
      return t(trigger.afterFirst ? 'taskRules.when.noVisitAfterFirst' : 'taskRules.when.noVisit', { months });
    }
    case 'promise':
      return leadWords(t('taskRules.event.promise'), [trigger.leadDays], t);
    case 'tradeIn':
      return t('taskRules.when.tradeIn');
    case 'askBack':
      return t('taskRules.when.askBack');
    case 'detractor':
      return t('taskRules.when.detractor');
    case 'sample':
      return t('taskRules.when.sample', {
        span: t(`taskRules.span.${spanOf(trigger.everyMonths)}`),
        count: trigger.count,
        months: trigger.seenMonths,
      });
  }
};

/** For whom a rule is: 个人客户、会员、标签 VIP. */
export const whoWords = (
  audience: TaskRuleFields['audience'],
  tiers: readonly { readonly code: string; readonly name: string }[],
  t: TFunction,
): string => {
  const { kind, members, series, tags } = audience;
  const tierNames = audience.tiers.map((code) => tiers.find((tier) => tier.code === code)?.name ?? code);
  const words = [
    ...(kind ? [t(`taskRules.who.${kind}`)] : []),
    ...(members === 'any' || tierNames.length > 0 ? [] : [t(`taskRules.who.${members}`)]),
    ...(tierNames.length > 0 ? [listed(tierNames, t)] : []),
    ...(series.length > 0 ? [t('taskRules.who.series', { names: listed(series, t) })] : []),
    ...(tags.length > 0 ? [t('taskRules.who.tags', { names: listed(tags, t) })] : []),
  ];
  return words.length === 0 ? t('taskRules.who.all') : words.join(t('taskRules.who.and'));
};

/** 电话 · 关怀提醒 · 客服专员 */
export const howWords = (rule: Pick<TaskRuleFields, 'channel' | 'purpose' | 'owner'>, t: TFunction): string =>
  t('taskRules.said.how', {
    channel: t(`taskRules.channel.${rule.channel}`),
    purpose: t(`taskRules.purpose.${rule.purpose}`),
    owner: t(`taskRules.owner.${rule.owner}`),
  });

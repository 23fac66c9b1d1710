import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TaskRuleFields, type TaskTrigger, taskRuleFields } from '../../db/contract/taskTerms.ts';
import { categories } from '../../db/domain/category.ts';
import { hitsEverybody } from '../../db/domain/tasks/hitsEverybody.ts';
import { fillScript, scriptFields, scriptParts, tokenOf, unknownFields } from '../../db/domain/tasks/scriptFields.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { contactRulesForm, readContactRules } from '../../renderer/features/settings/contactRulesForm.ts';
import { ruleSentences } from '../../renderer/features/settings/ruleSentences.ts';
import {
  newRule,
  type RuleDraft,
  readRule,
  ruleDraftOf,
  usualOf,
} from '../../renderer/features/taskRules/ruleDraft.ts';
import { howWords, whenWords, whoWords } from '../../renderer/features/taskRules/ruleWords.ts';
import { triggerKinds } from '../../renderer/features/taskRules/shapes.ts';
import { textsIn } from '../e2e/texts.ts';

const t = textsIn('zh-CN');
const { tiers } = defaultSettings;
const begun: RuleDraft = { ...newRule, name: '续保', script: '{称呼}您好' };

const whole = (min: number, max: number) => fc.integer({ min, max });
const leads = fc
  .uniqueArray(whole(0, 180), { minLength: 1, maxLength: 6 })
  .map((days) => days.toSorted((a, b) => b - a));
const months = fc
  .uniqueArray(whole(1, 60), { minLength: 1, maxLength: 6 })
  .map((found) => found.toSorted((a, b) => a - b));

const triggerOf = (kind: TaskTrigger['kind']): fc.Arbitrary<TaskTrigger> => {
  switch (kind) {
    case 'delivered':
      return fc.record({ kind: fc.constant(kind), afterDays: whole(0, 365) });
    case 'visited':
      return fc.record({
        kind: fc.constant(kind),
        afterDays: whole(0, 90),
        categories: fc.subarray([...categories]),
        first: fc.boolean(),
      });
    case 'serviceDue':
      return fc.record({
        kind: fc.constant(kind),
        leadDays: whole(0, 90),
        everyKm: fc.oneof(fc.constant(null), whole(1000, 100_000)),
      });
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      return fc.record({ kind: fc.constant(kind), leadDays: leads });
    case 'pointsLapse':
      return fc.record({ kind: fc.constant(kind), leadDays: leads, leastPoints: whole(1, 1_000_000) });
    case 'birthday':
      return fc.record({ kind: fc.constant(kind), family: fc.boolean(), leadDays: whole(0, 30) });
    case 'festival':
      return fc.record({
        kind: fc.constant(kind),
        calendar: fc.constantFrom('solar', 'lunar'),
        month: whole(1, 12),
        date: whole(1, 29),
        leadDays: whole(0, 30),
      });
    case 'noVisit':
      return fc.record({ kind: fc.constant(kind), months, afterFirst: fc.boolean() });
    case 'promise':
      return fc.record({ kind: fc.constant(kind), leadDays: whole(0, 30) });
    case 'sample':
      return fc.record({
        kind: fc.constant(kind),
        everyMonths: fc.constantFrom(1, 3, 6, 12),
        count: whole(1, 200),
        seenMonths: whole(1, 60),
      });
    case 'tradeIn':
    case 'askBack':
    case 'detractor':
      return fc.constant({ kind });
  }
};

const words = (most: number) => fc.uniqueArray(fc.constantFrom('VIP', '转介绍', '途观L', '迈腾'), { maxLength: most });
const anyRule: fc.Arbitrary<TaskRuleFields> = fc
  .constantFrom(...triggerKinds)
  .chain((kind) =>
    fc.record({
      name: fc.constantFrom('续保', '保险到期 30 天'),
      trigger: triggerOf(kind),
      audience: fc.record({
        kind: fc.constantFrom(null, 'person' as const, 'company' as const),
        members: fc.constantFrom('any', 'members'),
        tiers: fc.subarray(tiers.map(({ code }) => code)),
        series: words(3),
        tags: words(3),
      }),
      channel: fc.constant('call'),
      purpose: fc.constantFrom('care', 'marketing'),
      owner: fc.constantFrom('service', 'manager', 'reception', 'adviser'),
      termHours: whole(1, 720),
      keepDays: whole(1, 90),
      everyDays: whole(0, 730),
      mostPerDay: whole(1, 2000),
      script: fc.constantFrom('{称呼}您好', '您的{ 车牌 }到期'),
      form: fc.constantFrom('none', 'firstCall', 'survey'),
      questionnaireId: fc.constant('00000000-0000-7000-8000-000000000401'),
      active: fc.boolean(),
    }),
  )
  .map((rule) => ({ ...rule, questionnaireId: rule.form === 'survey' ? rule.questionnaireId : null }));

describe('a rule while it is typed', () => {
  test('is what was kept, whatever sets it off', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const { value, problems } = readRule(ruleDraftOf(rule));
        expect(problems).toEqual({});
        expect(taskRuleFields.parse(value)).toEqual(rule);
      }),
      { numRuns: 300 },
    );
  });

  const wrong = (part: Partial<RuleDraft>) =>
    Object.fromEntries(
      Object.entries(readRule({ ...begun, ...part }).problems).map(([field, problem]) => [field, problem?.reason]),
    );

  test.each<readonly [string, Partial<RuleDraft>, Record<string, string>]>([
    ['nothing wrong', {}, {}],
    ['no name and no words', { name: ' ', script: '' }, { name: 'required', script: 'required' }],
    ['no lead', { leads: '' }, { leads: 'required' }],
    ['a lead that is none', { leads: '30, x' }, { leads: 'numbers' }],
    ['too far ahead', { leads: '181' }, { leads: 'numbers' }],
    ['too many of them', { leads: '1 2 3 4 5 6 7' }, { leads: 'numbers' }],
    ['a lead twice', { leads: '30、30' }, { leads: 'lead-twice' }],
    ['months twice', { kind: 'noVisit', months: '6, 6' }, { months: 'lead-twice' }],
    ['31 April', { kind: 'festival', month: '4', date: '31' }, { date: 'date-invalid' }],
    ['29 February', { kind: 'festival', month: '2', date: '29' }, {}],
    ['30 of a lunar month', { kind: 'festival', calendar: 'lunar', month: '12', date: '30' }, {}],
    ['31 of a lunar month', { kind: 'festival', calendar: 'lunar', month: '12', date: '31' }, { date: 'date-invalid' }],
    ['month 13', { kind: 'festival', month: '13' }, { date: 'whole' }],
    ['by no distance', { kind: 'serviceDue', everyKm: '10' }, { everyKm: 'everyKm' }],
    ['by date alone', { kind: 'serviceDue', everyKm: '' }, {}],
    ['a field that is none', { script: '您的{电话}' }, { script: 'field-unknown' }],
    ['owed, but by nobody', { purpose: 'duty' }, { purpose: 'duty-not-owed' }],
    ['a promise is owed', { kind: 'promise', purpose: 'duty' }, {}],
    ['six points in a letter', { channel: 'letter', form: 'firstCall' }, { form: 'form-needs-call' }],
    ['a questionnaire, and which one', { form: 'survey', questionnaireId: 'q' }, {}],
    ['a questionnaire, but none chosen', { form: 'survey' }, { questionnaireId: 'questionnaire-needed' }],
    ['one that was chosen before stays away', { form: 'none', questionnaireId: 'q' }, {}],
    ['an unhappy answer is owed a word', { kind: 'detractor', purpose: 'duty' }, {}],
    ['nobody drawn', { kind: 'sample', sampleCount: '0' }, { sampleCount: 'whole' }],
    ['on the list for ever', { keepDays: '9999' }, { keepDays: 'whole' }],
    ['a year’s worth a day', { mostPerDay: '99999' }, { mostPerDay: 'whole' }],
  ])('%s', (_what, part, found) => {
    expect(wrong(part)).toEqual(found);
    expect(readRule({ ...begun, ...part }).value === null).toBe(Object.keys(found).length > 0);
  });

  test('full-width digits and Chinese commas are read', () => {
    expect(readRule({ ...begun, leads: '９０、６０，３０' }).value?.trigger).toEqual({
      kind: 'insuranceEnd',
      leadDays: [90, 60, 30],
    });
  });

  test('what is owed follows the trigger', () => {
    expect(usualOf('promise', begun)).toEqual({ kind: 'promise', purpose: 'duty' });
    expect(usualOf('birthday', { ...begun, purpose: 'duty' })).toEqual({ kind: 'birthday', purpose: 'care' });
    expect(usualOf('birthday', { ...begun, purpose: 'marketing' })).toMatchObject({ purpose: 'marketing' });
  });
});

describe('a rule in words', () => {
  test.each<readonly [TaskTrigger, string]>([
    [{ kind: 'insuranceEnd', leadDays: [90, 60, 30, 7] }, '保险到期前 90、60、30、7 天'],
    [{ kind: 'insuranceEnd', leadDays: [0, 30] }, '保险到期前 30 天和当天'],
    [{ kind: 'cardEnd', leadDays: [0] }, '会员卡到期当天'],
    [{ kind: 'delivered', afterDays: 0 }, '交车当天'],
    [{ kind: 'delivered', afterDays: 7 }, '交车 7 天后'],
    [{ kind: 'visited', afterDays: 3, categories: [], first: false }, '到店维修保养 3 天后'],
    [
      { kind: 'visited', afterDays: 3, categories: ['repairLabour', 'bodyPaint'], first: false },
      '到店做维修工时、钣喷 3 天后',
    ],
    [{ kind: 'visited', afterDays: 3, categories: [], first: true }, '首次保养 3 天后'],
    [{ kind: 'serviceDue', leadDays: 14, everyKm: 10_000 }, '保养到期前 14 天（按时间或每 10,000 km，哪个先到按哪个）'],
    [{ kind: 'serviceDue', leadDays: 14, everyKm: null }, '保养到期前 14 天（只按时间）'],
    [{ kind: 'birthday', family: true, leadDays: 0 }, '家人生日当天'],
    [{ kind: 'festival', calendar: 'lunar', month: 1, date: 1, leadDays: 1 }, '农历 1 月 1 日前 1 天'],
    [{ kind: 'pointsLapse', leadDays: [30], leastPoints: 1500 }, '积分到期前 30 天，至少 1,500 分'],
    [{ kind: 'noVisit', months: [6, 12], afterFirst: false }, '6、12 个月没有到店'],
    [{ kind: 'promise', leadDays: 0 }, '承诺到期当天'],
  ])('%o', (trigger, said) => {
    expect(whenWords(trigger, t)).toBe(said);
  });

  test('for whom, and how', () => {
    const everybody: TaskRuleFields['audience'] = { kind: null, members: 'any', tiers: [], series: [], tags: [] };
    expect(whoWords(everybody, tiers, t)).toBe('所有客户');
    expect(whoWords({ ...everybody, kind: 'person', members: 'members', tags: ['VIP'] }, tiers, t)).toBe(
      '个人客户，会员，标签 VIP',
    );
    expect(whoWords({ ...everybody, members: 'members', tiers: ['gold', 'gone'] }, tiers, t)).toBe('金卡、gone');
    expect(howWords({ channel: 'call', purpose: 'care', owner: 'service' }, t)).toBe('电话 · 关怀提醒 · 客服专员');
  });

  test('in English there is no Chinese', () => {
    fc.assert(
      fc.property(anyRule, ({ trigger }) => {
        expect(whenWords(trigger, textsIn('en'))).not.toMatch(/\p{Script=Han}/u);
      }),
    );
  });
});

describe('话术', () => {
  test('fields are filled in, what is none stays and is named', () => {
    expect(fillScript('{称呼}您好，{ 车牌 }{电话}', { salutation: '王先生', plate: '川A1' })).toBe(
      '王先生您好，川A1{电话}',
    );
    expect(scriptParts('您的{车牌}{电话}，{天数}')).toEqual([
      '您的',
      { field: 'plate' },
      '{电话}，',
      { field: 'days' },
    ]);
    expect(scriptParts('')).toEqual([]);
    expect(unknownFields('{电话}{称呼}{电话}{} {地 址}')).toEqual(['电话', '', '地 址']);
    expect(unknownFields(scriptFields.map(tokenOf).join(''))).toEqual([]);
  });
});

test('half of all customers, and more than a few, are everybody', () => {
  expect(hitsEverybody(200, 200)).toBe(false);
  expect(hitsEverybody(201, 402)).toBe(false);
  expect(hitsEverybody(202, 403)).toBe(true);
});

describe('联系规则', () => {
  const shipped = defaultSettings.contactRules;
  const say = (rule: typeof shipped) =>
    ruleSentences('contactRules', rule, { t, tiers, day: '2026-11-22', today: '2026-11-22' });

  test('as shipped, in words', () => {
    expect(say(shipped)).toEqual([
      '每位客户每 30 天最多联系 2 次，没打通的不算；答应客户的事不受限制。',
      '电话 3 次没人接就放弃；每次隔 3 小时再打，最晚到第二天换个时段。',
      '只在 09:00 到 20:00 之间打电话。',
    ]);
  });

  test('what is typed is what was kept; what cannot be kept is said beside its field', () => {
    const form = contactRulesForm(shipped);
    expect(readContactRules(form)).toEqual({ value: shipped, problems: {} });
    expect(readContactRules({ ...form, callsFrom: '9：30' }).value?.callsFrom).toBe('09:30');
    const wrong = (part: Partial<typeof form>) =>
      Object.fromEntries(
        Object.entries(readContactRules({ ...form, ...part }).problems).map(([path, { reason }]) => [path, reason]),
      );
    expect(wrong({ perMonth: '0', mostTries: '11', retryHours: '' })).toEqual({
      perMonth: 'whole',
      mostTries: 'whole',
      retryHours: 'required',
    });
    expect(wrong({ callsFrom: 'x' })).toEqual({ callsFrom: 'time' });
    expect(wrong({ callsFrom: '20:00' })).toEqual({ callsTo: 'calls-order' });
  });
});

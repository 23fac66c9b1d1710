import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complaintCategories, complaintTerms, holidayYears } from '../../db/contract/complaintRules.ts';
import type { ComplaintKey, Settings } from '../../db/contract/settings.ts';
import { shippedHolidays } from '../../db/domain/holidays.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { categoriesForm, newCategory, readCategories } from '../../renderer/features/settings/categoriesForm.ts';
import { holidaySpans } from '../../renderer/features/settings/complaintSentences.ts';
import { complaintTermsForm, readComplaintTerms } from '../../renderer/features/settings/complaintTermsForm.ts';
import { holidaysForm, readHolidays, yearToEdit } from '../../renderer/features/settings/holidaysForm.ts';
import { moveUp } from '../../renderer/features/settings/moveUp.ts';
import { namedListForm, newCode, readCauses, readDepartments } from '../../renderer/features/settings/namedListForm.ts';
import { ruleSentences } from '../../renderer/features/settings/ruleSentences.ts';
import { textsIn } from '../e2e/texts.ts';

const shipped = defaultSettings;
const today = '2026-11-22';
const say = <K extends ComplaintKey>(key: K, rule: Settings[K], names?: ReadonlyMap<string, string>) =>
  ruleSentences(key, rule, {
    t: textsIn('zh-CN'),
    tiers: shipped.tiers,
    day: today,
    today,
    ...(names ? { names } : {}),
  });

describe('投诉时限', () => {
  test('as shipped, in words', () => {
    expect(say('complaintTerms', shipped.complaintTerms)).toEqual([
      '一般、较重：自然时间 2 小时内响应、24 小时内解决（营业时间 2 小时、8 小时），超时告诉全体经理。',
      '严重：自然时间 1 小时内响应、24 小时内解决（营业时间 1 小时、8 小时），超时告诉全体经理。',
      '超时按自然时间算，另一面只作参考；等客户的时间都不计。',
      '用到时限的 50%、80%、95% 时，各提醒负责人一次；没有负责人的提醒客服。',
      '近 180 天里同车、同部件、同一当事人或同因的投诉，受理时就显示。',
      '交车后 6 个月内的车辆缺陷标“举证在店”。',
      '主管部门转办的，7 个工作日内答复。',
      '一条投诉的补偿合计超过 ¥500，要经理批准。',
      '完成 3 天后回访客户。',
    ]);
  });

  test('by working time the other face is the natural one, and a person is told by name', () => {
    const rule: Settings['complaintTerms'] = {
      ...shipped.complaintTerms,
      countedBy: 'working',
      askBackAfterDays: 0,
      severities: shipped.complaintTerms.severities.map((one) => ({ ...one, escalateToId: 'p' })),
    };
    const [first, , second] = say('complaintTerms', rule, new Map([['p', '周凯']]));
    expect(first).toBe('一般、较重：营业时间 2 小时内响应、8 小时内解决（自然时间 2 小时、24 小时），超时告诉周凯。');
    expect(second).toBe('超时按营业时间算，另一面只作参考；等客户的时间都不计。');
    expect(say('complaintTerms', rule).at(0)).toContain('一位已停用的同事');
    expect(say('complaintTerms', rule).at(-1)).toBe('完成当天就可以回访客户。');
  });

  test('what is typed is what was kept, to the minute', () => {
    const minutes = fc.integer({ min: 5, max: 60 * 24 * 90 });
    fc.assert(
      fc.property(minutes, minutes, minutes, minutes, (a, b, c, d) => {
        const [low = 5, second = 5, third = 5, high = 5] = [a, b, c, d].sort((x, y) => x - y);
        const rule: Settings['complaintTerms'] = {
          ...shipped.complaintTerms,
          severities: shipped.complaintTerms.severities.map((one) => ({
            ...one,
            acknowledgeMinutes: { natural: second, working: low },
            solveMinutes: { natural: high, working: third },
          })),
        };
        const { value, problems } = readComplaintTerms(complaintTermsForm(rule));
        expect(problems).toEqual({});
        expect(complaintTerms.parse(value)).toEqual(rule);
      }),
    );
  });

  test('what cannot be kept is said beside its field', () => {
    const form = complaintTermsForm(shipped.complaintTerms);
    const wrong = (part: Partial<typeof form>) =>
      Object.fromEntries(
        Object.entries(readComplaintTerms({ ...form, ...part }).problems).map(([path, { reason }]) => [path, reason]),
      );
    expect(wrong({ minor: { ...form.minor, solveWorking: '25' } })).toEqual({ 'minor.solveWorking': 'working-longer' });
    expect(wrong({ major: { ...form.major, acknowledgeNatural: '24.5' } })).toEqual({
      'major.acknowledgeNatural': 'acknowledge-longer',
    });
    expect(wrong({ critical: { ...form.critical, acknowledgeNatural: '', solveNatural: '0.01' } })).toEqual({
      'critical.acknowledgeNatural': 'required',
      'critical.solveNatural': 'hours',
    });
    for (const warn of ['', '0', '100', '1 2 3 4 5 6', '五十']) expect(wrong({ warn })).toEqual({ warn: 'percents' });
    expect(readComplaintTerms({ ...form, warn: '95、50，８０ %' }).value?.warnPercents).toEqual([50, 80, 95]);
  });
});

describe('the lists', () => {
  test('shipped ones read as they are', () => {
    expect(readDepartments(namedListForm(shipped.complaintDepartments)).value).toEqual(shipped.complaintDepartments);
    expect(readCauses(namedListForm(shipped.complaintCauses)).value).toEqual(shipped.complaintCauses);
    expect(readCategories(categoriesForm(shipped.complaintCategories)).value).toEqual(shipped.complaintCategories);
  });

  test('a new entry has a code that the contract takes, and wants a name', () => {
    const row = { ...newCategory(), name: ' 充电桩 ', children: [{ code: newCode(), name: '安装' }] };
    const { value } = readCategories({ rows: [row] });
    expect(complaintCategories.parse(value)).toEqual([
      { ...row, name: '充电桩', children: [{ code: row.children[0]?.code, name: '安装' }] },
    ]);
    const nameless = newCategory();
    expect(readCategories({ rows: [nameless] }).problems).toEqual({ [nameless.code]: { reason: 'required' } });
  });

  test('names are told apart, within their own level', () => {
    const rows = [
      { code: 'a', name: '车间' },
      { code: 'b', name: '车间 ' },
    ];
    expect(readDepartments({ rows }).problems).toEqual({ b: { reason: 'name-twice' } });
    expect(readDepartments({ rows: [] }).problems).toEqual({ rows: { reason: 'none-left' } });
    const [first] = rows;
    const parents = ['x', 'y'].map((code) => ({ code, name: code, defect: false, children: first ? [first] : [] }));
    expect(readCategories({ rows: parents }).problems).toEqual({});
  });

  test('in words', () => {
    expect(say('complaintCategories', shipped.complaintCategories.slice(0, 1))).toEqual([
      '产品：发动机、变速箱、底盘与制动、空调、电器与车机、电池与充电、车身与漆面、异响（可能是车辆缺陷）',
    ]);
    expect(say('complaintCategories', shipped.complaintCategories.slice(4, 5))).toEqual(['人员态度，不再细分']);
    expect(say('complaintDepartments', shipped.complaintDepartments.slice(0, 2))).toEqual([
      '2 个部门：销售部、售后服务部。',
    ]);
  });

  test('one goes up by one', () => {
    expect(moveUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
    expect(moveUp(['a', 'b'], 0)).toEqual(['a', 'b']);
  });
});

describe('节假日', () => {
  test('days on end of one name are one span; a working day between is its own', () => {
    const day = (on: string, off = true, name = '春节') => ({ day: on, off, name });
    expect(
      holidaySpans([day('2026-02-16'), day('2026-02-15'), day('2026-02-14', false), day('2026-02-18')]).map(
        ({ from, to, off }) => [from, to, off],
      ),
    ).toEqual([
      ['2026-02-14', '2026-02-14', false],
      ['2026-02-15', '2026-02-16', true],
      ['2026-02-18', '2026-02-18', true],
    ]);
  });

  test('the shipped table of a year, copied to be edited, is kept as it is', () => {
    const { value } = readHolidays({ years: [yearToEdit(2026)] });
    expect(holidayYears.parse(value)).toEqual([{ year: 2026, days: shippedHolidays(2026).map((one) => ({ ...one })) }]);
    expect(holidaysForm(value ?? [])).toEqual({ years: [yearToEdit(2026)] });
  });

  test('a day that is none, twice there, or of another year', () => {
    const days = [
      { day: '2027-01-01', off: true, name: '元旦' },
      { day: '2027.1.1', off: false, name: '' },
      { day: '', off: true, name: '元旦' },
    ];
    expect(readHolidays({ years: [{ year: 2027, days }] }).problems).toEqual({
      '2027.1.name': { reason: 'required' },
      '2027.2.day': { reason: 'required' },
    });
    const whole = [
      { day: '2027-01-01', off: true, name: '元旦' },
      { day: '2027.1.1', off: false, name: '元旦' },
      { day: '2028-01-01', off: true, name: '元旦' },
      { day: '2026-12-31', off: true, name: '元旦' },
    ];
    expect(readHolidays({ years: [{ year: 2027, days: whole }] }).problems).toEqual({
      '2027.1.day': { reason: 'day-twice' },
      '2027.2.day': { reason: 'day-of-another-year' },
    });
  });

  test('in words', () => {
    expect(say('holidayYears', [])).toEqual(['节假日都按关怀台自带的公布表；还没公布的年份按普通周计算。']);
    const days = ['2027-10-01', '2027-10-02'].map((on) => ({ day: on, off: true, name: '国庆节' }));
    const work = { day: '2027-10-09', off: false, name: '国庆节' };
    expect(
      say('holidayYears', [
        { year: 2027, days: [...days, work] },
        { year: 2028, days: [] },
      ]),
    ).toEqual([
      '2027 年按店里填写的：国庆节 10-01 至 10-02 休；国庆节 10-09 班。',
      '2028 年没有填休和班，按普通周计算。',
      '其他年份按关怀台自带的公布表；还没公布的按普通周计算。',
    ]);
  });
});

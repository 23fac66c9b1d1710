import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConsentState,
  type ConsentStates,
  consentVerdict,
  mayBeTexted,
  needsGuardian,
} from '../../db/domain/tasks/consent.ts';
import { nextTryAt } from '../../db/domain/tasks/nextTry.ts';
import { afterContact, isOutcomeOf } from '../../db/domain/tasks/outcomes.ts';
import { salutationOf } from '../../db/domain/tasks/salutation.ts';
import { scriptFields, tokenOf } from '../../db/domain/tasks/scriptFields.ts';
import { oneAfterTheOther, type ScriptFacts, scriptText } from '../../db/domain/tasks/scriptText.ts';
import { urgencyOf } from '../../db/domain/tasks/urgency.ts';
import { dayOf, instantOf, timeOf } from '../../db/domain/zonedTime.ts';

const timeZone = 'Asia/Shanghai';
const at = (time: string, day = '2026-11-20'): number => instantOf(day, time, timeZone);
const state = fc.constantFrom<ConsentState | undefined>('granted', 'refused', 'withdrawn', undefined);
const states: fc.Arbitrary<ConsentStates> = fc
  .record({ marketingSms: state, marketingPhone: state, wechat: state, reminders: state, childData: state })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as ConsentStates);
const channel = fc.constantFrom('call', 'letter', 'message');

describe('consent', () => {
  const verdict = (
    [by, purpose, child = false]: readonly ['call' | 'letter' | 'message', 'duty' | 'care' | 'marketing', boolean?],
    said: ConsentStates,
  ) => consentVerdict({ channel: by, purpose, ofChild: child }, said);

  it('by the table', () => {
    expect(verdict(['call', 'duty'], { reminders: 'refused', marketingPhone: 'refused' })).toBe(null);
    expect(verdict(['call', 'care'], {})).toBe(null);
    expect(verdict(['call', 'care'], { reminders: 'withdrawn' })).toBe('refused');
    expect(verdict(['call', 'care'], { marketingPhone: 'refused' })).toBe(null);
    expect(verdict(['call', 'marketing'], {})).toBe('noConsent');
    expect(verdict(['call', 'marketing'], { marketingSms: 'granted' })).toBe('noConsent');
    expect(verdict(['call', 'marketing'], { marketingPhone: 'granted' })).toBe(null);
    expect(verdict(['message', 'marketing'], { wechat: 'granted' })).toBe(null);
    expect(verdict(['message', 'marketing'], { wechat: 'granted', marketingSms: 'refused' })).toBe('refused');
    expect(verdict(['letter', 'marketing'], { marketingPhone: 'granted' })).toBe(null);
    expect(verdict(['letter', 'marketing'], { marketingPhone: 'granted', wechat: 'withdrawn' })).toBe('refused');
    expect(verdict(['message', 'care', true], {})).toBe('noConsent');
    expect(verdict(['message', 'care', true], { childData: 'granted' })).toBe(null);
    expect(verdict(['message', 'care', true], { childData: 'refused' })).toBe('refused');
  });

  it('lets no marketing through without a word for it, nor against one', () => {
    fc.assert(
      fc.property(channel, states, fc.boolean(), (by, said, child) => {
        if (consentVerdict({ channel: by, purpose: 'marketing', ofChild: child }, said) !== null) return;
        const apply =
          by === 'call'
            ? [said.marketingPhone]
            : by === 'message'
              ? [said.marketingSms, said.wechat]
              : [said.marketingPhone, said.marketingSms, said.wechat];
        expect(apply).toContain('granted');
        expect(apply).not.toContain('refused');
        expect(apply).not.toContain('withdrawn');
        if (child) expect(said.childData).toBe('granted');
      }),
    );
  });

  it('hands a number out for an SMS only where SMS was agreed to', () => {
    expect(mayBeTexted('marketing', { wechat: 'granted' })).toBe(false);
    expect(mayBeTexted('marketing', { marketingSms: 'granted' })).toBe(true);
    expect(mayBeTexted('care', {})).toBe(true);
  });

  it('of a guardian is needed for children under 14 and of unknown age', () => {
    const born = (year: number | null) => ({ calendar: 'solar' as const, year, month: 11, day: 22, leap: false });
    const needed = (kind: 'child' | 'spouse', birthday: ReturnType<typeof born> | null) =>
      needsGuardian({ kind, birthday }, '2026-11-22');
    expect(needed('child', born(2012))).toBe(false);
    expect(needed('child', born(2013))).toBe(true);
    expect(needed('child', born(null))).toBe(true);
    expect(needed('child', null)).toBe(true);
    expect(needed('spouse', null)).toBe(false);
  });
});

describe('the next try', () => {
  const rules = { perMonth: 2, mostTries: 3, retryHours: 3, callsFrom: '09:00', callsTo: '20:00' };
  const next = (now: number, change: Partial<typeof rules> = {}): string => {
    const found = nextTryAt(now, { ...rules, ...change }, timeZone);
    return `${dayOf(found, timeZone).slice(8)} ${timeOf(found, timeZone)}`;
  };

  it('by the table', () => {
    expect(next(at('10:30'))).toBe('20 13:30');
    expect(next(at('17:00'))).toBe('20 20:00');
    expect(next(at('17:01'))).toBe('21 10:00');
    expect(next(at('23:30'))).toBe('21 10:00');
    expect(next(at('11:00'), { retryHours: 10 })).toBe('21 15:00');
    expect(next(at('15:00'), { retryHours: 72 })).toBe('21 10:00');
    expect(next(at('04:00'))).toBe('20 09:00');
    expect(next(at('19:00'), { callsFrom: '13:00' })).toBe('21 13:00');
    expect(next(at('11:00'), { callsTo: '12:00' })).toBe('21 12:00');
  });

  it('is later, in the hours of calls, and at the latest on the next day, whatever the zone', () => {
    const some = fc.integer({ min: at('00:00', '2026-01-01'), max: at('00:00', '2027-12-31') });
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'UTC');
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 72 }), zones, (now, retryHours, zone) => {
        const found = nextTryAt(now, { ...rules, retryHours }, zone);
        expect(found).toBeGreaterThan(now);
        expect(timeOf(found, zone) >= rules.callsFrom && timeOf(found, zone) <= rules.callsTo).toBe(true);
        expect(found - now).toBeLessThanOrEqual(49 * 3_600_000);
      }),
    );
  });
});

describe('an outcome', () => {
  const task = { tries: 1, dueAt: at('12:00'), lastDay: '2026-11-22' };
  const next = { at: at('10:00', '2026-11-25'), mostTries: 3, timeZone };
  const becomes = (outcome: Parameters<typeof afterContact>[0], tries = 1) =>
    afterContact(outcome, { ...task, tries }, next);

  it('closes the task, gives it up or lets it wait', () => {
    expect(becomes('connected')).toEqual({ kind: 'closed', state: 'done', reason: null });
    expect(becomes('sent')).toEqual({ kind: 'closed', state: 'done', reason: null });
    for (const outcome of ['elsewhere', 'sold', 'booked'] as const) {
      expect(becomes(outcome)).toEqual({ kind: 'closed', state: 'done', reason: outcome });
    }
    for (const outcome of ['refused', 'never', 'emptyNumber', 'wrongPerson'] as const) {
      expect(becomes(outcome)).toEqual({ kind: 'closed', state: 'dropped', reason: outcome });
    }
    for (const outcome of ['noAnswer', 'busy', 'off'] as const) {
      expect(becomes(outcome)).toEqual({ kind: 'waits', ...task, tries: 2, nextAt: next.at });
      expect(becomes(outcome, 2)).toEqual({ kind: 'closed', state: 'dropped', reason: 'unreached' });
    }
  });

  it('of another time moves the term there, and keeps the task until then', () => {
    expect(becomes('callBack')).toEqual({
      kind: 'waits',
      tries: 0,
      nextAt: next.at,
      dueAt: next.at + 7_200_000,
      lastDay: '2026-11-27',
    });
  });

  it('is one of its channel', () => {
    expect(isOutcomeOf('call', 'sent')).toBe(false);
    expect(isOutcomeOf('letter', 'sent')).toBe(true);
    expect(isOutcomeOf('message', 'noAnswer')).toBe(false);
    expect(isOutcomeOf('call', 'busy')).toBe(true);
  });

  it('is as urgent as its term', () => {
    const urgency = (time: string, day?: string) => urgencyOf(at(time, day), at('10:00'), at('00:00', '2026-11-21'));
    expect([urgency('09:59'), urgency('10:00'), urgency('23:59')]).toEqual(['overdue', 'today', 'today']);
    // what ends with the day is today's
    expect(urgency('00:00', '2026-11-21')).toBe('today');
    expect(urgency('00:01', '2026-11-21')).toBe('ahead');
  });
});

describe('a script', () => {
  const unknown: ScriptFacts = {
    ...{ name: '王伟', salutation: '王先生', plate: null, model: null, day: '2026-12-01', today: '2026-11-22' },
    ...{ store: '', adviser: null, tier: null, points: null, family: null, mileage: null },
  };

  it('has the facts in place, and words where there are none', () => {
    const script = '{称呼}您好，我是{门店}。您的{车牌}保险将于{日期}到期，还有{天数}天。';
    const known = { ...unknown, plate: '京A3K927', store: '一汽大众' };
    expect(scriptText(script, known)).toBe(
      '王先生您好，我是一汽大众。您的京A3K927保险将于2026年12月1日到期，还有9天。',
    );
    expect(scriptText(script, unknown)).toBe('王先生您好，我是本店。您的爱车保险将于2026年12月1日到期，还有9天。');
    expect(scriptText('{车牌}', { ...unknown, model: '迈腾' })).toBe('迈腾');
    expect(scriptText('{天数}', { ...unknown, day: '2026-11-01' })).toBe('0');
  });

  it('leaves no field in braces', () => {
    const maybe = <T>(value: T) => fc.constantFrom(value, null);
    const facts = fc.record({
      ...{ plate: maybe('京A3K927'), model: maybe('迈腾'), adviser: maybe('何静'), tier: maybe('金卡') },
      ...{ points: maybe(500), family: maybe('小雨'), mileage: maybe(12_000), store: fc.constantFrom('', '一汽大众') },
    });
    const piece = fc.oneof(fc.constantFrom(...scriptFields.map(tokenOf)), fc.constantFrom('您好', '，', '{ 姓名 }'));
    fc.assert(
      fc.property(fc.array(piece), facts, (pieces, known) => {
        expect(scriptText(pieces.join(''), { ...unknown, ...known })).not.toMatch(/[{}]|null|undefined/);
      }),
    );
  });

  it('of one call says once who calls', () => {
    const said = [
      { text: '王先生您好，我是一汽大众。您的保险快到期了。' },
      { text: '王先生您好，我是一汽大众。您的年检快到期了。' },
      { text: '王先生您好，我是一汽大众。您的年检快到期了。' },
      { text: '王先生，生日快乐！' },
    ];
    expect(oneAfterTheOther(said).map(({ text }) => text)).toEqual([
      said[0]?.text,
      '您的年检快到期了。',
      '王先生，生日快乐！',
    ]);
  });

  it('addresses people by surname', () => {
    const address = (name: string, gender: string | null = 'male', kind = 'person') =>
      salutationOf({ name, gender, kind });
    expect(address('王伟')).toBe('王先生');
    expect(address('李娜', 'female')).toBe('李女士');
    expect(address('欧阳修')).toBe('欧阳先生');
    expect(address('欧阳')).toBe('欧阳先生');
    expect(address('王伟', null)).toBe('王伟');
    expect(address('张经理')).toBe('张经理');
    expect(address('买买提·艾力')).toBe('买买提·艾力');
    expect(address('John Smith')).toBe('John Smith');
    expect(address('北京运输有限公司', null, 'company')).toBe('北京运输有限公司');
  });
});

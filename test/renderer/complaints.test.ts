import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepsInOrder } from '../../db/domain/complaints/steps.ts';
import { complaintDefaults } from '../../db/features/settings/complaintDefaults.ts';
import { strangerFrom } from '../../renderer/features/board/whoDraft.ts';
import { categoryChoices, matchingCategories } from '../../renderer/features/complaints/categoryChoices.ts';
import { faceTone, leftWords, rowClock } from '../../renderer/features/complaints/clockWords.ts';
import {
  checkCompensation,
  compensationInput,
  newCompensation,
} from '../../renderer/features/complaints/compensationDraft.ts';
import {
  newComplaint as beginning,
  checkComplaint,
  factsOf,
  titleOf,
} from '../../renderer/features/complaints/complaintDraft.ts';
import { deedKeys, deeds, isOffered, nextDeed, otherDeeds } from '../../renderer/features/complaints/deeds.ts';
import { eventWords } from '../../renderer/features/complaints/eventWords.ts';
import { addressOf, noFilter, readFilter, tabOf } from '../../renderer/features/complaints/listFilter.ts';
import type { ClockFaceState, ClockState, ComplaintEvent } from '../../renderer/features/complaints/shapes.ts';
import { limitWords, spanWords } from '../../renderer/features/complaints/spanWords.ts';
import { textsIn, zh } from '../e2e/texts.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('how long it takes', () => {
  test.each([
    [59_999, '0 m'],
    [48 * minute, '48 m'],
    [5 * hour + 8 * minute, '5 h 08 m'],
    [-(hour + 20 * minute), '1 h 20 m'],
    [71 * hour + 59 * minute, '71 h 59 m'],
    [100 * hour, '100 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(spanWords(ms, zh)).toBe(words);
  });

  test('days are said of natural time alone', () => {
    expect(spanWords(76 * hour, zh, { days: true })).toBe('3 天 4 h');
    expect(spanWords(76 * hour, zh)).toBe('76 h 00 m');
    expect(spanWords(76 * hour, textsIn('en'), { days: true })).toBe('3 d 4 h');
  });

  test('a term in hours where it is whole hours', () => {
    expect(limitWords(24 * hour, zh)).toBe('24 小时');
    expect(limitWords(90 * minute, zh)).toBe('90 分钟');
  });
});

const face = (usedMs: number, limitMs = 24 * hour): ClockFaceState => ({
  face: 'natural',
  limitMs,
  usedMs,
  leftMs: limitMs - usedMs,
  stoodMs: 0,
  dueAt: null,
  late: usedMs > limitMs,
});
const clock = (usedMs: number, state: ClockState['state'] = 'running'): ClockState => ({
  clock: 'solve',
  state,
  startedAt: 0,
  stoppedAt: null,
  natural: face(usedMs),
  working: { ...face(usedMs / 4, 8 * hour), face: 'working' },
  countedBy: 'natural',
  late: usedMs > 24 * hour,
  reasonMissing: false,
  warnedPercent: null,
  escalatedTo: null,
});
const row = (given: Partial<Parameters<typeof rowClock>[0]>) =>
  rowClock({ clock: null, step: 'investigating', breached: false, ...given }, 50, zh);

describe('the chip of the clock', () => {
  test('plain, amber from the first warning on, red once it is over', () => {
    expect(row({ clock: clock(2 * hour) })).toEqual({ tone: 'plain', words: '剩 22 h 00 m' });
    expect(row({ clock: clock(18 * hour + 52 * minute) })).toEqual({ tone: 'amber', words: '剩 5 h 08 m' });
    expect(row({ clock: clock(25 * hour + 20 * minute) })).toEqual({ tone: 'red', words: '超时 1 h 20 m' });
    expect(faceTone(face(12 * hour), 50)).toBe('amber');
    expect(faceTone(face(12 * hour - 1), 50)).toBe('brand');
    expect(faceTone(face(24 * hour), 50)).toBe('amber');
  });

  test('a clock that stands says for what; what is late stays late', () => {
    expect(row({ clock: clock(2 * hour, 'stands') }).words).toBe('等客户回复');
    expect(row({ clock: clock(2 * hour, 'stands'), step: 'proposed' }).words).toBe('等客户答复方案');
    expect(row({ clock: clock(30 * hour, 'stands'), step: 'proposed' }).tone).toBe('red');
  });

  test('once it is solved it says what is still to do', () => {
    expect(row({ step: 'agreed' })).toEqual({ tone: 'brand', words: '已认可 待完成' });
    expect(row({ step: 'done' })).toEqual({ tone: 'green', words: '已解决 待回访' });
    expect(row({ step: 'done', breached: true })).toEqual({ tone: 'red', words: '超时未说明' });
    expect(row({ step: 'closed', clock: clock(30 * hour) }).tone).toBe('plain');
  });

  test('working time is never said in days', () => {
    const long = { ...face(0, 80 * hour), face: 'working' as const };
    expect(leftWords(long, zh)).toBe('剩 80 h 00 m');
    expect(leftWords({ ...long, face: 'natural' }, zh)).toBe('剩 3 天 8 h');
  });
});

describe('what can be done', () => {
  const at = (step: (typeof stepsInOrder)[number], given: object = {}) => ({
    step,
    waitingFor: null,
    breached: false,
    ...given,
  });

  test('each has a key of its own', () => {
    expect(new Set(Object.values(deedKeys)).size).toBe(deeds.length);
  });

  test('the next one leads through all steps, and can be done', () => {
    expect(stepsInOrder.map((step) => nextDeed(at(step)))).toEqual([
      ...['contact', 'investigate', 'propose', 'accept', 'finish', 'askBack', 'close'],
      null,
    ]);
    for (const step of stepsInOrder) {
      const next = nextDeed(at(step));
      if (next) expect(isOffered(next, at(step)), step).toBe(true);
      expect(otherDeeds(at(step))).not.toContain(next);
    }
  });

  test('who waits for the customer goes on with their answer', () => {
    const waiting = at('investigating', { waitingFor: 'answer' });
    expect(nextDeed(waiting)).toBe('resume');
    expect(isOffered('pause', waiting)).toBe(false);
  });

  test('a closed one is opened again, noted on and printed, nothing else', () => {
    expect(deeds.filter((deed) => isOffered(deed, at('closed', { breached: true })))).toEqual([
      ...['contact', 'reopen', 'attach', 'print'],
    ]);
  });

  test('a delay is explained where there is one', () => {
    expect(isOffered('explain', at('proposed'))).toBe(false);
    expect(isOffered('explain', at('proposed', { breached: true }))).toBe(true);
  });
});

describe('the address of the list', () => {
  test('finds the same list again', () => {
    const filter = { tab: 'askBack', q: '空调 京A', mine: true, severity: 'major', department: 'service' } as const;
    const address = addressOf('0190', filter, { do: 'contact' });
    expect(address.startsWith('/complaints/0190?')).toBe(true);
    expect(readFilter(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(addressOf(null, noFilter)).toBe('/complaints');
    expect(readFilter(new URLSearchParams('tab=nowhere&severity=x'))).toEqual(noFilter);
  });

  test('a complaint is in the list of its step', () => {
    expect(stepsInOrder.map(tabOf)).toEqual([
      ...['open', 'open', 'open', 'open', 'open', 'askBack', 'open', 'archive'],
    ]);
  });
});

describe('two levels of categories in one field', () => {
  const choices = categoryChoices(complaintDefaults.complaintCategories);
  const found = (typed: string) => matchingCategories(choices, typed).map(({ code }) => code);

  test('two digits or a piece of the name choose one', () => {
    expect(found('14')[0]).toBe('product.aircon');
    expect(found('空调')).toEqual(['product.aircon']);
    expect(found('产品 漆')).toEqual(['product.body']);
    expect(found('1')[0]).toBe('product');
    expect(found('zzz')).toEqual([]);
    expect(found('')).toHaveLength(choices.length);
  });

  test('each line can be reached by its digits', () => {
    for (const { code, digits } of choices) expect(found(digits)[0]).toBe(code);
  });
});

describe('a new complaint', () => {
  const now = Date.UTC(2026, 10, 22, 2, 30);
  const context = { now, timeZone: 'Asia/Shanghai' };
  const begin = beginning({ day: '2026-11-22', time: '10:30' }, 'me');
  const whole = { ...begin, who: strangerFrom('李女士'), what: '等了四个小时。没人管', category: 'service.waiting' };

  test('wants who, what and which kind, no more', () => {
    expect(checkComplaint(begin, context)).toEqual({
      who: 'complainant-missing',
      what: 'required',
      category: 'choose',
    });
    expect(checkComplaint(whole, context)).toEqual({});
  });

  test('its title is the first thing that was said, where nobody types one', () => {
    expect(titleOf(whole)).toBe('等了四个小时');
    expect(titleOf({ ...whole, title: ' 等候太久 ' })).toBe('等候太久');
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (what) => {
        const title = titleOf({ title: '', what });
        expect([...title].length).toBeLessThanOrEqual(24);
        expect(title).toBe(title.trim());
      }),
    );
  });

  test('may be set back, not forward', () => {
    expect(checkComplaint({ ...whole, time: '10:31' }, context)).toEqual({ time: 'received-ahead' });
    expect(checkComplaint({ ...whole, day: '2026-11-20' }, context)).toEqual({});
    expect(checkComplaint({ ...whole, time: '25:00' }, context)).toEqual({ time: 'time-invalid' });
  });

  test('a referral names the authority and the day; what is typed of one goes where the channel is another', () => {
    const referred = { ...whole, channel: 'authority' as const };
    expect(checkComplaint(referred, context)).toEqual({ authority: 'required' });
    const named = { ...referred, authority: '市场监督管理局' };
    expect(factsOf(named)).toMatchObject({ authority: '市场监督管理局', authorityDay: '2026-11-22' });
    expect(factsOf({ ...named, channel: 'phone' })).toMatchObject({ authority: null, authorityDay: null });
  });

  test('a stranger is a name or a number', () => {
    const nameless = { ...whole, who: { ...whole.who, name: '', phone: '' } };
    expect(checkComplaint(nameless, context)).toEqual({ name: 'complainant-missing' });
    expect(checkComplaint({ ...whole, who: { ...whole.who, phone: '1380013800' } }, context)).toEqual({
      phone: 'phone-invalid',
    });
    expect(factsOf(whole)).toMatchObject({ customerId: null, strangerName: '李女士', strangerPhone: null });
  });
});

describe('a compensation', () => {
  test('wants what its kind needs', () => {
    expect(checkCompensation(newCompensation)).toEqual({ amount: 'required', reason: 'required' });
    expect(checkCompensation({ ...newCompensation, kind: 'points', points: '1.5', reason: 'x' })).toEqual({
      points: 'invalid',
    });
    expect(checkCompensation({ ...newCompensation, kind: 'voucher', reason: 'x', amount: '0' })).toEqual({
      amount: 'invalid',
      name: 'required',
    });
  });

  test('is told in fen', () => {
    const voucher = { ...newCompensation, kind: 'voucher' as const, name: '洗车券', amount: '39.9', reason: '等候' };
    expect(compensationInput(voucher)).toEqual({
      reason: '等候',
      what: { kind: 'voucher', name: '洗车券', valueFen: 3_990, validDays: 180 },
    });
  });
});

describe('a line of the record', () => {
  const event = (given: Partial<ComplaintEvent>): string =>
    eventWords(
      { id: '', kind: 'note', at: 0, byName: '何静', channel: null, text: null, values: {}, ...given },
      () => '今天 12:00',
      zh,
    );

  test('says what the store kept with it, then what somebody typed', () => {
    expect(event({ kind: 'apology', channel: 'phone', text: '已道歉' })).toBe('电话 · 已道歉');
    expect(event({ kind: 'warning', values: { clock: 'solve', percent: 80, to: '何静' } })).toBe(
      '解决时限已用 80 %，提醒何静',
    );
    expect(event({ kind: 'escalated', values: { clock: 'acknowledge', percent: 100 } })).toBe(
      '响应超时，升级给全体经理',
    );
    expect(event({ kind: 'resumed', values: { waitingFor: 'answer', waitedMs: 40 * minute } })).toBe(
      '等了 40 m，不计入时限',
    );
    expect(event({ kind: 'askedBack', values: { answer: 'no', score: 2 }, text: '还在响' })).toBe(
      '没有解决 · 满意度 2 · 还在响',
    );
    expect(event({ kind: 'compensation', values: { kind: 'points', points: 300, state: 'given' }, text: '误工' })).toBe(
      '300 积分 · 已给 · 误工',
    );
  });

  test('a change says from what to what where it decides how soon, and by whom', () => {
    const values = {
      facts: 'severity owner what',
      severityFrom: 'minor',
      severityTo: 'critical',
      ownerFrom: '',
      ownerTo: '李敏',
    };
    expect(event({ kind: 'changed', values })).toBe('级别 一般 → 严重 · 负责人 无 → 李敏 · 改了投诉内容');
  });

  test('what this desk has no word for is left out', () => {
    expect(event({ kind: 'closed', values: { outcome: 'other' }, text: '好' })).toBe('好');
  });
});

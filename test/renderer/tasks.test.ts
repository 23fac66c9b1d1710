import { describe, expect, test } from 'vitest';
import { instantOf } from '../../db/domain/zonedTime.ts';
import {
  type CallContext,
  checkCall,
  emptyCall,
  nextCall,
  recordOf,
  spokenOf,
} from '../../renderer/features/tasks/callDraft.ts';
import { addressOf, isNarrowed, noFilter, readFilter } from '../../renderer/features/tasks/dayFilter.ts';
import { outcomeKeys, outcomes } from '../../renderer/features/tasks/outcomes.ts';

const timeZone = 'Asia/Shanghai';
const context: CallContext = {
  now: instantOf('2026-11-22', '10:00', timeZone),
  timeZone,
  proposedAt: instantOf('2026-11-22', '15:00', timeZone),
  meId: 'me',
  tomorrow: '2026-11-23',
  asked: null,
};
const questionnaire = {
  ...{ id: 'q', version: 1, name: '售后', intro: '', thanks: '', active: true, responses: 0, rules: [] },
  ...{ updatedAt: 0, byName: '' },
  questions: [
    { id: 'n', kind: 'nps' as const, text: '推荐', options: [], required: true },
    { id: 'w', kind: 'words' as const, text: '想说的', options: [], required: false },
  ],
};
const asking: CallContext = { ...context, asked: { taskId: 'b', questionnaire, visitId: null } };
const score = (value: number | null, words = '') => ({ score: value, words });
const record = (change: object, tasks: readonly string[] = ['a', 'b']) =>
  recordOf({ ...emptyCall, ...change }, 'customer', tasks, context);

describe('a questionnaire asked in the call', () => {
  const answered = { ...emptyCall, outcome: 'connected' as const, questionnaireId: 'q', answers: { n: score(3) } };

  test('goes with what came of it, and the task that asks it was spoken about', () => {
    expect(recordOf({ ...answered, unsaid: ['b'] }, 'customer', ['a', 'b'], asking)).toMatchObject({
      taskIds: ['a', 'b'],
      survey: { questionnaireId: 'q', answers: [{ questionId: 'n', score: 3, words: null }] },
    });
  });

  test('left alone it asks for nothing', () => {
    expect(record({ outcome: 'connected' })).toMatchObject({ survey: null });
    expect(recordOf({ ...emptyCall, outcome: 'connected' }, 'customer', ['b'], asking)).toMatchObject({ survey: null });
  });

  test('begun, what has to be answered is asked for', () => {
    const half = { ...answered, answers: { w: score(null, '还行') } };
    expect(checkCall(half, asking)).toEqual({ answers: 'required' });
    expect(recordOf(half, 'customer', ['b'], asking)).toBeNull();
  });

  test('whoever was not reached has answered nothing', () => {
    expect(recordOf({ ...answered, outcome: 'noAnswer' }, 'customer', ['b'], asking)).toMatchObject({ survey: null });
    expect(checkCall({ ...answered, outcome: 'busy', answers: { w: score(null, 'x') } }, asking)).toEqual({});
  });

  test('answers to another one, whose questions have the same ids, are none to this', () => {
    const other = { ...answered, questionnaireId: 'p' };
    expect(recordOf(other, 'customer', ['b'], asking)).toMatchObject({ survey: null });
    expect(checkCall({ ...other, answers: { w: score(null, 'x') } }, asking)).toEqual({});
  });

  test('who put the talk off keeps what they answered before; what was recorded is not asked to be recorded again', () => {
    const { questionnaireId, answers } = answered;
    const putOff = { ...answered, outcome: 'callBack' as const, note: '晚点再说', recorded: 'c' };
    expect(nextCall(putOff)).toEqual({ ...emptyCall, questionnaireId, answers });
    expect(nextCall({ ...putOff, outcome: 'noAnswer' })).toEqual({ ...emptyCall, questionnaireId, answers });
    for (const outcome of ['connected', 'never', 'wrongPerson', ''] as const) {
      expect(nextCall({ ...putOff, outcome })).toEqual(emptyCall);
    }
  });
});

describe('the call while it is typed', () => {
  test('twelve outcomes, each with a key of its own', () => {
    expect(outcomes).toHaveLength(12);
    expect(new Set(outcomes.map((one) => outcomeKeys[one])).size).toBe(12);
  });

  test('wants an outcome first', () => {
    expect(checkCall(emptyCall, context)).toEqual({ outcome: 'outcome-missing' });
    expect(record({ note: '想一想' })).toBeNull();
  });

  test('an outcome and its note are enough', () => {
    expect(record({ outcome: 'noAnswer', note: ' 响了很久 ' })).toMatchObject({
      customerId: 'customer',
      taskIds: ['a', 'b'],
      outcome: 'noAnswer',
      note: '响了很久',
      nextAt: null,
      promise: null,
    });
  });

  test('a call back is when the calendar proposes, unless another time is typed', () => {
    expect(record({ outcome: 'callBack' })?.nextAt).toBe(context.proposedAt);
    expect(record({ outcome: 'callBack', day: '2026-11-25', time: '18.30' })?.nextAt).toBe(
      instantOf('2026-11-25', '18:30', timeZone),
    );
    expect(checkCall({ ...emptyCall, outcome: 'callBack', time: '09:00' }, context)).toEqual({ next: 'past' });
    expect(checkCall({ ...emptyCall, outcome: 'callBack', day: 'x' }, context)).toEqual({ next: 'day-invalid' });
    // of another outcome what stands in those fields does not matter
    expect(checkCall({ ...emptyCall, outcome: 'connected', day: 'x' }, context)).toEqual({});
  });

  test('a promise has words, a day and somebody who keeps it', () => {
    const promised = { outcome: 'connected', promising: true } as const;
    expect(checkCall({ ...emptyCall, ...promised }, context)).toEqual({ promise: 'required' });
    expect(record({ ...promised, promise: '回电报价' })?.promise).toEqual({
      text: '回电报价',
      dueAt: instantOf('2026-11-23', '12:00', timeZone),
      ownerId: 'me',
    });
    expect(
      checkCall({ ...emptyCall, ...promised, promise: 'x', promiseDay: '2026-11-21', promiseTime: '12:00' }, context),
    ).toEqual({ promiseDue: 'past' });
  });

  test('is about what was spoken about, or all of it where nothing was', () => {
    expect(spokenOf({ unsaid: ['a'] }, ['a', 'b'])).toEqual(['b']);
    expect(spokenOf({ unsaid: ['a', 'b'] }, ['a', 'b'])).toEqual(['a', 'b']);
  });

  test('the six purposes belong to a call that was answered', () => {
    expect(record({ outcome: 'connected', purposes: ['thanks'] })?.purposes).toEqual(['thanks']);
    expect(record({ outcome: 'noAnswer', purposes: ['thanks'] })?.purposes).toEqual([]);
  });

  test('不再联系 is recorded by an entry of its own', () => {
    expect(record({ outcome: 'never' })).toBeNull();
    expect(checkCall({ ...emptyCall, outcome: 'never' }, context)).toEqual({});
  });
});

describe('the list’s address', () => {
  test('holds what it shows', () => {
    const filter = { channel: 'letter', mine: true, ruleId: 'r1', left: 'budget' } as const;
    const address = addressOf('0190', filter);
    expect(address).toBe('/tasks/0190?channel=letter&mine=1&rule=r1&left=budget');
    expect(readFilter(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(addressOf(null, noFilter)).toBe('/tasks');
    expect(addressOf('0190', noFilter, { do: 'complaint' })).toBe('/tasks/0190?do=complaint');
    expect(isNarrowed(noFilter)).toBe(false);
  });

  test('an unknown way or reason is none', () => {
    expect(readFilter(new URLSearchParams('channel=fax&left=mood'))).toEqual(noFilter);
    expect(readFilter(new URLSearchParams('left=all')).left).toBe('all');
  });
});

import { describe, expect, test } from 'vitest';
import { instantOf } from '../../db/domain/zonedTime.ts';
import { type CallContext, checkCall, emptyCall, recordOf, spokenOf } from '../../renderer/features/tasks/callDraft.ts';
import { addressOf, isNarrowed, noFilter, readFilter } from '../../renderer/features/tasks/dayFilter.ts';
import { outcomeKeys, outcomes } from '../../renderer/features/tasks/outcomes.ts';

const timeZone = 'Asia/Shanghai';
const context: CallContext = {
  now: instantOf('2026-11-22', '10:00', timeZone),
  timeZone,
  proposedAt: instantOf('2026-11-22', '15:00', timeZone),
  meId: 'me',
  tomorrow: '2026-11-23',
};
const record = (change: object, tasks: readonly string[] = ['a', 'b']) =>
  recordOf({ ...emptyCall, ...change }, 'customer', tasks, context);

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

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { HeldDocument } from '../../db/contract/clubTerms.ts';
import { allReturned, heldNow } from '../../db/domain/club/heldDocuments.ts';
import { clubNumberHead } from '../../db/domain/club/number.ts';
import { isRenewal } from '../../db/domain/club/policyRenewal.ts';
import { isLateRescue, minutesToArrival, stepTimeProblem } from '../../db/domain/club/rescueClock.ts';
import { calledAtOf, newRescue } from '../../renderer/features/club/rescueDraft.ts';
import { feeFen, knownFen } from '../../renderer/features/club/yuanField.ts';

const minute = 60_000;

test('numbers begin with the service and the month', () => {
  expect(clubNumberHead('agency', '2026-11-21')).toBe('AG2611-');
  expect(clubNumberHead('rescue', '2027-01-01')).toBe('RS2701-');
  expect(clubNumberHead('claim', '2026-12-31')).toBe('CL2612-');
});

test('a policy renews one of its kind that ends earlier', () => {
  const first = { kind: 'commercial', endDay: '2026-11-30' } as const;
  const next = { kind: 'commercial', endDay: '2027-11-30' } as const;
  const other = { kind: 'compulsory', endDay: '2027-11-30' } as const;
  const all = [next, other, first];
  expect(all.map((policy) => isRenewal(policy, all))).toEqual([true, false, false]);
});

describe('documents that we hold', () => {
  const names = fc.uniqueArray(fc.constantFrom('行驶证', '驾驶证', '身份证', '保险单'), { maxLength: 4 });

  it('are those of the last form, none twice, and nothing that ever came is forgotten', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (forms) => {
        let held: readonly HeldDocument[] = [];
        forms.forEach((form, at) => {
          const before = held;
          held = heldNow(before, form, at);
          const inHand = held.filter(({ returnedAt }) => returnedAt === null).map(({ name }) => name);
          expect(inHand.toSorted()).toEqual([...form].toSorted());
          expect(held.length).toBeGreaterThanOrEqual(before.length);
          // what was taken, and what went back, stays as it was
          before.forEach((one, place) => {
            expect(held[place]).toMatchObject({ name: one.name, heldAt: one.heldAt });
            if (one.returnedAt !== null) expect(held[place]?.returnedAt).toBe(one.returnedAt);
          });
        });
        expect(allReturned(held, 99).every(({ returnedAt }) => returnedAt !== null)).toBe(true);
      }),
    );
  });
});

describe('the clock of a rescue', () => {
  const called = { calledAt: 0, dispatchedAt: null, arrivedAt: null, endedAt: null };

  it('runs until somebody is there, or nobody has to be', () => {
    expect(minutesToArrival(called, 12.9 * minute)).toBe(12);
    expect(minutesToArrival({ ...called, arrivedAt: 33 * minute }, 90 * minute)).toBe(33);
    expect(minutesToArrival({ ...called, endedAt: 8 * minute }, 90 * minute)).toBe(8);
    // a clock that was set back
    expect(minutesToArrival(called, -minute)).toBe(0);
  });

  it('is late from the sixtieth minute on, while nobody is there', () => {
    expect(isLateRescue(called, 60 * minute - 1)).toBe(false);
    expect(isLateRescue(called, 60 * minute)).toBe(true);
    expect(isLateRescue({ ...called, arrivedAt: 80 * minute }, 90 * minute)).toBe(false);
    expect(isLateRescue({ ...called, endedAt: 80 * minute }, 90 * minute)).toBe(false);
  });

  it('takes steps in their order and none ahead of now', () => {
    const sent = { ...called, dispatchedAt: 10 * minute };
    expect(stepTimeProblem(sent, 9 * minute, 20 * minute)).toBe('step-before-last');
    expect(stepTimeProblem(sent, 10 * minute, 20 * minute)).toBeNull();
    expect(stepTimeProblem(sent, 21 * minute, 20 * minute)).toBe('step-ahead');
  });
});

describe('the forms', () => {
  it('take amounts in yuan, and nothing for nothing', () => {
    expect([feeFen(''), feeFen('199.5'), feeFen('一百')]).toEqual([0, 19_950, null]);
    expect([knownFen(''), knownFen('0'), knownFen('x')]).toEqual([null, 0, undefined]);
  });

  it('count a call from when the form was opened, unless another time is typed', () => {
    const opened = { day: '2026-11-21', time: '10:30' };
    const openedAt = Date.parse('2026-11-21T10:30:42+08:00');
    const draft = newRescue(undefined, openedAt, opened);
    expect(calledAtOf(draft, opened, 'Asia/Shanghai')).toBe(openedAt);
    const earlier = { ...draft, called: { ...opened, time: '10:05' } };
    expect(calledAtOf(earlier, opened, 'Asia/Shanghai')).toBe(Date.parse('2026-11-21T10:05:00+08:00'));
    expect(calledAtOf({ ...draft, called: { ...opened, time: '25' } }, opened, 'Asia/Shanghai')).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boardSteps,
  moved,
  movesOf,
  type StepTimes,
  stepMoves,
  visitSteps,
  waitingMinutes,
} from '../../db/domain/visitSteps.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 2, 30);
const arrived: StepTimes = { step: 'arrived', arrivedAt: start, inWorkAt: null, readyAt: null, leftAt: null };

/** What may never be: a moment before the one of an earlier step, or one of a step not reached. */
const impossible = (times: StepTimes): string | null => {
  const moments = [times.arrivedAt, times.inWorkAt, times.readyAt, times.leftAt];
  const reached = visitSteps.indexOf(times.step);
  if (moments[reached] === null) return 'the present step has no moment';
  if (moments.slice(reached + 1).some((moment) => moment !== null)) return 'a later step has a moment';
  const known = moments.filter((moment) => moment !== null);
  return known.some((moment, index) => index > 0 && moment < (known[index - 1] ?? 0)) ? 'moments fall' : null;
};

describe('steps of a visit', () => {
  it('are known by their times, and waiting ends when the car is ready', () => {
    const inWork = moved(arrived, 'inWork', start + 10 * minute);
    const ready = moved(inWork, 'ready', start + 95 * minute);
    const left = moved(ready, 'left', start + 200 * minute);
    expect(left).toEqual({
      step: 'left',
      arrivedAt: start,
      inWorkAt: start + 10 * minute,
      readyAt: start + 95 * minute,
      leftAt: start + 200 * minute,
    });
    expect(waitingMinutes(inWork, start + 30 * minute)).toBe(30);
    expect(waitingMinutes(ready, start + 500 * minute)).toBe(95);
    expect(waitingMinutes(left, start + 500 * minute)).toBe(95);
  });

  it('may be skipped: what nobody marked stays unknown, and the wait lasts until the car left', () => {
    const left = moved(arrived, 'left', start + 50 * minute);
    expect(left).toMatchObject({ inWorkAt: null, readyAt: null });
    expect(waitingMinutes(left, start + 500 * minute)).toBe(50);
  });

  it('go back by one, to the neighbour or to where the card really was, which keeps its time', () => {
    const left = moved(moved(arrived, 'inWork', start + minute), 'left', start + 5 * minute);
    expect(movesOf(left, false).toSorted()).toEqual(['inWork', 'ready']);
    expect(moved(left, 'inWork', start + 9 * minute)).toEqual({
      ...arrived,
      step: 'inWork',
      inWorkAt: start + minute,
    });
    expect(moved(left, 'ready', start + 9 * minute)).toMatchObject({ readyAt: start + 9 * minute, leftAt: null });
  });

  it.each(boardSteps.flatMap((from) => boardSteps.map((to) => [from, to] as const)))(
    '%s → %s is on by any number or back by one',
    (from, to) => {
      const distance = boardSteps.indexOf(to) - boardSteps.indexOf(from);
      const makesSense = from === 'booked' ? distance === 1 : distance > 0 || distance === -1;
      expect(stepMoves[from].includes(to)).toBe(makesSense);
    },
  );

  it('only what was booked goes back to its booking', () => {
    expect(movesOf(arrived, true)).toContain('booked');
    expect(movesOf(arrived, false)).not.toContain('booked');
  });

  it('stay possible under any moves and any clocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(10), fc.integer({ min: -300, max: 300 })), { minLength: 1, maxLength: 30 }),
        (choices) => {
          let times = arrived;
          for (const [choice, minutes] of choices) {
            const moves = movesOf(times, false).filter((step) => step !== 'booked');
            const to = moves[choice % moves.length];
            if (to === undefined) throw new Error(`no way on from ${times.step}`);
            const before = times;
            times = moved(times, to, start + minutes * minute);
            expect(impossible(times)).toBeNull();
            expect(times.arrivedAt).toBe(start);
            // no step that stands before both is lost or moved
            for (const step of visitSteps.slice(0, Math.min(visitSteps.indexOf(to), visitSteps.indexOf(before.step)))) {
              const key = `${step}At` as const;
              expect(times[key]).toBe(before[key]);
            }
          }
        },
      ),
    );
  });
});

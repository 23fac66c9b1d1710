import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertDue } from '../../db/domain/complaints/alerts.ts';
import { type ClockInput, clockOf } from '../../db/domain/complaints/clock.ts';
import { allWeek, at, hour, invented2027, minute, office, sundaysClosed, weekdaysOnly } from './clockOffices.ts';

const closedSundays = office(sundaysClosed);
const openAllWeek = office(allWeek);
const closedWeekends = office(weekdaysOnly);

const from = at('2026-01-01 00:00');
const instant = fc.integer({ min: from, max: at('2027-03-31 23:59') });
const span = fc.integer({ min: 0, max: 20 * 24 * hour });
const anyOffice = fc.constantFrom(closedSundays, openAllWeek, closedWeekends, office(sundaysClosed, invented2027));
const stands = fc.array(
  fc.record({ begin: span, length: span, open: fc.boolean() }).map(({ begin, length, open }) => ({
    begin,
    length: open ? null : length,
  })),
  { maxLength: 4 },
);
const anyClock = fc.record({
  where: anyOffice,
  startedAt: instant,
  elapsed: fc.integer({ min: -2 * hour, max: 20 * 24 * hour }),
  stopsAfter: fc.option(span),
  spans: stands,
  limit: fc.integer({ min: 5 * minute, max: 10 * 24 * hour }),
  countedBy: fc.constantFrom('natural' as const, 'working' as const),
});
type AnyClock = typeof anyClock extends fc.Arbitrary<infer T> ? T : never;
const made = (row: AnyClock) => {
  const input: ClockInput = {
    startedAt: row.startedAt,
    stoppedAt: row.stopsAfter === null ? null : row.startedAt + row.stopsAfter,
    stands: row.spans.map(({ begin, length }) => ({
      fromAt: row.startedAt + begin,
      toAt: length === null ? null : row.startedAt + begin + length,
    })),
    limits: { natural: row.limit, working: row.limit },
    countedBy: row.countedBy,
  };
  const now = row.startedAt + row.elapsed;
  return { input, now, clock: clockOf(input, row.where, now) };
};

describe('whatever happens to it', () => {
  it('what was used and what stood are what has passed', () => {
    fc.assert(
      fc.property(anyClock, (row) => {
        const { input, now, clock } = made(row);
        const passed = Math.max(0, (input.stoppedAt ?? now) - input.startedAt);
        expect(clock.natural.usedMs + clock.natural.stoodMs).toBe(passed);
        for (const face of [clock.natural, clock.working]) {
          expect(face.usedMs).toBeGreaterThanOrEqual(0);
          expect(face.stoodMs).toBeGreaterThanOrEqual(0);
          expect(face.leftMs).toBe(face.limitMs - face.usedMs);
        }
        expect(clock.working.usedMs).toBeLessThanOrEqual(clock.natural.usedMs);
      }),
    );
  });

  it('running without a stand, it is due when what is left has passed', () => {
    fc.assert(
      fc.property(anyClock, (row) => {
        const { clock, now, input } = made({ ...row, spans: [], stopsAfter: null });
        expect(clock.state).toBe('running');
        expect(clock.natural.dueAt).toBe(Math.max(now, input.startedAt) + clock.natural.leftMs);
      }),
    );
  });

  it('whatever stood before, it is not over until it is due, and over some day after', () => {
    fc.assert(
      fc.property(anyClock, fc.constantFrom('natural' as const, 'working' as const), (row, face) => {
        const { clock, now, input } = made({ ...row, stopsAfter: null });
        const { dueAt, late } = clock[face];
        if (clock.state !== 'running' || dueAt === null) return;
        // due as the store closes, it is not over before it opens again
        if (face === 'natural') expect(late).toBe(now > dueAt);
        else if (late) expect(now).toBeGreaterThan(dueAt);
        if (now >= dueAt) return;
        // if nothing happens from here on
        const known = input.stands
          .filter(({ fromAt }) => fromAt <= now)
          .map(({ fromAt, toAt }) => ({ fromAt, toAt: Math.min(now, toAt ?? now) }));
        const lateAt = (later: number) => clockOf({ ...input, stands: known }, row.where, later)[face].late;
        expect(lateAt(dueAt)).toBe(false);
        expect(lateAt(dueAt + 30 * 24 * hour)).toBe(true);
      }),
    );
  });

  it('only one share of a term is told at a time, and never the same again', () => {
    fc.assert(
      fc.property(anyClock, fc.array(span, { minLength: 1, maxLength: 8 }), (row, looks) => {
        const { input } = made(row);
        const told: number[] = [];
        for (const look of looks) {
          const alert = alertDue(clockOf(input, row.where, input.startedAt + look), [50, 80, 95], told);
          if (!alert) continue;
          const now = [alert.percent, ...alert.passed];
          expect(now.filter((percent) => told.includes(percent))).toEqual([]);
          expect(alert.percent).toBe(Math.max(...now, ...told));
          told.push(...now);
        }
        expect(told.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

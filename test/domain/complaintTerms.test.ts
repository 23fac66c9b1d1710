import { describe, expect, it } from 'vitest';
import { alertDue } from '../../db/domain/complaints/alerts.ts';
import { clockOf } from '../../db/domain/complaints/clock.ts';
import { type ClockFacts, clockInputOf } from '../../db/domain/complaints/clockTerms.ts';
import { complaintDefaults } from '../../db/features/settings/complaintDefaults.ts';
import { at, hour, office, sundaysClosed } from './clockOffices.ts';

const closedSundays = office(sundaysClosed);

const shipped = complaintDefaults.complaintTerms;
/** 严重 in 8 h, 一般 in 48 h. */
const terms: typeof shipped = {
  ...shipped,
  severities: shipped.severities.map((one) => ({
    ...one,
    solveMinutes: one.severity === 'critical' ? { natural: 480, working: 240 } : { natural: 2880, working: 960 },
  })),
};
const facts: ClockFacts = {
  severity: 'minor',
  receivedAt: at('2026-11-17 10:00'),
  roundAt: at('2026-11-17 10:00'),
  acknowledgedAt: null,
  solvedAt: null,
  closedAt: null,
};
const solveAt = (changed: Partial<ClockFacts>, now: string) =>
  clockOf(clockInputOf('solve', { ...facts, ...changed }, [], terms), closedSundays, at(now));
const percents = (alert: ReturnType<typeof alertDue>) => alert && [alert.percent, ...alert.passed];

describe('what a complaint’s clocks go by', () => {
  it('changed severity: the other term from the beginning, not from the change', () => {
    // 10 h used at 20:00: 600 ÷ 2880 = 20 %; as 严重 600 ÷ 480 = 125 %, over since 18:00
    const before = solveAt({}, '2026-11-17 20:00');
    expect([before.percent, before.late, before.natural.dueAt]).toEqual([20, false, at('2026-11-19 10:00')]);
    const after = solveAt({ severity: 'critical' }, '2026-11-17 20:00');
    expect([after.percent, after.late, after.natural.dueAt]).toEqual([125, true, at('2026-11-17 18:00')]);
  });

  it('响应 runs from the day it came in, whatever round it is, and no pause stops it', () => {
    const stands = [{ fromAt: at('2026-11-17 10:00'), toAt: null }];
    const input = clockInputOf('acknowledge', { ...facts, roundAt: at('2026-11-19 10:00') }, stands, terms);
    expect(input).toMatchObject({ startedAt: facts.receivedAt, stoppedAt: null, stands: [] });
    expect(input.limits).toEqual({ natural: 2 * hour, working: 2 * hour });
  });

  it('解决 runs from where the round began', () => {
    const input = clockInputOf('solve', { ...facts, roundAt: at('2026-11-19 10:00') }, [], terms);
    expect(input.startedAt).toBe(at('2026-11-19 10:00'));
  });

  it('what is closed without an answer has stopped', () => {
    const closed = { ...facts, closedAt: at('2026-11-17 11:00') };
    expect(clockInputOf('acknowledge', closed, [], terms).stoppedAt).toBe(closed.closedAt);
    expect(clockInputOf('solve', closed, [], terms).stoppedAt).toBe(closed.closedAt);
  });
});

describe('who has to be told', () => {
  const warn = [50, 80, 95];

  it('one thing at a time as the term runs, each once', () => {
    // of 48 h: 24 h is 50 %, 38.4 h 80 %, 45.6 h 95 %
    const walk = [
      ['2026-11-18 09:59', null],
      ['2026-11-18 10:00', [50]],
      ['2026-11-18 10:01', null],
      ['2026-11-19 00:23', null],
      ['2026-11-19 00:24', [80]],
      ['2026-11-19 07:36', [95]],
      ['2026-11-19 10:00', null],
      ['2026-11-19 10:01', [100]],
      ['2026-11-25 10:01', null],
    ] as const;
    const told: number[] = [];
    for (const [now, expected] of walk) {
      const alert = percents(alertDue(solveAt({}, now), warn, told));
      expect(alert, now).toEqual(expected);
      told.push(...(alert ?? []));
    }
  });

  it('one thing, not four, after a machine slept for three days', () => {
    expect(percents(alertDue(solveAt({}, '2026-11-20 10:00'), warn, []))).toEqual([100, 50, 80, 95]);
    // 40 h: 83 %
    expect(percents(alertDue(solveAt({}, '2026-11-19 02:00'), warn, []))).toEqual([80, 50]);
    expect(percents(alertDue(solveAt({}, '2026-11-20 10:00'), warn, [50]))).toEqual([100, 80, 95]);
  });

  it('nothing twice after the clock was set back', () => {
    const told = [50];
    expect(alertDue(solveAt({}, '2026-11-17 09:00'), warn, told)).toBeNull();
    expect(alertDue(solveAt({}, '2026-11-18 10:30'), warn, told)).toBeNull();
    expect(percents(alertDue(solveAt({}, '2026-11-19 00:24'), warn, told))).toEqual([80]);
  });

  it('nothing twice after the severity was changed to longer terms and back', () => {
    // 严重: 8 h; 14:00 is 50 %
    const told = percents(alertDue(solveAt({ severity: 'critical' }, '2026-11-17 14:00'), warn, [])) ?? [];
    expect(told).toEqual([50]);
    expect(alertDue(solveAt({}, '2026-11-17 14:30'), warn, told)).toBeNull();
    expect(alertDue(solveAt({ severity: 'critical' }, '2026-11-17 15:00'), warn, told)).toBeNull();
    expect(percents(alertDue(solveAt({ severity: 'critical' }, '2026-11-17 18:01'), warn, told))).toEqual([
      100, 80, 95,
    ]);
  });

  it('nobody while it stands or once it has stopped', () => {
    const now = at('2026-11-20 10:00');
    const stands = [{ fromAt: at('2026-11-17 11:00'), toAt: null }];
    expect(alertDue(clockOf(clockInputOf('solve', facts, stands, terms), closedSundays, now), warn, [])).toBeNull();
    const solved = { ...facts, solvedAt: at('2026-11-20 09:00') };
    expect(alertDue(clockOf(clockInputOf('solve', solved, [], terms), closedSundays, now), warn, [])).toBeNull();
  });
});

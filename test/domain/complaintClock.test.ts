import { describe, expect, it } from 'vitest';
import { type ClockInput, clockOf, type Stand } from '../../db/domain/complaints/clock.ts';
import type { Office } from '../../db/domain/workingTime.ts';
import { allWeek, at, hour, invented2027, minute, office, sundaysClosed, weekdaysOnly } from './clockOffices.ts';

/** Mon–Fri 09–18, Sat 09–16, closed on Sundays. */
const closedSundays = office(sundaysClosed);
/** Every day 08–20. */
const openAllWeek = office(allWeek);
/** Mon–Fri 09–18. */
const closedWeekends = office(weekdaysOnly);
const neverOpen = office([null, null, null, null, null, null, null]);

/** Minutes of one face; due as the wall shows it. */
interface Expected {
  readonly used: number;
  readonly stood?: number;
  readonly due: string | null;
}

interface Case {
  readonly name: string;
  readonly where?: Office;
  readonly from: string;
  readonly stopped?: string;
  readonly now: string;
  /** from, to; to null: it still stands */
  readonly stands?: readonly (readonly [string, string | null])[];
  /** hours: natural, working */
  readonly limit?: readonly [number, number];
  readonly countedBy?: 'natural' | 'working';
  readonly state?: 'running' | 'stands' | 'stopped';
  readonly natural: Expected;
  readonly working: Expected;
  readonly late: boolean;
  readonly percent: number;
}

/** Where a row says nothing else: the term is 24 natural or 8 working hours, natural hours count, the store is closed on Sundays. */
const cases: readonly Case[] = [
  {
    // natural 6.5 h to midnight + 10 h; working 17:30–18 + 09–10; working due: 8 h − 0.5 h from Wed 09:00; 990 ÷ 1440
    name: 'a night',
    from: '2026-11-17 17:30',
    now: '2026-11-18 10:00',
    natural: { used: 990, due: '2026-11-18 17:30' },
    working: { used: 90, due: '2026-11-18 16:30' },
    late: false,
    percent: 68,
  },
  {
    // natural 3 h + 10.5 h of a term of 2 h, but working hours count: 09–10:30; 90 ÷ 120
    name: 'told us at night, counted by working hours',
    from: '2026-11-17 21:00',
    now: '2026-11-18 10:30',
    limit: [2, 2],
    countedBy: 'working',
    natural: { used: 810, due: '2026-11-17 23:00' },
    working: { used: 90, due: '2026-11-18 11:00' },
    late: false,
    percent: 75,
  },
  {
    // the same by natural hours: 810 ÷ 120
    name: 'told us at night, counted by natural hours',
    from: '2026-11-17 21:00',
    now: '2026-11-18 10:30',
    limit: [2, 2],
    natural: { used: 810, due: '2026-11-17 23:00' },
    working: { used: 90, due: '2026-11-18 11:00' },
    late: true,
    percent: 675,
  },
  {
    // natural 9 + 24 + 11 h; working Sat 15–16, Sun 0, Mon 09–11; working due: 8 h − 1 h from Mon 09:00; 2640 ÷ 1440
    name: 'a weekend, closed on Sunday',
    from: '2026-11-21 15:00',
    now: '2026-11-23 11:00',
    natural: { used: 2640, due: '2026-11-22 15:00' },
    working: { used: 180, due: '2026-11-23 16:00' },
    late: true,
    percent: 183,
  },
  {
    // working Sat 15–20 (300) + Sun 08–20 (720) + Mon 08–11 (180); due: 480 − 300 = 180 from Sun 08:00
    name: 'a weekend, open all week',
    where: openAllWeek,
    from: '2026-11-21 15:00',
    now: '2026-11-23 11:00',
    natural: { used: 2640, due: '2026-11-22 15:00' },
    working: { used: 1200, due: '2026-11-22 11:00' },
    late: true,
    percent: 183,
  },
  {
    // told and asked on the Sunday on which it is closed: no working time at all
    name: 'within a Sunday',
    from: '2026-11-22 10:00',
    now: '2026-11-22 20:00',
    countedBy: 'working',
    natural: { used: 600, due: '2026-11-23 10:00' },
    working: { used: 0, due: '2026-11-23 17:00' },
    late: false,
    percent: 0,
  },
  {
    // as published: Sat 02-14 worked, 02-15 to 02-23 off. Natural 10 d 17 h = 257 h; working Fri 1 h + Sat 09–16 7 h + Tue 1 h;
    // due: 1 h + 7 h end as Saturday closes
    name: '春节 2026',
    from: '2026-02-13 17:00',
    now: '2026-02-24 10:00',
    countedBy: 'working',
    natural: { used: 15_420, due: '2026-02-14 17:00' },
    working: { used: 540, due: '2026-02-14 16:00' },
    late: true,
    percent: 112,
  },
  {
    // closed on Saturdays, but Sat 02-14 is 调休: a weekday's 09–18. Fri 1 h + Sat 9 h + Tue 1 h; due 1 h + 7 h of Saturday
    name: '春节 2026, Saturday worked by 调休',
    where: closedWeekends,
    from: '2026-02-13 17:00',
    now: '2026-02-24 10:00',
    countedBy: 'working',
    natural: { used: 15_420, due: '2026-02-14 17:00' },
    working: { used: 660, due: '2026-02-14 16:00' },
    late: true,
    percent: 137,
  },
  {
    // open all week, but not on public holidays: Sat 19–20, Tue 08–09; due: 8 h − 1 h from Tue 08:00. Natural 5 h + 9 d + 9 h = 230 h
    name: '春节 2026, open all week',
    where: openAllWeek,
    from: '2026-02-14 19:00',
    now: '2026-02-24 09:00',
    countedBy: 'working',
    natural: { used: 13_800, due: '2026-02-15 19:00' },
    working: { used: 120, due: '2026-02-24 15:00' },
    late: false,
    percent: 25,
  },
  {
    // Sat 02-28 worked by 调休: Fri 17–18, Sat 09–12; due: 8 h − 1 h of Saturday 09–18
    name: 'the working Saturday after 春节 2026',
    where: closedWeekends,
    from: '2026-02-27 17:00',
    now: '2026-02-28 12:00',
    countedBy: 'working',
    natural: { used: 1140, due: '2026-02-28 17:00' },
    working: { used: 240, due: '2026-02-28 16:00' },
    late: false,
    percent: 50,
  },
  {
    // INVENTED table: 02-05 to 02-11 off. Thu 1 h, Fri 02-12 1 h; due: 8 h − 1 h from Fri 09:00. Natural 7 d 17 h = 185 h
    name: '春节 2027 (invented table)',
    where: office(sundaysClosed, invented2027),
    from: '2027-02-04 17:00',
    now: '2027-02-12 10:00',
    countedBy: 'working',
    natural: { used: 11_100, due: '2027-02-05 17:00' },
    working: { used: 120, due: '2027-02-12 16:00' },
    late: false,
    percent: 25,
  },
  {
    // INVENTED table: Sunday 01-31 worked, Monday's hours. Sat 15–16, Sun 09–12; due: 8 h − 1 h from Sun 09:00. Natural 21 h
    name: 'the working Sunday before 春节 2027 (invented table)',
    where: office(sundaysClosed, invented2027),
    from: '2027-01-30 15:00',
    now: '2027-01-31 12:00',
    countedBy: 'working',
    natural: { used: 1260, due: '2027-01-31 15:00' },
    working: { used: 240, due: '2027-01-31 16:00' },
    late: false,
    percent: 50,
  },
  {
    // no table of 2027: the plain week. Thu 1, Fri 9, Sat 7, Mon–Thu 36, Fri 1 = 54 h; due Fri 02-05 09:00 + 7 h
    name: '春节 2027 with nothing published',
    from: '2027-02-04 17:00',
    now: '2027-02-12 10:00',
    countedBy: 'working',
    natural: { used: 11_100, due: '2027-02-05 17:00' },
    working: { used: 3240, due: '2027-02-05 16:00' },
    late: true,
    percent: 675,
  },
  {
    // 7 h − 2 h; natural due Wed 10:00 + 2 h; working due Tue 18:00 + 2 h = Wed 11:00; 300 ÷ 1440
    name: 'a pause',
    from: '2026-11-17 10:00',
    now: '2026-11-17 17:00',
    stands: [['2026-11-17 14:00', '2026-11-17 16:00']],
    natural: { used: 300, stood: 120, due: '2026-11-18 12:00' },
    working: { used: 300, stood: 120, due: '2026-11-18 11:00' },
    late: false,
    percent: 20,
  },
  {
    // 13–15 and 14–16 are 13–16: 7 h − 3 h, not − 4 h; due Wed 13:00 and Tue 18:00 + 3 h = Wed 12:00
    name: 'two pauses that overlap',
    from: '2026-11-17 10:00',
    now: '2026-11-17 17:00',
    stands: [
      ['2026-11-17 14:00', '2026-11-17 16:00'],
      ['2026-11-17 13:00', '2026-11-17 15:00'],
    ],
    natural: { used: 240, stood: 180, due: '2026-11-18 13:00' },
    working: { used: 240, stood: 180, due: '2026-11-18 12:00' },
    late: false,
    percent: 16,
  },
  {
    // one inside the other: 13–16
    name: 'a pause within a pause',
    from: '2026-11-17 10:00',
    now: '2026-11-17 17:00',
    stands: [
      ['2026-11-17 13:00', '2026-11-17 16:00'],
      ['2026-11-17 14:00', '2026-11-17 15:00'],
    ],
    natural: { used: 240, stood: 180, due: '2026-11-18 13:00' },
    working: { used: 240, stood: 180, due: '2026-11-18 12:00' },
    late: false,
    percent: 16,
  },
  {
    // natural 26 h − 17 h; due Wed 10:00 + 17 h. Working Tue 10–18 + Wed 09–12 = 11 h, less 17–18 and 09–10; due: Tue 10–17 is 7 h,
    // Wed 10–11 the eighth
    name: 'a pause over a night',
    from: '2026-11-17 10:00',
    now: '2026-11-18 12:00',
    stands: [['2026-11-17 17:00', '2026-11-18 10:00']],
    natural: { used: 540, stood: 1020, due: '2026-11-19 03:00' },
    working: { used: 540, stood: 120, due: '2026-11-18 11:00' },
    late: false,
    percent: 37,
  },
  {
    // the pause lies on a Sunday: natural 44 h − 10 h, due Sun 15:00 + 10 h; of working time nothing stood
    name: 'a pause while it is closed',
    from: '2026-11-21 15:00',
    now: '2026-11-23 11:00',
    stands: [['2026-11-22 08:00', '2026-11-22 18:00']],
    natural: { used: 2040, stood: 600, due: '2026-11-23 01:00' },
    working: { used: 180, stood: 0, due: '2026-11-23 16:00' },
    late: true,
    percent: 141,
  },
  {
    // used Tue 10–15; stood 15:00 to 11:00 = 20 h, working 15–18 + 09–11 = 5 h; nothing runs out
    name: 'a pause that is open now',
    from: '2026-11-17 10:00',
    now: '2026-11-18 11:00',
    stands: [['2026-11-17 15:00', null]],
    state: 'stands',
    natural: { used: 300, stood: 1200, due: null },
    working: { used: 300, stood: 300, due: null },
    late: false,
    percent: 20,
  },
  {
    // over when the pause began: it stays over. 25 h used, 1500 ÷ 1440
    name: 'a pause that came too late',
    from: '2026-11-17 10:00',
    now: '2026-11-18 15:00',
    stands: [['2026-11-18 11:00', null]],
    state: 'stands',
    natural: { used: 1500, stood: 240, due: null },
    working: { used: 600, stood: 240, due: null },
    late: true,
    percent: 104,
  },
  {
    // proposed 11:00, refused 16:00: 7.5 h − 5 h; due Wed 15:00 and Tue 18:00 + 5 h = Wed 14:00
    name: 'a proposal refused: it runs on from there',
    from: '2026-11-17 10:00',
    now: '2026-11-17 17:30',
    stands: [['2026-11-17 11:00', '2026-11-17 16:00']],
    natural: { used: 150, stood: 300, due: '2026-11-18 15:00' },
    working: { used: 150, stood: 300, due: '2026-11-18 14:00' },
    late: false,
    percent: 10,
  },
  {
    // accepted on Wednesday: stopped at the proposal, what stood after it does not matter
    name: 'a proposal accepted: stopped where it was made',
    from: '2026-11-17 10:00',
    stopped: '2026-11-17 11:00',
    now: '2026-11-20 10:00',
    stands: [['2026-11-17 11:00', '2026-11-18 15:00']],
    state: 'stopped',
    natural: { used: 60, due: null },
    working: { used: 60, due: null },
    late: false,
    percent: 4,
  },
  {
    // a second round begins Thu 10:00; the pause of the first (Tue 14–16) is not its own
    name: 'a new round knows nothing of the pauses before it',
    from: '2026-11-19 10:00',
    now: '2026-11-19 12:00',
    stands: [['2026-11-17 14:00', '2026-11-17 16:00']],
    natural: { used: 120, due: '2026-11-20 10:00' },
    working: { used: 120, due: '2026-11-19 18:00' },
    late: false,
    percent: 8,
  },
  {
    // a pause that began in the round before and ended in this one counts from where this one began: 1 h
    name: 'a pause that reaches into a new round',
    from: '2026-11-19 10:00',
    now: '2026-11-19 12:00',
    stands: [['2026-11-19 09:00', '2026-11-19 11:00']],
    natural: { used: 60, stood: 60, due: '2026-11-20 11:00' },
    working: { used: 60, stood: 60, due: '2026-11-20 10:00' },
    late: false,
    percent: 4,
  },
  {
    // off from Tue 10:05 to Fri 10:00: 3 days = 72 h; working Tue 8, Wed 9, Thu 9, Fri 1 = 27 h; as if it had looked all the time
    name: 'a machine that slept for three days',
    from: '2026-11-17 10:00',
    now: '2026-11-20 10:00',
    natural: { used: 4320, due: '2026-11-18 10:00' },
    working: { used: 1620, due: '2026-11-17 18:00' },
    late: true,
    percent: 300,
  },
  {
    // the clock says two hours before it came in: nothing used, nothing negative
    name: 'a clock set back',
    from: '2026-11-17 10:00',
    now: '2026-11-17 08:00',
    natural: { used: 0, due: '2026-11-18 10:00' },
    working: { used: 0, due: '2026-11-17 18:00' },
    late: false,
    percent: 0,
  },
  {
    // set back to before the pause that is open: 10:00–10:30 used, nothing stands yet
    name: 'a clock set back before a pause',
    from: '2026-11-17 10:00',
    now: '2026-11-17 10:30',
    stands: [['2026-11-17 12:00', null]],
    natural: { used: 30, due: '2026-11-18 10:00' },
    working: { used: 30, due: '2026-11-17 18:00' },
    late: false,
    percent: 2,
  },
  {
    // the last minute of the term is still in it
    name: 'at the end of the term',
    from: '2026-11-17 10:00',
    now: '2026-11-18 10:00',
    natural: { used: 1440, due: '2026-11-18 10:00' },
    working: { used: 540, due: '2026-11-17 18:00' },
    late: false,
    percent: 100,
  },
  {
    name: 'a store that never opens',
    where: neverOpen,
    from: '2026-11-17 10:00',
    now: '2026-11-17 12:00',
    natural: { used: 120, due: '2026-11-18 10:00' },
    working: { used: 0, due: null },
    late: false,
    percent: 8,
  },
];

const inputOf = (row: Case): ClockInput => {
  const [natural, working] = row.limit ?? [24, 8];
  return {
    startedAt: at(row.from),
    stoppedAt: row.stopped === undefined ? null : at(row.stopped),
    stands: (row.stands ?? []).map(([from, to]): Stand => ({ fromAt: at(from), toAt: to === null ? null : at(to) })),
    limits: { natural: natural * hour, working: working * hour },
    countedBy: row.countedBy ?? 'natural',
  };
};

describe('the clock with two faces, worked by hand', () => {
  it.each(cases)('$name', (row) => {
    const input = inputOf(row);
    const clock = clockOf(input, row.where ?? closedSundays, at(row.now));
    for (const face of ['natural', 'working'] as const) {
      const expected = row[face];
      const usedMs = expected.used * minute;
      const limitMs = input.limits[face];
      expect(clock[face], face).toEqual({
        limitMs,
        usedMs,
        leftMs: limitMs - usedMs,
        stoodMs: (expected.stood ?? 0) * minute,
        dueAt: expected.due === null ? null : at(expected.due),
        late: usedMs > limitMs,
      });
    }
    const { state, late, percent } = clock;
    expect({ state, late, percent }).toEqual({ state: row.state ?? 'running', late: row.late, percent: row.percent });
  });

  it('is over a moment after its end, not at it', () => {
    const input: ClockInput = {
      startedAt: at('2026-11-17 10:00'),
      stoppedAt: null,
      stands: [],
      limits: { natural: 24 * hour, working: 8 * hour },
      countedBy: 'natural',
    };
    expect(clockOf(input, closedSundays, at('2026-11-18 10:00')).late).toBe(false);
    expect(clockOf(input, closedSundays, at('2026-11-18 10:00') + 1).late).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkdays, holidayTable, isWorkday, shippedHolidays } from '../../db/domain/holidays.ts';
import { afterWorkingMs, type Office, officeOf, workingMsBetween } from '../../db/domain/workingTime.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import {
  allWeek,
  at,
  hour,
  invented2027,
  minute,
  office,
  published,
  sundaysClosed,
  weekdaysOnly,
  zone,
} from './clockOffices.ts';

const closedSundays = office(sundaysClosed);
const openAllWeek = office(allWeek);
const closedWeekends = office(weekdaysOnly);

describe('hours in which the store is open', () => {
  const spans: readonly (readonly [string, Office, string, string, number])[] = [
    ['within a day', closedSundays, '2026-11-17 10:00', '2026-11-17 12:30', 2.5],
    ['nothing at night', closedSundays, '2026-11-17 19:00', '2026-11-18 08:00', 0],
    // 17–18 and 09–10
    ['over a night', closedSundays, '2026-11-17 17:00', '2026-11-18 10:00', 2],
    // Sat 15–16, nothing on Sunday, Mon 09–11
    ['over a Sunday on which it is closed', closedSundays, '2026-11-21 15:00', '2026-11-23 11:00', 3],
    // Sat 15–20, Sun 12 h, Mon 08–11
    ['over a Sunday on which it is open', openAllWeek, '2026-11-21 15:00', '2026-11-23 11:00', 20],
    // 5 × 9 + 7
    ['a whole week', closedSundays, '2026-11-16 00:00', '2026-11-23 00:00', 52],
    // 春节 2026 as published: 02-15 to 02-23 off, Sat 02-14 and Sat 02-28 worked.
    // Fri 17–18, Sat 02-14 7 h (its own hours), 9 days off, Tue 24 09–10
    ['over 春节 2026', closedSundays, '2026-02-13 17:00', '2026-02-24 10:00', 9],
    // Fri 1 h, Sat 02-14 9 h (a weekday's hours, for it is closed on Saturdays), Tue 1 h
    ['over 春节 2026 where Saturday is 调休', closedWeekends, '2026-02-13 17:00', '2026-02-24 10:00', 11],
    // Sat 19–20, 9 days off, Tue 08–09
    ['over 春节 2026 where it is open all week', openAllWeek, '2026-02-14 19:00', '2026-02-24 09:00', 2],
    // Sunday 2026-09-20 is worked for 国庆: Monday's 9 h
    ['a Sunday of 调休', closedSundays, '2026-09-20 00:00', '2026-09-21 00:00', 9],
    // 国庆 2026: 10-01 to 10-07 off. Wed 09-30 17–18, Thu 10-08 09–10
    ['over 国庆 2026', closedSundays, '2026-09-30 17:00', '2026-10-08 10:00', 2],
    // 2027 as INVENTED: 02-05 to 02-11 off. Thu 02-04 17–18, Fri 02-12 09–10
    ['over 春节 2027 (invented)', office(sundaysClosed, invented2027), '2027-02-04 17:00', '2027-02-12 10:00', 2],
    // nothing known of 2027: Thu 1, Fri 02-05 9, Sat 7, Mon–Thu 36, Fri 1
    ['over 春节 2027 with nothing published', closedSundays, '2027-02-04 17:00', '2027-02-12 10:00', 54],
    // Sat 15–16, Sunday 01-31 worked: Monday's 09–12
    [
      'a Sunday of 调休 2027 (invented)',
      office(sundaysClosed, invented2027),
      '2027-01-30 15:00',
      '2027-01-31 12:00',
      4,
    ],
    ['nothing backwards', closedSundays, '2026-11-18 10:00', '2026-11-17 10:00', 0],
  ];
  it.each(spans)('%s', (_name, where, from, to, hours) => {
    expect(workingMsBetween(at(from), at(to), where)).toBe(hours * hour);
  });

  const ends: readonly (readonly [string, Office, string, number, string | null])[] = [
    // 09–10 are left of it on Wednesday
    ['over a night', closedSundays, '2026-11-17 17:00', 2, '2026-11-18 10:00'],
    ['at the moment it closes', closedSundays, '2026-11-17 10:00', 8, '2026-11-17 18:00'],
    ['from a Sunday', closedSundays, '2026-11-22 12:00', 1, '2026-11-23 10:00'],
    // Fri 1 h, Sat 02-14 7 h
    ['before 春节 2026', closedSundays, '2026-02-13 17:00', 8, '2026-02-14 16:00'],
    // one hour more: Tue 02-24 09–10
    ['after 春节 2026', closedSundays, '2026-02-13 17:00', 9, '2026-02-24 10:00'],
    ['after 春节 2027 (invented)', office(sundaysClosed, invented2027), '2027-02-04 17:00', 8, '2027-02-12 16:00'],
    ['never where it never opens', office([null, null, null, null, null, null, null]), '2026-11-17 10:00', 1, null],
  ];
  it.each(ends)('run out %s', (_name, where, from, hours, end) => {
    expect(afterWorkingMs(at(from), hours * hour, where)).toBe(end === null ? null : at(end));
  });

  it('take no summer time of a machine for theirs: Sunday 2026-03-08 has 23 h in New York, 24 in the store', () => {
    const through = office(Array.from({ length: 7 }, () => ({ opens: '00:00', closes: '23:59' })));
    expect(workingMsBetween(at('2026-03-08 00:00'), at('2026-03-09 00:00'), through)).toBe(24 * hour - minute);
    expect(at('2026-03-09 00:00') - at('2026-03-08 00:00')).toBe(24 * hour);
    expect(through.timeZone).toBe(zone);
  });

  it('go by the store’s day, in whatever zone it is', () => {
    const zones = [
      'Asia/Shanghai',
      'Asia/Urumqi',
      'Asia/Kathmandu',
      'America/New_York',
      'America/Sao_Paulo',
      'Pacific/Apia',
    ];
    const finders = zones.map((name) => [name, officeOf(allWeek, published, name)] as const);
    const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 11, 31) });
    fc.assert(
      fc.property(fc.constantFrom(...finders), anyInstant, ([name, { dayAt }], found) => {
        expect(dayAt(found)).toBe(dayOf(found, name));
      }),
      { numRuns: 2000 },
    );
  });

  const instant = fc.integer({ min: at('2026-01-01 00:00'), max: at('2027-03-31 23:59') });
  const anyOffice = fc.constantFrom(closedSundays, openAllWeek, closedWeekends, office(sundaysClosed, invented2027));

  it('add up, whatever instant lies between', () => {
    fc.assert(
      fc.property(anyOffice, fc.tuple(instant, instant, instant), (where, instants) => {
        const [a = 0, b = 0, c = 0] = instants.sort((x, y) => x - y);
        expect(workingMsBetween(a, b, where) + workingMsBetween(b, c, where)).toBe(workingMsBetween(a, c, where));
        expect(workingMsBetween(a, c, where)).toBeLessThanOrEqual(c - a);
      }),
    );
  });

  it('and the instant after so many of them are each other’s inverse', () => {
    fc.assert(
      fc.property(anyOffice, instant, fc.integer({ min: 1, max: 40 * hour }), (where, from, ms) => {
        const end = afterWorkingMs(from, ms, where);
        expect(end).not.toBeNull();
        if (end === null) return;
        expect(workingMsBetween(from, end, where)).toBe(ms);
        // the first such instant
        expect(workingMsBetween(from, end - 1, where)).toBe(ms - 1);
      }),
    );
  });
});

describe('holidays', () => {
  it('ship with 2004–2026 as published, and nothing is known of 2027', () => {
    const year = shippedHolidays(2026);
    expect(year.filter(({ off }) => off)).toHaveLength(33);
    expect(year.filter(({ off }) => !off).map(({ day }) => day)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(year[0]).toEqual({ day: '2026-01-01', off: true, name: '元旦' });
    expect(year.find(({ day }) => day === '2026-02-14')).toEqual({ day: '2026-02-14', off: false, name: '春节' });
    expect(shippedHolidays(2004).length).toBeGreaterThan(0);
    expect(shippedHolidays(2003)).toEqual([]);
    expect(shippedHolidays(2027)).toEqual([]);
  });

  it('of a year that the store entered are its own and no others', () => {
    const table = holidayTable([{ year: 2026, days: [{ day: '2026-03-08', off: true, name: '店庆' }] }]);
    expect(table('2026-03-08')).toBe('off');
    expect(table('2026-02-17')).toBeNull();
    expect(table('2025-10-01')).toBe('off');
    expect(published('2026-02-17')).toBe('off');
    expect(published('2026-02-14')).toBe('work');
    expect(published('2026-11-17')).toBeNull();
    expect(published('2027-02-06')).toBeNull();
  });

  it('that a notice of the next year names already hold in the old one', () => {
    const table = holidayTable([{ year: 2027, days: [{ day: '2026-12-31', off: true, name: '元旦' }] }]);
    expect(table('2026-12-31')).toBe('off');
    expect(table('2026-10-01')).toBe('off');
  });

  it('make an authority’s working days', () => {
    expect(isWorkday('2026-11-20', published)).toBe(true);
    expect(isWorkday('2026-11-21', published)).toBe(false);
    expect(isWorkday('2026-02-14', published)).toBe(true);
    expect(isWorkday('2026-02-16', published)).toBe(false);
  });

  const terms: readonly (readonly [string, string, number, typeof published, string])[] = [
    // Tue 17, Wed, Thu, Fri 20 (4), Mon 23, Tue 24, Wed 25 (7)
    ['an ordinary week', '2026-11-16', 7, published, '2026-11-25'],
    // Fri 13 (1), Sat 14 worked (2), 15–23 off, Tue 24 (3), Wed, Thu, Fri 27 (6), Sat 28 worked (7)
    ['over 春节 2026', '2026-02-12', 7, published, '2026-02-28'],
    // Wed 30 (1), 10-01 to 10-07 off, Thu 8, Fri 9 (3), Sat 10 worked (4), Mon 12, Tue 13, Wed 14 (7)
    ['over 国庆 2026', '2026-09-29', 7, published, '2026-10-14'],
    // INVENTED: 02-05 to 02-11 off, Fri 12 (1), Mon 15 – Fri 19 (6), Sat 20 worked (7)
    ['over 春节 2027 (invented)', '2027-02-04', 7, invented2027, '2027-02-20'],
    // nothing published: Fri 5 (1), Mon 8 – Fri 12 (6), Mon 15 (7)
    ['over 春节 2027 with nothing published', '2027-02-04', 7, published, '2027-02-15'],
    ['from a Saturday', '2026-11-21', 1, published, '2026-11-23'],
    ['none', '2026-11-21', 0, published, '2026-11-21'],
  ];
  it.each(terms)('end a term of them: %s', (_name, from, count, table, end) => {
    expect(addWorkdays(from, count, table)).toBe(end);
  });
});

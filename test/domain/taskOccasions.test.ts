import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesKeptOn, nextOccurrence } from '../../db/domain/birthday.ts';
import { addDays, addMonths, daysBetween } from '../../db/domain/day.ts';
import { festivalDays } from '../../db/domain/tasks/festival.ts';
import { lastContactDay, monthsBefore, monthsWithoutVisit } from '../../db/domain/tasks/lastContact.ts';
import { leadRanges } from '../../db/domain/tasks/leads.ts';
import { type Reading, serviceForecast } from '../../db/domain/tasks/serviceForecast.ts';
import { serviceOccasion } from '../../db/domain/tasks/serviceOccasion.ts';
import { keyDay, taskKey } from '../../db/domain/tasks/taskKey.ts';
import { tradeInDay } from '../../db/domain/tasks/tradeIn.ts';
import { dueAfterDelivery, dueOf, isOpen, lastDayOf, openBegins } from '../../db/domain/tasks/window.ts';

const today = '2026-11-22';
const shanghai = 'Asia/Shanghai';
const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

describe('the days of an occasion on the list', () => {
  test.each([
    // kept days, not before, begins that are open today
    [1, null, today, today],
    [7, null, '2026-11-16', today],
    [7, '2026-11-20', '2026-11-20', today],
    [7, '2026-11-01', '2026-11-16', today],
    [7, '2026-11-23', '2026-11-23', today],
  ])('kept %i days, not before %s: it began %s … %s', (keepDays, notBefore, from, to) => {
    expect(openBegins(today, keepDays, notBefore)).toEqual({ from, to });
  });

  test('it is open from its first day to its last and on no other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), fc.integer({ min: -100, max: 100 }), (begin, keep, away) => {
        const day = addDays(begin, away);
        const isListed = begin <= day && day <= lastDayOf(begin, keep);
        expect(isOpen(begin, openBegins(day, keep, null))).toBe(isListed);
      }),
    );
  });

  test.each([
    ['Asia/Shanghai', 12, '2026-11-22T04:00:00Z'],
    ['Asia/Shanghai', 48, '2026-11-23T16:00:00Z'],
    ['America/New_York', 12, '2026-11-22T17:00:00Z'],
    ['Asia/Urumqi', 1, '2026-11-21T19:00:00Z'],
  ])('its term runs from the store’s midnight: %s, %i h', (timeZone, hours, at) => {
    expect(new Date(dueOf(today, hours, timeZone)).toISOString()).toBe(at.replace('Z', '.000Z'));
  });

  test('the first call after delivery: 24 h from 18:00, where only the day is known', () => {
    expect(new Date(dueAfterDelivery(today, 24, shanghai)).toISOString()).toBe('2026-11-23T10:00:00.000Z');
  });
});

describe('of several leads', () => {
  test('90/60/30/7 days ahead, on the list for 20 days: the nearest that has begun counts', () => {
    const open = openBegins(today, 20, null);
    expect(leadRanges([90, 60, 30, 7], open)).toEqual([
      { lead: 7, from: '2026-11-10', to: '2026-11-29' },
      { lead: 30, from: '2026-12-03', to: '2026-12-22' },
      { lead: 60, from: '2027-01-02', to: '2027-01-21' },
      { lead: 90, from: '2027-02-01', to: '2027-02-20' },
    ]);
  });

  test('kept longer than from one to the next, the farther one gives way', () => {
    const open = openBegins(today, 40, null);
    expect(leadRanges([30, 7], open)).toEqual([
      { lead: 7, from: '2026-10-21', to: '2026-11-29' },
      { lead: 30, from: '2026-11-30', to: '2026-12-22' },
    ]);
  });

  test('an occasion has the one that looking at each of them gives, or none', () => {
    const leads = fc.uniqueArray(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 6 });
    const keep = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(leads, keep, fc.integer({ min: -100, max: 300 }), fc.boolean(), (leads, keep, away, begun) => {
        const occasion = addDays(today, away);
        const open = openBegins(today, keep, begun ? addDays(today, -3) : null);
        const ranges = leadRanges(leads, open).filter(({ from, to }) => from <= occasion && occasion <= to);
        const nearest = leads.filter((lead) => addDays(occasion, -lead) <= today).sort((a, b) => a - b)[0];
        const counts = nearest !== undefined && isOpen(addDays(occasion, -nearest), open);
        expect(ranges.map(({ lead }) => lead)).toEqual(counts ? [nearest] : []);
      }),
    );
  });
});

describe('months without a visit', () => {
  const months = [6, 12, 13, 18, 24];

  test.each([
    // last contact, months that count today, since when
    ['2026-05-22', 6, today],
    ['2026-05-23', null, null],
    ['2026-04-24', 6, '2026-10-24'],
    ['2026-04-23', null, null],
    ['2025-11-22', 12, today],
    ['2025-10-22', 13, today],
    // 12 months are 30 days open still, and 13 are over by now
    ['2025-10-21', 13, '2026-11-21'],
    ['2024-11-22', 24, today],
    ['2024-10-01', null, null],
  ])('last here on %s', (contact, count, begin) => {
    expect(monthsWithoutVisit(contact, months, openBegins(today, 30, null))).toEqual(
      count === null ? null : { months: count, begin },
    );
  });

  test('the last of a long month is silent for half a year on the last of a short one', () => {
    expect(monthsWithoutVisit('2025-08-31', [6], openBegins('2026-02-28', 1, null))).toEqual({
      months: 6,
      begin: '2026-02-28',
    });
  });

  test('whoever looks by the days before finds everybody', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 90 }),
        anyDay,
        (day, m, keep, on) => {
          const open = openBegins(on, keep, null);
          if (!isOpen(addMonths(day, m), open)) return;
          const { from, to } = monthsBefore(open, m);
          expect(from <= day && day <= to).toBe(true);
        },
      ),
      { numRuns: 500, examples: [['2025-08-31', 6, 1, '2026-02-28']] },
    );
  });

  test.each([
    ['2025-01-10', '2025-06-01', '2025-06-01'],
    ['2025-01-10', null, '2025-01-10'],
    [null, '2025-06-01', '2025-06-01'],
    // before delivery it was made ready, no visit
    ['2025-01-10', '2025-01-10', '2025-01-10'],
    ['2025-01-10', '2024-12-30', '2025-01-10'],
    [null, null, null],
  ])('delivered %s, last visit %s: counted from %s', (deliveryDay, lastVisitDay, day) => {
    expect(lastContactDay({ deliveryDay, lastVisitDay })).toBe(day);
  });
});

describe('the mileage forecast', () => {
  const log = (...readings: [string, number][]): Reading[] => readings.map(([day, km]) => ({ day, km }));

  test.each([
    // 9,000 km in 90 days are 100 a day: 10,000 km after the last service
    ['100 km a day', log(['2026-06-01', 20_000], ['2026-08-30', 29_000]), 29_000, '2026-12-08'],
    ['a part of a day counts whole', log(['2026-06-01', 20_000], ['2026-08-30', 29_001]), 29_001, '2026-12-08'],
    ['read since the service', log(['2026-06-01', 20_000], ['2026-08-30', 29_000]), 25_000, '2026-10-29'],
    [
      'passed already: known since the last reading',
      log(['2026-06-01', 20_000], ['2026-08-30', 31_000]),
      20_000,
      '2026-08-30',
    ],
    ['29 days say too little', log(['2026-08-01', 20_000], ['2026-08-30', 29_000]), 29_000, null],
    ['499 km say too little', log(['2026-06-01', 20_000], ['2026-08-30', 20_499]), 20_499, null],
    ['500 km in 30 days are enough', log(['2026-07-31', 20_000], ['2026-08-30', 20_500]), 20_500, '2028-04-21'],
    ['one reading', log(['2026-08-30', 29_000]), 29_000, null],
    ['none', [], 29_000, null],
    ['a meter that was replaced', log(['2026-06-01', 120_000], ['2026-08-30', 200]), 200, null],
    ['more than two years ago', log(['2024-11-21', 0], ['2026-08-30', 29_000]), 29_000, null],
    ['two years ago', log(['2024-11-22', 0], ['2026-08-30', 64_600]), 64_600, '2026-12-08'],
    ['in any order', log(['2026-08-30', 29_000], ['2026-06-01', 20_000], ['2026-07-01', 22_000]), 29_000, '2026-12-08'],
  ])('%s', (_, readings, serviceKm, day) => {
    expect(serviceForecast(readings, serviceKm, 10_000, today)).toBe(day);
  });

  test('the more a car is driven the sooner it is due, never before the last reading', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 60_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 30, max: 700 }),
        (km, more, days) => {
          const [from, to] = [addDays(today, -days), today];
          const due = (driven: number) =>
            serviceForecast(log([from, 1000], [to, 1000 + driven]), 1000 + driven, 10_000, today) ?? '';
          expect(due(km) >= to).toBe(true);
          expect(due(km + more) <= due(km)).toBe(true);
          expect(Math.abs(daysBetween(to, due(km)) - (10_000 * days) / km)).toBeLessThan(1);
        },
      ),
    );
  });

  test.each([
    // by the band, by mileage, found
    ['2026-12-01', '2027-02-01', '2026-12-01'],
    ['2027-02-01', '2026-12-01', '2026-12-01'],
    ['2026-12-01', null, '2026-12-01'],
    ['2027-02-01', null, null],
    // both are open: the earlier one
    ['2026-12-01', '2026-11-20', '2026-11-20'],
    // a reading that came late: by mileage it was over before anybody knew
    ['2026-12-01', '2026-08-01', '2026-12-01'],
    [null, null, null],
  ])('due %s by date, %s by mileage, 14 days ahead: %s', (band, forecast, day) => {
    const found = serviceOccasion([band, forecast], 14, openBegins(today, 30, null));
    expect(found).toEqual(day === null ? null : { occasionDay: day, begin: addDays(day, -14) });
  });
});

describe('birthdays and festivals', () => {
  test.each([
    ['中秋', { calendar: 'lunar', month: 8, date: 15 }, ['2026-09-25', '2027-09-15', '2028-10-03']],
    ['春节', { calendar: 'lunar', month: 1, date: 1 }, ['2026-02-17', '2027-02-06', '2028-01-26']],
    // the twelfth month has 29 or 30 days
    ['除夕', { calendar: 'lunar', month: 12, date: 30 }, ['2026-02-16', '2027-02-05', '2028-01-25']],
    ['元旦', { calendar: 'solar', month: 1, date: 1 }, ['2026-01-01', '2027-01-01', '2028-01-01']],
  ] as const)('%s', (_, festival, days) => {
    expect(festivalDays(festival, { from: '2026-01-01', to: '2028-12-31' })).toEqual(days);
  });

  test('a day with no festival has none', () => {
    const midAutumn = { calendar: 'lunar', month: 8, date: 15 } as const;
    expect(festivalDays(midAutumn, { from: '2026-09-26', to: '2026-10-25' })).toEqual([]);
    expect(festivalDays(midAutumn, { from: '2026-09-25', to: '2026-09-25' })).toEqual(['2026-09-25']);
  });

  test('whoever keeps a day is found by its dates', () => {
    const born = fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const),
      year: fc.constant(null),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.boolean(),
    });
    fc.assert(
      fc.property(born, anyDay, (birthday, day) => {
        if (birthday.calendar === 'solar' && (birthday.leap || (birthday.month === 2 && birthday.day > 29))) return;
        const kept = nextOccurrence(birthday, day);
        const dates = datesKeptOn(kept).map(({ calendar, month, date }) => `${calendar} ${month}-${date}`);
        expect(dates).toContain(`${birthday.calendar} ${birthday.month}-${birthday.day}`);
      }),
    );
  });
});

describe('the trade-in signal', () => {
  test.each([
    // bought, looked at new ones, the day of the signal
    ['2021-11-22', '2026-11-01', today],
    ['2021-11-23', '2026-11-01', null],
    ['2019-05-01', '2026-11-20', '2026-11-20'],
    // a wish of two years ago: asked again each year
    ['2015-05-01', '2024-11-22', today],
    ['2015-05-01', '2024-12-01', '2025-12-01'],
  ])('bought %s, looked %s', (bought, looked, day) => {
    expect(tradeInDay(bought, looked, 5, today)).toBe(day);
  });
});

test('the day in a key is the day it was made of', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.uuid(),
      anyDay,
      fc.option(fc.integer({ min: 0, max: 180 })),
      (rule, subject, day, part) => {
        expect(keyDay(taskKey(rule, subject, day, part))).toBe(day);
      },
    ),
  );
  expect(taskKey('r', 'v', today, 30)).toBe('r:v:2026-11-22-30');
  expect(taskKey('r', 'v', today, null)).toBe('r:v:2026-11-22');
});

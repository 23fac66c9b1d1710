import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dayOfSerial,
  daysBetween,
  endOfMonth,
  isDay,
  monthsBetween,
  parseDay,
  validThrough,
  weekday,
} from '../../db/domain/day.ts';
import { dayOf, instantOf, timeOf } from '../../db/domain/zonedTime.ts';

const anyDay = fc.integer({ min: -25_000, max: 45_000 }).map((days) => addDays('1970-01-01', days));

describe('reading days', () => {
  test.each([
    ['2019-12-24', '2019-12-24'],
    ['20191224', '2019-12-24'],
    ['2019/12/24', '2019-12-24'],
    ['2019/2/4', '2019-02-04'],
    ['2019.12.24', '2019-12-24'],
    ['2019年12月24日', '2019-12-24'],
    ['2019年2月4日', '2019-02-04'],
    ['２０１９－１２－２４', '2019-12-24'],
    [' 2019 年 12 月 24 日 ', '2019-12-24'],
    ["'2019-12-24", '2019-12-24'],
    ['43823', '2019-12-24'],
    [43823, '2019-12-24'],
    [20191224, '2019-12-24'],
    ['2024-02-29', '2024-02-29'],
  ])('%j', (written, day) => {
    expect(parseDay(written)).toEqual({ ok: true, day });
  });

  test.each([
    ['2019-12-24 09:30:00', '09:30'],
    ['2019/12/24 9:30', '09:30'],
    ['2019-12-24T18:05:33.000Z', '18:05'],
    ['2019年12月24日 下午3:05', '15:05'],
    ['20191224093000', '09:30'],
    [43823.5, '12:00'],
  ])('%j has a time', (written, time) => {
    expect(parseDay(written)).toEqual({ ok: true, day: '2019-12-24', time });
  });

  test.each([
    '2023-02-29',
    '2021-02-30',
    '2021年13月1日',
    '20210431',
    '2021/0/1',
    '2019-12-24 25:00',
    '',
    'abc',
    '12',
    '2021',
    '99999',
    '1850-01-01',
    '2019-12',
    1.5,
    -3,
    300_000,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%j is no day', (written) => {
    expect(parseDay(written)).toEqual({ ok: false, reason: 'day-invalid' });
  });

  test('any day is read from any of its spellings', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        for (const text of [
          day,
          day.replaceAll('-', ''),
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          `${year}.${month}.${date}`,
        ]) {
          expect(parseDay(text)).toEqual({ ok: true, day });
        }
      }),
    );
  });

  test("Excel's invented 29 February 1900 shifts what lies before it", () => {
    expect(dayOfSerial(59, false).day).toBe('1900-02-28');
    expect(dayOfSerial(61, false).day).toBe('1900-03-01');
    expect(dayOfSerial(0, true).day).toBe('1904-01-01');
    expect(dayOfSerial(45715.999999, false)).toEqual({ day: '2025-02-28' });
  });
});

describe('counting days', () => {
  test('S1 validity: a year ends the day before, from 29 February on 28', () => {
    expect(validThrough('2025-03-10', 1)).toBe('2026-03-09');
    expect(validThrough('2024-02-29', 1)).toBe('2025-02-28');
    expect(validThrough('2023-03-01', 1)).toBe('2024-02-29');
    expect(validThrough('2025-01-01', 1)).toBe('2025-12-31');
  });

  test('months are clamped to their end', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2025-01-15', -13)).toBe('2023-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(endOfMonth('2026-02-03')).toBe('2026-02-28');
  });

  test('going and coming back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const there = addDays(day, days);
        expect(isDay(there)).toBe(true);
        expect(daysBetween(day, there)).toBe(days);
        expect(addDays(there, -days)).toBe(day);
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });

  test('months between are the most that fit', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 6000 }), (from, days) => {
        const to = addDays(from, days);
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });

  test('22 November 2026 is a Sunday', () => expect(weekday('2026-11-22')).toBe(7));
});

describe("the store's clock", () => {
  test('a day is the store’s, whatever zone the machine is in', () => {
    const evening = Date.UTC(2026, 10, 21, 16, 30);
    expect(dayOf(evening, 'Asia/Shanghai')).toBe('2026-11-22');
    expect(timeOf(evening, 'Asia/Shanghai')).toBe('00:30');
    expect(dayOf(evening, 'America/New_York')).toBe('2026-11-21');
    expect(instantOf('2026-11-22', '00:30', 'Asia/Shanghai')).toBe(evening);
  });

  test('there and back in every zone', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => day > '1992-01-01'),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'Asia/Kolkata'),
        (day, minutes, zone) => {
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const instant = instantOf(day, time, zone);
          expect([dayOf(instant, zone), timeOf(instant, zone)]).toEqual([day, time]);
        },
      ),
    );
  });

  test('summer time: what is skipped moves on, what comes twice is the first', () => {
    expect(timeOf(instantOf('2026-03-08', '02:30', 'America/New_York'), 'America/New_York')).toBe('03:30');
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(instantOf('2026-07-01', '12:00', 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 16));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  type Birthday,
  birthdayText,
  isBirthday,
  lunarOf,
  nextOccurrence,
  parseBirthday,
} from '../../db/domain/birthday.ts';
import { addDays, daysBetween } from '../../db/domain/day.ts';

const solar = (month: number, day: number, year: number | null = null): Birthday => ({
  calendar: 'solar',
  year,
  month,
  day,
  leap: false,
});
const lunar = (month: number, day: number, leap = false, year: number | null = null): Birthday => ({
  calendar: 'lunar',
  year,
  month,
  day,
  leap,
});

describe('when it is kept', () => {
  test('solar: today counts, 29 February falls to 28', () => {
    expect(nextOccurrence(solar(11, 22), '2026-11-22')).toBe('2026-11-22');
    expect(nextOccurrence(solar(11, 21), '2026-11-22')).toBe('2027-11-21');
    expect(nextOccurrence(solar(2, 29), '2026-11-22')).toBe('2027-02-28');
    expect(nextOccurrence(solar(2, 29), '2027-11-22')).toBe('2028-02-29');
  });

  test('lunar: 春节, 中秋 and 除夕 of known years', () => {
    expect(nextOccurrence(lunar(1, 1), '2026-01-01')).toBe('2026-02-17');
    expect(nextOccurrence(lunar(8, 15), '2026-01-01')).toBe('2026-09-25');
    expect(nextOccurrence(lunar(8, 15), '2025-01-01')).toBe('2025-10-06');
    expect(nextOccurrence(lunar(12, 30), '2024-01-15')).toBe('2024-02-09');
  });

  test('a leap month where the year has one, else the ordinary month', () => {
    expect(nextOccurrence(lunar(6, 1, true), '2025-07-01')).toBe('2025-07-25');
    expect(nextOccurrence(lunar(6, 1, false), '2025-06-01')).toBe('2025-06-25');
    expect(nextOccurrence(lunar(6, 1, true), '2026-01-01')).toBe(nextOccurrence(lunar(6, 1), '2026-01-01'));
  });

  test('day 30 falls to 29 in a short month', () => {
    // The twelfth month of the year that begins in 2025 has 29 days.
    expect(nextOccurrence(lunar(12, 30), '2025-06-01')).toBe('2026-02-16');
    expect(lunarOf('2026-02-16')).toEqual({ year: 2025, month: 12, day: 29, leap: false });
  });

  test('always today or later, and within thirteen months', () => {
    const birthday = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([month, day]) => solar(month, day)),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.boolean())
        .map(([month, day, leap]) => lunar(month, day, leap)),
    );
    const today = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(birthday, today, (value, from) => {
        const days = daysBetween(from, nextOccurrence(value, from));
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(414);
      }),
    );
  });
});

describe('what it is', () => {
  test('days that never were', () => {
    expect(isBirthday(solar(2, 29))).toBe(true);
    expect(isBirthday(solar(2, 29, 2023))).toBe(false);
    expect(isBirthday(solar(2, 30))).toBe(false);
    expect(isBirthday(lunar(6, 30, true))).toBe(true);
    expect(isBirthday(lunar(6, 1, true, 2025))).toBe(true);
    expect(isBirthday(lunar(6, 1, true, 2026))).toBe(false);
    expect(isBirthday(lunar(13, 1))).toBe(false);
    expect(isBirthday(lunar(1, 31))).toBe(false);
    expect(isBirthday({ ...solar(1, 1), leap: true })).toBe(false);
  });

  test('age counts birthdays passed', () => {
    expect(ageOn(solar(11, 22, 1980), '2026-11-21')).toBe(45);
    expect(ageOn(solar(11, 22, 1980), '2026-11-22')).toBe(46);
    expect(ageOn(solar(11, 22), '2026-11-22')).toBeNull();
    expect(ageOn(solar(11, 23, 2026), '2026-11-22')).toBeNull();
    expect(ageOn(lunar(12, 29, false, 2025), '2026-12-01')).toBe(0);
  });

  test('said', () => {
    expect(birthdayText(lunar(10, 13))).toBe('农历十月十三');
    expect(birthdayText(lunar(6, 1, true))).toBe('农历闰六月初一');
    expect(birthdayText(lunar(1, 20))).toBe('农历正月二十');
    expect(birthdayText(lunar(12, 25))).toBe('农历十二月廿五');
    expect(birthdayText(lunar(8, 30))).toBe('农历八月三十');
    expect(birthdayText(solar(8, 5))).toBe('8月5日');
  });

  test('read', () => {
    expect(parseBirthday('1979-10-13')).toEqual(solar(10, 13, 1979));
    expect(parseBirthday('10-13')).toEqual(solar(10, 13));
    expect(parseBirthday('10月13日')).toEqual(solar(10, 13));
    expect(parseBirthday('农历1980年闰六月初一')).toBeUndefined();
    expect(parseBirthday('农历2025年闰六月初一')).toEqual(lunar(6, 1, true, 2025));
    expect(parseBirthday('阴历8-15')).toEqual(lunar(8, 15));
    expect(parseBirthday('腊月廿三')).toEqual(lunar(12, 23));
    for (const wrong of ['', '13-40', '生日', '农历十三月初一']) expect(parseBirthday(wrong)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (month, day, leap) => {
          expect(parseBirthday(birthdayText(lunar(month, day, leap)))).toEqual(lunar(month, day, leap));
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { type Birthday, lunarOf, nextOccurrence } from '../../db/domain/birthday.ts';
import { addDays, daysBetween } from '../../db/domain/day.ts';
import { newMoon } from './newMoon.ts';

const first = '2000-01-01';
const last = '2050-12-31';
const everyDay = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** `2025-6bis-1`, as ICU writes a day of 闰六月. */
const byIcu = (day: string): string => {
  const part = Object.fromEntries(
    chinese.formatToParts(Date.parse(`${day}T00:00:00Z`)).map(({ type, value }) => [type as string, value]),
  );
  return `${part['relatedYear']}-${part['month']}-${part['day']}`;
};

const byUs = (day: string): string => {
  const lunar = lunarOf(day);
  return `${lunar.year}-${lunar.month}${lunar.leap ? 'bis' : ''}-${lunar.day}`;
};

/**
 * Where ICU (seen in 78.3) is a day off for one lunar month: its new moons are minutes off, and these lie within minutes of midnight
 * in Beijing. `newMoon` is the moment in Beijing; GB/T 33661-2017 begins the month on the day that holds it.
 */
const icuErrors = [
  { name: '2012年七月', newMoon: '2012-08-17 23:54', begins: '2012-08-17', icuBegins: '2012-08-18' },
  { name: '2018年十月', newMoon: '2018-11-08 00:02', begins: '2018-11-08', icuBegins: '2018-11-07' },
  { name: '2027年正月 (春节)', newMoon: '2027-02-06 23:56', begins: '2027-02-06', icuBegins: '2027-02-07' },
  { name: '2030年正月 (春节)', newMoon: '2030-02-03 00:07', begins: '2030-02-03', icuBegins: '2030-02-02' },
] as const;

/** The day in Beijing and how far its new moon is from the nearest midnight there, ms. */
const beijing = (utc: number) => {
  const local = utc + 8 * 3_600_000;
  const intoDay = local % 86_400_000;
  return {
    day: new Date(local).toISOString().slice(0, 10),
    minute: new Date(local).toISOString().slice(0, 16).replace('T', ' '),
    fromMidnight: Math.min(intoDay, 86_400_000 - intoDay),
  };
};
const moons = Array.from({ length: 632 }, (_, k) => beijing(newMoon(k)));

describe('the lunar calendar', () => {
  it('is that of ICU on every day of 2000–2050 but for months of which ICU is known to be wrong', () => {
    expect(everyDay).toHaveLength(18_628);
    const differing = everyDay.filter((day) => byIcu(day) !== byUs(day));
    const unexplained = differing.filter(
      (day) =>
        !icuErrors.some(({ begins, icuBegins }) => {
          const from = begins < icuBegins ? begins : icuBegins;
          return from <= day && daysBetween(from, day) < 30;
        }),
    );
    expect(unexplained.map((day) => `${day}: ICU ${byIcu(day)}, ours ${byUs(day)}`)).toEqual([]);
    expect(differing.length).toBeLessThanOrEqual(icuErrors.length * 30);
  });

  it.each(icuErrors)('$name begins as the Moon does: $newMoon in Beijing', ({ newMoon: minute, begins }) => {
    expect(lunarOf(begins).day).toBe(1);
    const moon = moons.find(({ day }) => day === begins);
    expect(moon?.minute).toBe(minute);
    expect(moon?.fromMidnight).toBeLessThan(8 * 60_000);
  });

  it('begins every month of 2000–2050 on the day of the new moon in Beijing', () => {
    // half a minute by the formula, some seconds by the Earth's rotation: nothing in these years is so close
    expect(Math.min(...moons.map(({ fromMidnight }) => fromMidnight))).toBeGreaterThan(60_000);
    const begun = everyDay.filter((day) => lunarOf(day).day === 1);
    const expected = moons.map(({ day }) => day).filter((day) => first <= day && day <= last);
    expect(begun).toEqual(expected);
  });
});

const lunar = (month: number, day: number, leap = false): Birthday => ({
  calendar: 'lunar',
  year: null,
  month,
  day,
  leap,
});

/** What is asked from the first day of the solar year in the row; each is the month's first day plus the date less one. */
const worked: readonly {
  readonly born: Birthday;
  readonly asked: string;
  readonly kept: string;
  readonly why: string;
}[] = [
  // 闰四月 2020: 四月 begins 04-23 with 30 days, 闰四月 05-23 with 29
  { born: lunar(4, 30), asked: '2020-01-01', kept: '2020-05-22', why: '04-23 + 29' },
  { born: lunar(4, 1, true), asked: '2020-01-01', kept: '2020-05-23', why: 'the leap month, where the year has it' },
  { born: lunar(4, 30, true), asked: '2020-01-01', kept: '2020-06-20', why: '闰四月 has 29: 05-23 + 28' },
  // 闰二月 2023: 二月 begins 02-20 with 30 days, 闰二月 03-22 with 29; 二月 of 2024 begins 03-10
  { born: lunar(2, 30), asked: '2023-01-01', kept: '2023-03-21', why: '02-20 + 29' },
  { born: lunar(2, 15, true), asked: '2023-01-01', kept: '2023-04-05', why: '03-22 + 14' },
  { born: lunar(2, 30, true), asked: '2023-01-01', kept: '2023-04-19', why: '闰二月 has 29: 03-22 + 28' },
  { born: lunar(2, 15, true), asked: '2024-01-01', kept: '2024-03-24', why: 'no leap month in 2024: 03-10 + 14' },
  // 闰六月 2025: 六月 begins 06-25 with 30 days, 闰六月 07-25 with 29; 六月 of 2026 begins 07-14 with 30
  { born: lunar(6, 30), asked: '2025-01-01', kept: '2025-07-24', why: '06-25 + 29' },
  { born: lunar(6, 30, true), asked: '2025-01-01', kept: '2025-08-22', why: '闰六月 has 29: 07-25 + 28' },
  { born: lunar(6, 30, true), asked: '2026-01-01', kept: '2026-08-12', why: 'the ordinary month has 30: 07-14 + 29' },
  // 闰五月 2028: 五月 begins 05-24, 闰五月 06-23
  { born: lunar(5, 5), asked: '2028-01-01', kept: '2028-05-28', why: '05-24 + 4: 端午 is kept once' },
  { born: lunar(5, 5, true), asked: '2028-01-01', kept: '2028-06-27', why: '06-23 + 4' },
  // 闰十一月 2033: 十一月 begins 11-22 with 30 days, 闰十一月 12-22 with 29 and ends in January
  { born: lunar(11, 30), asked: '2033-06-01', kept: '2033-12-21', why: '11-22 + 29' },
  { born: lunar(11, 1, true), asked: '2033-06-01', kept: '2033-12-22', why: 'the leap month' },
  { born: lunar(11, 30, true), asked: '2033-06-01', kept: '2034-01-19', why: '29 days: 12-22 + 28' },
  // 除夕: 腊月 has 30 days in the year that began in 2023, 29 in those of 2024 to 2027
  { born: lunar(12, 30), asked: '2024-01-01', kept: '2024-02-09', why: '01-11 + 29' },
  { born: lunar(12, 30), asked: '2024-12-31', kept: '2025-01-28', why: '29 days: 12-31 + 28' },
  { born: lunar(12, 30), asked: '2026-01-01', kept: '2026-02-16', why: '29 days: 01-19 + 28' },
  { born: lunar(12, 30), asked: '2027-01-01', kept: '2027-02-05', why: '29 days: 01-08 + 28' },
  { born: lunar(12, 30), asked: '2028-01-01', kept: '2028-01-25', why: '29 days: 12-28 + 28' },
  // 正月 of 2024 begins 02-10 with 29 days; those of 2027 and 2030 are two of ICU's errors
  { born: lunar(1, 30), asked: '2024-01-01', kept: '2024-03-09', why: '29 days: 02-10 + 28' },
  { born: lunar(1, 1), asked: '2027-01-01', kept: '2027-02-06', why: '春节' },
  { born: lunar(1, 1), asked: '2030-01-01', kept: '2030-02-03', why: '春节' },
];

describe('birthdays in leap and short months', () => {
  it.each(worked)('$born.month/$born.day (leap: $born.leap) asked on $asked is kept on $kept: $why', (row) => {
    expect(nextOccurrence(row.born, row.asked)).toBe(row.kept);
  });
});

import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import { addYears, type Day, dayParts, daysInMonth, dayText, parseDay } from './day.ts';
import { plainText } from './plainText.ts';

/** 公历 or 农历; the year may be unknown; `leap` marks a lunar leap month (闰六月). */
export interface Birthday {
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number;
  day: number;
  leap: boolean;
}

const firstYear = 1900;
const lastYear = 2199;

/** Whether such a day was ever: the year's own months count where the year is known, the longest month elsewhere. */
export function isBirthday(birthday: Birthday): boolean {
  const { calendar, year, month, day, leap } = birthday;
  if (![month, day, year ?? firstYear].every(Number.isInteger)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== null && (year < firstYear || year > lastYear)) return false;
  if (calendar === 'solar') return !leap && day <= daysInMonth(year ?? 2000, month);
  if (year === null) return day <= 30;
  if (leap && LunarYear.fromYear(year).getLeapMonth() !== month) return false;
  return day <= LunarMonth.fromYm(year, leap ? -month : month).getDayCount();
}

/**
 * The next day on which it is kept, today included. A leap-month birthday is kept in the leap month when the year has one,
 * else in the ordinary month; day 30 falls to 29 in a short month, 29 February to 28.
 */
export function nextOccurrence(birthday: Birthday, today: Day): Day {
  const { year } = dayParts(today);
  // A lunar year begins in January or February, so its days may belong to the solar year before or after.
  for (const candidate of [year - 1, year, year + 1]) {
    const day = occurrenceIn(birthday, candidate);
    if (day >= today) return day;
  }
  return occurrenceIn(birthday, year + 2);
}

/** The solar day on which it is kept in this solar (or, for 农历, lunar) year. */
export function occurrenceIn(birthday: Birthday, year: number): Day {
  const { calendar, month, day, leap } = birthday;
  if (calendar === 'solar') return dayText(year, month, Math.min(day, daysInMonth(year, month)));
  const signed = leap && LunarYear.fromYear(year).getLeapMonth() === month ? -month : month;
  return solarOf(year, signed, Math.min(day, LunarMonth.fromYm(year, signed).getDayCount()));
}

/** 周岁 on `today`; null where the year is unknown or the day lies ahead. A lunar birthday counts from its solar day. */
export function ageOn(birthday: Birthday, today: Day): number | null {
  if (birthday.year === null || !isBirthday(birthday)) return null;
  const born = birthOf(birthday, birthday.year);
  if (born > today) return null;
  const years = dayParts(today).year - dayParts(born).year;
  return addYears(born, years) > today ? years - 1 : years;
}

function birthOf(birthday: Birthday, year: number): Day {
  if (birthday.calendar === 'solar') return dayText(year, birthday.month, birthday.day);
  return solarOf(year, birthday.leap ? -birthday.month : birthday.month, birthday.day);
}

function solarOf(lunarYear: number, signedMonth: number, day: number): Day {
  const solar = LunarDay.fromYmd(lunarYear, signedMonth, day).getSolarDay();
  return dayText(solar.getYear(), solar.getMonth(), solar.getDay());
}

/** The lunar day of a solar one: what a card for 中秋 or a lunar birthday is matched against. */
export function lunarOf(day: Day): { year: number; month: number; day: number; leap: boolean } {
  const { year, month, date } = dayParts(day);
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  return { year: lunar.getYear(), month: Math.abs(lunar.getMonth()), day: lunar.getDay(), leap: lunar.getMonth() < 0 };
}

/**
 * The birthdays that can fall on a day: its solar date (and 29 February where there is none), its lunar date (and the 30th
 * in a month of 29 days). Each pair of month and day is one walk of an index; ORed together they would walk whole months. Which of
 * those found are truly kept on it, and not in a leap month, `nextOccurrence` tells.
 */
export function datesKeptOn(
  day: Day,
): readonly { readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly date: number }[] {
  const { month, date } = dayParts(day);
  const lunar = lunarOf(day);
  const leapDay = month === 2 && date === 28 ? [{ calendar: 'solar' as const, month, date: 29 }] : [];
  const thirtieth = lunar.day === 29 ? [{ calendar: 'lunar' as const, month: lunar.month, date: 30 }] : [];
  return [
    { calendar: 'solar', month, date },
    ...leapDay,
    { calendar: 'lunar', month: lunar.month, date: lunar.day },
    ...thirtieth,
  ];
}

const monthNames = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = '一二三四五六七八九十';

/** 农历十月十三, 农历闰六月初一, 10月13日: as one says it, without the year. */
export function birthdayText(birthday: Birthday): string {
  if (birthday.calendar === 'solar') return `${birthday.month}月${birthday.day}日`;
  const month = birthday.month === 11 ? '十一' : birthday.month === 12 ? '十二' : monthNames[birthday.month - 1];
  return `农历${birthday.leap ? '闰' : ''}${month}月${lunarDayText(birthday.day)}`;
}

function lunarDayText(day: number): string {
  if (day <= 10) return `初${digits[day - 1]}`;
  if (day < 20) return `十${digits[day - 11]}`;
  if (day === 20) return '二十';
  if (day < 30) return `廿${digits[day - 21]}`;
  return '三十';
}

/**
 * Reads 1979-10-13, 10-13, 10月13日, 农历十月十三, 农历1979年闰六月初一, 阴历8-15. Undefined where it is no birthday.
 */
export function parseBirthday(raw: string | number): Birthday | undefined {
  const solar = parseDay(raw);
  if (solar.ok) {
    const { year, month, date } = dayParts(solar.day);
    return { calendar: 'solar', year, month, day: date, leap: false };
  }
  const text = plainText(String(raw)).replace(/\s/g, '');
  const lunar = /农历|阴历|旧历|闰|初|廿|正月|冬月|腊月|[一二三四五六七八九十]月/.test(text);
  const match =
    /^(?:农历|阴历|旧历|公历|阳历)?(?:(\d{4})[-/.年](?:农历|阴历)?)?(闰)?([正冬腊一二三四五六七八九十]{1,2}|\d{1,2})[-/.月](初?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?|\d{1,2})[日号]?(?:[(（]?(?:农历|阴历)[)）]?)?$/.exec(
      text,
    );
  if (!match?.[3] || !match[4]) return undefined;
  const birthday: Birthday = {
    calendar: lunar ? 'lunar' : 'solar',
    year: match[1] ? Number(match[1]) : null,
    month: monthNumber(match[3]),
    day: dayOfMonth(match[4]),
    leap: match[2] !== undefined,
  };
  return isBirthday(birthday) ? birthday : undefined;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '十一' || text === '冬') return 11;
  if (text === '十二' || text === '腊') return 12;
  return monthNames.indexOf(text === '一' ? '正' : text) + 1;
}

function dayOfMonth(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/^初/, '').replace(/^廿/, '二十');
  const ten = plain.indexOf('十');
  if (ten < 0) return digits.indexOf(plain) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(plain[0] ?? '') + 1;
  return tens * 10 + (plain.length > ten + 1 ? digits.indexOf(plain[ten + 1] ?? '') + 1 : 0);
}

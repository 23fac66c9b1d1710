import { plainText } from './plainText.ts';

/** A calendar day in the store's own calendar, `YYYY-MM-DD`; compares as text. */
export type Day = string;
export type DayCheck = { ok: true; day: Day /** HH:mm, where one was written */; time?: string } | DayRefusal;
type DayRefusal = { ok: false; reason: 'day-invalid' };

const refused: DayRefusal = { ok: false, reason: 'day-invalid' };
const msPerDay = 86_400_000;

export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

const written =
  /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?:[ T]?(上午|下午|am|pm)? ?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?|分)?(?: ?(am|pm))?Z?)?$/i;

/**
 * A day as files write it: 2019-12-24, 20191224, 2019/12/24, 2019.12.24, 2019年12月24日, each with or without a time, or a
 * spreadsheet's serial number. Days that do not exist (2月30日) and years outside 1900–2100 are refused, never moved.
 */
export function parseDay(raw: string | number): DayCheck {
  if (typeof raw === 'number') return fromDigits(String(raw), raw);
  const text = plainText(raw);
  const match = written.exec(text);
  if (match) {
    const half = (match[4] ?? match[8] ?? '').toLowerCase();
    return compose(match[1], match[2], match[3], hourOf(match[5], half), match[6], match[7]);
  }
  return /^\d+(?:\.\d+)?$/.test(text) ? fromDigits(text, Number(text)) : refused;
}

function fromDigits(text: string, value: number): DayCheck {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (compact) return compose(compact[1], compact[2], compact[3], compact[4], compact[5], compact[6]);
  // 10000 is 1927 and 73415 the end of 2100: smaller or larger numbers are no dates but something else in the wrong column.
  if (!(value >= 10_000 && value <= 73_415)) return refused;
  const { day, time } = dayOfSerial(value, false);
  return time ? { ok: true, day, time: time.slice(0, 5) } : { ok: true, day };
}

function hourOf(hour: string | undefined, half: string): string | undefined {
  if (hour === undefined || half === '') return hour;
  const clock = Number(hour) % 12;
  return String(half === '下午' || half === 'pm' ? clock + 12 : clock);
}

function compose(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  hour?: string,
  minute?: string,
  second?: string,
): DayCheck {
  if (!exists(Number(year), Number(month), Number(date))) return refused;
  if (Number(year) < 1900 || Number(year) > 2100) return refused;
  const day = dayText(Number(year), Number(month), Number(date));
  if (hour === undefined) return { ok: true, day };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return refused;
  return { ok: true, day, time: `${hour.padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function exists(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function dayText(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

export function dayParts(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** Days since 1970-01-01: arithmetic in UTC, so that the machine's zone and its summer time never matter. */
function dayNumber(day: Day): number {
  const { year, month, date } = dayParts(day);
  return Date.UTC(year, month - 1, date) / msPerDay;
}

function fromDayNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return fromDayNumber(dayNumber(day) + days);
}

/** The same date `months` later, or the last of a shorter month: 2025-01-31 + 1 is 2025-02-28. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = dayParts(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return dayText(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** S1 validity: the last usable day of `years` years that begin on `day`. 2025-03-10 → 2026-03-09, 2024-02-29 → 2025-02-28. */
export function validThrough(day: Day, years: number): Day {
  const anniversary = addYears(day, years);
  return anniversary.slice(8) === day.slice(8) ? addDays(anniversary, -1) : anniversary;
}

export function endOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return dayText(year, month, daysInMonth(year, month));
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole months from `from` to `to`: 2025-01-31 → 2025-02-28 is 1 (clamped), 2025-01-15 → 2025-02-14 is 0. */
export function monthsBetween(from: Day, to: Day): number {
  const a = dayParts(from);
  const b = dayParts(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && addMonths(from, months) > to) return months - 1;
  if (months < 0 && addMonths(from, months) < to) return months + 1;
  return months;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** A spreadsheet's date serial. Excel counts a 1900-02-29 that never was; with `date1904` (old Mac files) day 0 is 1904-01-01. */
export function dayOfSerial(serial: number, date1904: boolean): { day: Day /** HH:mm:ss */; time?: string } {
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 86_400) {
    whole += 1;
    seconds = 0;
  }
  const epoch = date1904 ? dayNumber('1904-01-01') : dayNumber('1899-12-30') + (whole < 60 ? 1 : 0);
  const day = fromDayNumber(epoch + whole);
  if (seconds === 0) return { day };
  const two = (value: number) => String(value).padStart(2, '0');
  return { day, time: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` };
}

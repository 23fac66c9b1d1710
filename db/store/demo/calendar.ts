import { lunarOf } from '../../domain/birthday.ts';
import { addDays, type Day, daysBetween } from '../../domain/day.ts';

const msPerDay = 86_400_000;
/** Asia/Shanghai has kept one offset since 1992. */
const offsetMs = 8 * 3_600_000;
const epoch = '1970-01-01';

/** Days as whole numbers since 1970-01-01, so that millions of them can be added up and sorted. */
export interface Calendar {
  /** YYYY-MM-DD */
  text(day: number): Day;
  number(text: Day): number;
  /** UTC ms of a wall-clock minute in the store */
  instant(day: number, minuteOfDay: number): number;
}

export const calendar = (first: Day, last: Day): Calendar => {
  const base = daysBetween(epoch, first);
  const texts: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) texts.push(day);
  const numbers = new Map(texts.map((text, index) => [text, base + index]));
  return {
    text: (day) => texts[day - base] ?? addDays(epoch, day),
    number: (text) => numbers.get(text) ?? daysBetween(epoch, text),
    instant: (day, minuteOfDay) => day * msPerDay + minuteOfDay * 60_000 - offsetMs,
  };
};

/** How busy a workshop is by month: before 春节 and 国庆 people make their cars ready, after them it is quiet. */
const byMonth = [1.15, 0.7, 0.95, 1.05, 1, 0.95, 1, 1, 1.15, 0.85, 1, 1.1];
/** Sunday … Saturday */
const byWeekday = [1.2, 0.85, 0.85, 0.9, 0.95, 1.05, 1.4];

/** The share of visits that a day draws, 1 on the average; none on the first three days of the lunar year. */
export const busyness = (calendarOf: Calendar, first: number, last: number): Float64Array => {
  const weights = new Float64Array(last - first + 1);
  for (let day = first; day <= last; day++) {
    const text = calendarOf.text(day);
    const month = Number(text.slice(5, 7));
    const springFestival = month <= 2 ? lunarOf(text) : null;
    const closed = springFestival !== null && springFestival.month === 1 && springFestival.day <= 3;
    weights[day - first] = closed ? 0 : (byMonth[month - 1] ?? 1) * (byWeekday[(day + 4) % 7] ?? 1);
  }
  return weights;
};

import shipped from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Settings } from '../contract/settings.ts';
import { addDays, type Day, weekday } from './day.ts';
import type { HolidayTable } from './workingTime.ts';

/** One day on which the plain week does not hold: a holiday, or with `off` false a 调休 working day. */
export interface Holiday {
  readonly day: Day;
  readonly off: boolean;
  /** the festival, as published: 春节 */
  readonly name: string;
}

/** `Spring Festival,春节,4`: the name in English, in Chinese, and its days by law. */
const nameOf = (published: string): string => published.split(',')[1] ?? '';

const listed = (days: Readonly<Record<string, string>>, off: boolean): Holiday[] =>
  Object.entries(days).map(([day, published]) => ({ day, off, name: nameOf(published) }));

const shippedByDay: ReadonlyMap<Day, Holiday> = new Map(
  [...listed(shipped.holidays, true), ...listed(shipped.workdays, false)].map((holiday) => [holiday.day, holiday]),
);

/** What CareDesk ships of a year, as the State Council published it, in order; empty where nothing was published yet. */
export function shippedHolidays(year: number): readonly Holiday[] {
  return [...shippedByDay.values()]
    .filter(({ day }) => day.startsWith(`${year}-`))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The table of setting `holidayYears`: a year that the store entered goes by its own days and no others, any other by the shipped
 * table, and one of which nothing is known by the plain week. A notice may name a day of the year before (元旦 from 12-31 on):
 * a day that was entered holds in whichever year it stands.
 */
export function holidayTable(years: Settings['holidayYears']): HolidayTable {
  const enteredYears = new Set(years.map(({ year }) => year));
  const entered = new Map(years.flatMap(({ days }) => days.map(({ day, off }) => [day, off] as const)));
  return (day) => {
    const own = entered.get(day);
    const off = own ?? (enteredYears.has(Number(day.slice(0, 4))) ? undefined : shippedByDay.get(day)?.off);
    return off === undefined ? null : off ? 'off' : 'work';
  };
}

/** Whether authorities work on a day: Monday to Friday, less holidays, and on 调休 working days. */
export function isWorkday(day: Day, table: HolidayTable): boolean {
  const kind = table(day);
  return kind === null ? weekday(day) <= 5 : kind === 'work';
}

/**
 * The last day of a term of so many of an authority's working days (工作日, consumer law art. 46). The day itself does not count
 * (Civil Code art. 201): the first is the next working day.
 *
 * @param count 0 gives the day itself
 */
export function addWorkdays(day: Day, count: number, table: HolidayTable): Day {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkday(last, table)) left--;
  }
  return last;
}

import { addDays, type Day, weekday } from './day.ts';
import type { OpenHours } from './openingHours.ts';
import { dayOf, instantOf } from './zonedTime.ts';

/** Whether a day is a holiday or, by 调休, a working day; null where the plain week holds. */
export type HolidayTable = (day: Day) => 'off' | 'work' | null;

/** When the store works: its opening hours, less public holidays. All instants UTC ms. */
export interface Office {
  /** The span in which it is open on a day; null where it is closed all day. */
  readonly openOn: (day: Day) => { readonly from: number; readonly to: number } | null;
  /** The store's day at an instant. */
  readonly dayAt: (instant: number) => Day;
  readonly timeZone: string;
}

const msPerDay = 86_400_000;

/** How far ahead an opening is looked for: an office that never opens has none. */
const mostDaysAhead = 400;

/**
 * An office by its opening hours. On a holiday it is closed; on a 调休 working day it keeps that weekday's hours, or where it is
 * closed on that weekday those of the first day on which it is open.
 *
 * @param week Monday to Sunday
 */
export function officeOf(week: readonly OpenHours[], holidays: HolidayTable, timeZone: string): Office {
  const known = new Map<Day, ReturnType<Office['openOn']>>();
  const usual = week.find((hours) => hours !== null) ?? null;
  const hoursOn = (day: Day): OpenHours => {
    const kind = holidays(day);
    if (kind === 'off') return null;
    return week[weekday(day) - 1] ?? (kind === 'work' ? usual : null);
  };
  return {
    timeZone,
    dayAt: dayFinder(timeZone),
    openOn: (day) => {
      const found = known.get(day);
      if (found !== undefined) return found;
      const hours = hoursOn(day);
      const open = hours && {
        from: instantOf(day, hours.opens, timeZone),
        to: instantOf(day, hours.closes, timeZone),
      };
      known.set(day, open);
      return open;
    },
  };
}

/** `dayOf` that remembers midnights: a list of clocks asks for few days a thousand times, and asking the calendar costs more than the sums. */
function dayFinder(timeZone: string): Office['dayAt'] {
  const turns = new Map<number, { readonly before: Day; readonly after: Day; readonly at: number }>();
  return (instant) => {
    const utcDay = Math.floor(instant / msPerDay);
    let turn = turns.get(utcDay);
    if (!turn) {
      const before = dayOf(utcDay * msPerDay, timeZone);
      const after = dayOf((utcDay + 1) * msPerDay - 1, timeZone);
      turn = { before, after, at: before === after ? Infinity : instantOf(after, '00:00', timeZone) };
      turns.set(utcDay, turn);
    }
    return instant < turn.at ? turn.before : turn.after;
  };
}

/** ms between two instants in which the office was open; 0 where `to` is not after `from`. */
export function workingMsBetween(from: number, to: number, office: Office): number {
  if (to <= from) return 0;
  const last = office.dayAt(to);
  let sum = 0;
  for (let day = office.dayAt(from); day <= last; day = addDays(day, 1)) {
    const open = office.openOn(day);
    if (open) sum += Math.max(0, Math.min(to, open.to) - Math.max(from, open.from));
  }
  return sum;
}

/** The instant at which the office will have been open for `ms` since `from`; null where it does not open that often. */
export function afterWorkingMs(from: number, ms: number, office: Office): number | null {
  let left = ms;
  let day = office.dayAt(from);
  for (let closedDays = 0; closedDays < mostDaysAhead; day = addDays(day, 1)) {
    const open = office.openOn(day);
    const begin = open ? Math.max(from, open.from) : 0;
    if (!open || begin >= open.to) {
      closedDays++;
      continue;
    }
    closedDays = 0;
    if (begin + left <= open.to) return begin + left;
    left -= open.to - begin;
  }
  return null;
}

import { type Day, weekday } from './day.ts';

/** 营业时间 of one weekday, HH:mm in the store's time; null is a day on which it is closed. */
export type OpenHours = { readonly opens: string; readonly closes: string } | null;

/** HH:mm as minutes since midnight. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * Why a booking does not fit the opening hours; null where it does. Only a warning: the store may open for somebody.
 *
 * @param week Monday to Sunday
 */
export function outsideHours(
  week: readonly OpenHours[],
  day: Day,
  time: string,
  minutes: number,
): 'closed-that-day' | 'outside-opening-hours' | null {
  const hours = week[weekday(day) - 1];
  if (!hours) return 'closed-that-day';
  const start = minuteOfDay(time);
  return start < minuteOfDay(hours.opens) || start + minutes > minuteOfDay(hours.closes)
    ? 'outside-opening-hours'
    : null;
}

import { addMonths, endOfMonth } from '../../../db/domain/day.ts';
import type { DaySpan } from '../../lib/daySpan.ts';

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The month of a day so far, both ends included. */
export const thisMonth = (today: string): DaySpan => ({ fromDay: firstOf(today), toDay: today });

/** The whole month before a day's. */
export const lastMonth = (today: string): DaySpan => {
  const fromDay = addMonths(firstOf(today), -1);
  return { fromDay, toDay: endOfMonth(fromDay) };
};

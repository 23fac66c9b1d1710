import { addMonths, endOfMonth } from '../../../db/domain/day.ts';

export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The month of a day so far, both ends included. */
export const thisMonth = (today: string): DaySpan => ({ from: firstOf(today), to: today });

/** The whole month before a day's. */
export const lastMonth = (today: string): DaySpan => {
  const from = addMonths(firstOf(today), -1);
  return { from, to: endOfMonth(from) };
};

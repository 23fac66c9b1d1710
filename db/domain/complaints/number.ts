import type { Day } from '../day.ts';

/** What the numbers of a month begin with: `T2611-` for November 2026. */
export const numberHead = (receivedDay: Day): string => `T${receivedDay.slice(2, 4)}${receivedDay.slice(5, 7)}-`;

/**
 * The next number of a month (投诉编号): T2611-007, with more digits from the thousandth on.
 *
 * @param last the highest of that month; null: the first
 */
export function numberAfter(head: string, last: string | null): string {
  const count = last === null ? 0 : Number(last.slice(head.length));
  return `${head}${String(count + 1).padStart(3, '0')}`;
}

import { addYears, type Day, monthsBetween } from '../day.ts';

/**
 * The day of the signal (置换信号): when both were true, an old car and a look at new ones, and each year after while both still are. Null
 * where it lies ahead.
 *
 * @param boughtDay of the car
 * @param lookedDay on which the wish for a new one was noted
 */
export const tradeInDay = (boughtDay: Day, lookedDay: Day, years: number, today: Day): Day | null => {
  const old = addYears(boughtDay, years);
  const since = old > lookedDay ? old : lookedDay;
  if (since > today) return null;
  return addYears(since, Math.floor(monthsBetween(since, today) / 12));
};

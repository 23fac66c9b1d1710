import { addDays, daysBetween, isDay } from '../../../db/domain/day.ts';

/** The seven days that a day is shown in: from today on where it can be, else whole weeks before or after. */
export const weekOf = (day: string, today: string): readonly string[] => {
  const first = addDays(today, Math.floor(daysBetween(today, day) / 7) * 7);
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
};

/** The day of an address, today where it names none. */
export const dayIn = (value: string | null, today: string): string => (value && isDay(value) ? value : today);

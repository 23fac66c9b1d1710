import { addDays, type Day } from '../day.ts';
import { isOpen, type OpenBegins } from './window.ts';

/**
 * The next service of one car: due by the store's band and by the mileage forecast, the earlier one counts. Where that one's days on the
 * list are over already (a reading that came late), the other still does.
 *
 * @param dueDays null: not known
 */
export const serviceOccasion = (
  dueDays: readonly (Day | null)[],
  leadDays: number,
  open: OpenBegins,
): { readonly occasionDay: Day; readonly begin: Day } | null => {
  const found = dueDays
    .filter((day) => day !== null)
    .sort()
    .map((occasionDay) => ({ occasionDay, begin: addDays(occasionDay, -leadDays) }));
  return found.find(({ begin }) => isOpen(begin, open)) ?? null;
};

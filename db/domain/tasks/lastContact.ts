import { addDays, addMonths, type Day } from '../day.ts';
import { isOpen, type OpenBegins } from './window.ts';

/** The day from which service and loss are counted: the last visit, or delivery where none came after it. */
export const lastContactDay = (facts: { readonly deliveryDay: Day | null; readonly lastVisitDay: Day | null }) => {
  const { deliveryDay, lastVisitDay } = facts;
  return lastVisitDay !== null && (deliveryDay === null || lastVisitDay > deliveryDay) ? lastVisitDay : deliveryDay;
};

/**
 * Which of a rule's months without a visit (久未到店) counts today: the longest that is over, if it is still open. Null where none is.
 */
export const monthsWithoutVisit = (
  contactDay: Day,
  months: readonly number[],
  open: OpenBegins,
): { readonly months: number; readonly begin: Day } | null => {
  const over = months.filter((count) => addMonths(contactDay, count) <= open.to);
  if (over.length === 0) return null;
  const longest = Math.max(...over);
  const begin = addMonths(contactDay, longest);
  return isOpen(begin, open) ? { months: longest, begin } : null;
};

/**
 * Days from which so many months lead into `days`. Months are of unequal length, so it holds up to three days too many: whoever asks by
 * it looks at each once more.
 */
export const monthsBefore = (days: OpenBegins, months: number): OpenBegins => ({
  from: addMonths(days.from, -months),
  to: addDays(addMonths(days.to, -months), 3),
});

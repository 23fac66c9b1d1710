import { addDays, type Day } from '../day.ts';
import { instantOf } from '../zonedTime.ts';

const hourMs = 3_600_000;

/** 交车 of which only the day is known: its term runs from then (domain.md §4). */
const deliveryTime = '18:00';

/** The days on which what stands on a day's list may have begun; none where `from` is after `to`. */
export interface OpenBegins {
  readonly from: Day;
  readonly to: Day;
}

/**
 * What began so many days ago is over. So that no memory of the last run is needed: whoever asks after days switched off finds what is
 * still open, and digs up nothing that is over.
 *
 * @param keepDays the day on which it begins included
 * @param notBefore nothing begins earlier: the rule's own first day, the store's go-live day
 */
export const openBegins = (today: Day, keepDays: number, notBefore: Day | null): OpenBegins => {
  const kept = addDays(today, 1 - keepDays);
  return { from: notBefore !== null && notBefore > kept ? notBefore : kept, to: today };
};

export const isOpen = (begin: Day, open: OpenBegins): boolean => begin >= open.from && begin <= open.to;

/** The same days later, or earlier by a negative number. */
export const moved = (open: OpenBegins, days: number): OpenBegins => ({
  from: addDays(open.from, days),
  to: addDays(open.to, days),
});

/** The last day on which it stands on the list. */
export const lastDayOf = (begin: Day, keepDays: number): Day => addDays(begin, keepDays - 1);

/** By when it should be done (UTC ms): so many hours after the day begins on which it is found. */
export const dueOf = (foundDay: Day, termHours: number, timeZone: string): number =>
  instantOf(foundDay, '00:00', timeZone) + termHours * hourMs;

/**
 * By when who took a car home should have heard from us (UTC ms).
 *
 * @param deliveredAt when the keys were handed over, UTC ms; null where only the day is known
 */
export const dueAfterDelivery = (
  deliveryDay: Day,
  termHours: number,
  timeZone: string,
  deliveredAt: number | null = null,
): number => (deliveredAt ?? instantOf(deliveryDay, deliveryTime, timeZone)) + termHours * hourMs;

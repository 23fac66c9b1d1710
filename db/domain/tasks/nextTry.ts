import type { Settings } from '../../contract/settings.ts';
import { addDays } from '../day.ts';
import { dayOf, instantOf, timeOf } from '../zonedTime.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** When one tries in the other half of the next day, unless the store calls later or stops earlier. */
const inTheMorning = '10:00';
const inTheAfternoon = '15:00';

const within = (time: string, { callsFrom, callsTo }: Settings['contactRules']): string =>
  time < callsFrom ? callsFrom : time > callsTo ? callsTo : time;

/**
 * When a call that nobody answered is tried again: `retryHours` later on the same day; where nobody is called then any more, in the other
 * half of the next day, for who does not answer in the afternoon may in the morning.
 *
 * @param now UTC ms
 * @returns UTC ms, a whole minute, after `now`
 */
export const nextTryAt = (now: number, rules: Settings['contactRules'], timeZone: string): number => {
  const day = dayOf(now, timeZone);
  const later = Math.ceil((now + rules.retryHours * hourMs) / minuteMs) * minuteMs;
  if (dayOf(later, timeZone) === day && timeOf(later, timeZone) <= rules.callsTo) {
    return Math.max(later, instantOf(day, rules.callsFrom, timeZone));
  }
  const otherHalf = timeOf(now, timeZone) < '12:00' ? inTheAfternoon : inTheMorning;
  return instantOf(addDays(day, 1), within(otherHalf, rules), timeZone);
};

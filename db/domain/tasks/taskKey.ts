import type { Day } from '../day.ts';

/**
 * What makes an occasion one and the same, however often a rule is asked.
 *
 * @param subject id of the vehicle, customer, relation, membership, promise or complaint
 * @param day the day that tells one occasion of it from the next: an end, a birthday, or the last contact from which something is counted
 * @param part which of several of that day: the lead, the months, the complaint's round
 */
export const taskKey = (ruleId: string, subject: string, day: Day, part: number | null): string =>
  `${ruleId}:${subject}:${day}${part === null ? '' : `-${part}`}`;

const daySize = 10;

/** The day in a key. */
export const keyDay = (key: string): Day => {
  const at = key.lastIndexOf(':') + 1;
  return key.slice(at, at + daySize);
};

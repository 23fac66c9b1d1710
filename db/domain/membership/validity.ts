import type { MembershipRules } from '../../contract/membershipRules.ts';
import { addDays, addMonths, type Day } from '../day.ts';

/**
 * The last usable day of `months` months that begin on `firstDay` (有效期至, domain: validity). A year from 2025-03-10 is through
 * 2026-03-09, from 2024-02-29 through 2025-02-28.
 */
export const lastDayFrom = (firstDay: Day, months: number): Day => {
  const anniversary = addMonths(firstDay, months);
  return anniversary.slice(8) === firstDay.slice(8) ? addDays(anniversary, -1) : anniversary;
};

export interface RenewalWindow {
  /** first and last day on which it can be renewed */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly open: boolean;
  /** the time that a renewal of today adds */
  readonly newFrom: Day;
  readonly newThrough: Day;
}

/**
 * When a membership can be renewed, and what that gives (续卡). The new time begins on the day after the old one, early and late
 * alike, and is counted from there: a member of 29 February or 1 March gets whole years, year after year, never one cut short by
 * the February before. Where lateness is allowed for longer than a membership holds, so that such time would be over already, it
 * begins today. Beyond `toDay` one joins anew.
 *
 * @returns null where the membership has no last day
 */
export const renewalWindow = (
  validThrough: Day | null,
  rules: Pick<MembershipRules, 'validMonths'> & {
    readonly renewal: Pick<MembershipRules['renewal'], 'fromDays' | 'lateDays'>;
  },
  today: Day,
): RenewalWindow | null => {
  if (validThrough === null) return null;
  const fromDay = addDays(validThrough, -rules.renewal.fromDays);
  const toDay = addDays(validThrough, rules.renewal.lateDays);
  const next = addDays(validThrough, 1);
  const newFrom = lastDayFrom(next, rules.validMonths) < today ? today : next;
  return {
    fromDay,
    toDay,
    open: fromDay <= today && today <= toDay,
    newFrom,
    newThrough: lastDayFrom(newFrom, rules.validMonths),
  };
};

export interface MembershipYear {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The year of a membership in which a day lies (会籍年度), for what is counted by the year. Years are counted from the first day of
 * the time that was joined or renewed; without any known, calendar years.
 *
 * @param starts first days of the times that were joined or renewed, in any order
 */
export const membershipYear = (starts: readonly Day[], day: Day): MembershipYear => {
  const begun = starts.filter((start) => start <= day);
  let from = begun.reduce((latest, start) => (start > latest ? start : latest), '');
  if (from === '') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  // 1900 to 2199, as the contract takes days: never more than 300 rounds
  for (let to = lastDayFrom(from, 12); to < day; to = lastDayFrom(from, 12)) from = addDays(to, 1);
  return { from, to: lastDayFrom(from, 12) };
};

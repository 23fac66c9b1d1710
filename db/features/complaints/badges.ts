import type { z } from 'zod';
import type { ComplaintTerms } from '../../contract/complaintRules.ts';
import type { complaintBadge } from '../../contract/complaintViews.ts';
import { addMonths, type Day, daysBetween } from '../../domain/day.ts';
import { addWorkdays } from '../../domain/holidays.ts';
import type { HolidayTable } from '../../domain/workingTime.ts';

export type Badge = z.input<typeof complaintBadge>;

export interface BadgeFacts {
  readonly receivedDay: Day;
  readonly round: number;
  readonly authorityDay: Day | null;
  /** a fault of the vehicle may lie behind it */
  readonly isDefect: boolean;
  /** of its vehicle, or when it was bought where nobody knows */
  readonly deliveryDay: Day | null;
  /** how many others look like the same trouble */
  readonly twins: number;
}

const none = { lastDay: null, days: null, count: null };

const until = (lastDay: Day, today: Day) => ({ lastDay, days: daysBetween(today, lastDay), count: null });

/** Consumer law art. 23: within six months of delivery the proof is ours; the last day is a day of it. */
const defectBadge = (facts: BadgeFacts, defectMonths: number, today: Day): Badge[] => {
  const { deliveryDay, receivedDay } = facts;
  if (!facts.isDefect || deliveryDay === null || receivedDay < deliveryDay) return [];
  const lastDay = addMonths(deliveryDay, defectMonths);
  return receivedDay <= lastDay ? [{ kind: 'defect', ...until(lastDay, today) }] : [];
};

/** What a complaint is marked with beside its severity: 举证在店, 主管部门转办, 重开, 第 n 次同因. */
export const badgesOf = (facts: BadgeFacts, terms: ComplaintTerms, holidays: HolidayTable, today: Day): Badge[] => [
  ...defectBadge(facts, terms.defectMonths, today),
  ...(facts.authorityDay === null
    ? []
    : [
        {
          kind: 'authority' as const,
          ...until(addWorkdays(facts.authorityDay, terms.authorityWorkingDays, holidays), today),
        },
      ]),
  ...(facts.round > 1 ? [{ kind: 'reopened' as const, ...none, count: facts.round }] : []),
  ...(facts.twins > 0 ? [{ kind: 'twins' as const, ...none, count: facts.twins + 1 }] : []),
];

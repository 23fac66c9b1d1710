import { addDays, addMonths, addYears } from '../../../db/domain/day.ts';

/** Days as `YYYY-MM-DD`, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

export const reportSpans = ['thisMonth', 'last3', 'last12'] as const;
type ReportSpanName = (typeof reportSpans)[number];

const monthsBack: Readonly<Record<ReportSpanName, number>> = { thisMonth: 0, last3: 2, last12: 11 };

/** Whole months up to today, the present one included. */
export const reportSpanOf = (name: ReportSpanName, today: string): DaySpan => ({
  from: addMonths(`${today.slice(0, 7)}-01`, -monthsBack[name]),
  to: today,
});

const mostYears = 3;

/** Why nothing can be told of a span; null where something can. */
export const spanProblem = ({ from, to }: DaySpan): 'reversedSpan' | 'tooLong' | null => {
  if (from > to) return 'reversedSpan';
  return to > addDays(addYears(from, mostYears), -1) ? 'tooLong' : null;
};

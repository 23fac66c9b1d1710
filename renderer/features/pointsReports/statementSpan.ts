import { addDays, addMonths } from '../../../db/domain/day.ts';
import type { DaySpan } from '../../lib/daySpan.ts';

export const statementSpans = ['thisYear', 'last12', 'all'] as const;
export type StatementSpanName = (typeof statementSpans)[number];

/** Before any store of ours. */
const earliest = '1990-01-01';

export const statementSpanOf = (name: StatementSpanName, today: string): DaySpan => {
  switch (name) {
    case 'thisYear':
      return { fromDay: `${today.slice(0, 4)}-01-01`, toDay: today };
    case 'last12':
      return { fromDay: addDays(addMonths(today, -12), 1), toDay: today };
    case 'all':
      return { fromDay: earliest, toDay: today };
  }
};

/** 全部 begins with the first entry: nothing was before it. */
export const shownSpan = (
  name: StatementSpanName,
  statement: DaySpan & { readonly entries: readonly { readonly day: string }[] },
): DaySpan => ({
  fromDay: name === 'all' ? (statement.entries[0]?.day ?? statement.toDay) : statement.fromDay,
  toDay: statement.toDay,
});

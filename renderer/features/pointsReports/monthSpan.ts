import { addMonths } from '../../../db/domain/day.ts';

/** Months as `YYYY-MM`, both included. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

export const monthSpans = ['last12', 'thisYear', 'lastYear', 'last36'] as const;
export type MonthSpanName = (typeof monthSpans)[number];

const monthsBack = (today: string, months: number): string => addMonths(`${today.slice(0, 7)}-01`, -months).slice(0, 7);

export const monthSpanOf = (name: MonthSpanName, today: string): MonthSpan => {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  switch (name) {
    case 'last12':
      return { from: monthsBack(today, 11), to: month };
    case 'last36':
      return { from: monthsBack(today, 35), to: month };
    case 'thisYear':
      return { from: `${year}-01`, to: month };
    case 'lastYear':
      return { from: `${year - 1}-01`, to: `${year - 1}-12` };
  }
};

/** As an address has it; null where it is no month. */
export const monthOrNull = (text: string | null): string | null =>
  text !== null && /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;

/** As somebody types it: `2026-1`, `202601`, `2026年1月`. */
export const monthTyped = (text: string): string | null => {
  const match = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(text.normalize('NFKC').trim());
  return match ? monthOrNull(`${match[1]}-${match[2]?.padStart(2, '0')}`) : null;
};

import type { TFunction } from 'i18next';
import type { Answer, api } from '../../lib/api.ts';
import { csvText } from '../../lib/csvText.ts';

export type Liability = Answer<typeof api.points.liability>;

/** Fen as a spreadsheet reads them: 123450 → 1234.5 */
const yuan = (fen: number): number => fen / 100;

/** The report as it is shown: by month with its liability, or by month and tier. */
export const liabilityCsv = (report: Liability, byTier: boolean, t: TFunction): string => {
  const columns = ['issued', 'redeemed', 'lapsed', 'reversed', 'other', 'outstanding'] as const;
  const heads = columns.map((column) => t(`pointsReports.liability.${column}`));
  const month = t('pointsReports.liability.month');
  if (byTier) {
    return csvText([
      [month, t('pointsReports.liability.tier'), ...heads],
      ...report.rows.map((row) => [row.month, row.tierName, ...columns.map((column) => row[column])]),
    ]);
  }
  return csvText([
    [month, ...heads, t('pointsReports.liability.csvLiability')],
    ...report.months.map((row) => [row.month, ...columns.map((column) => row[column]), yuan(row.liabilityFen)]),
  ]);
};

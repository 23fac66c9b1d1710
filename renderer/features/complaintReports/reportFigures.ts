import type { TFunction } from 'i18next';
import type { Answer, api } from '../../lib/api.ts';
import { money, number } from '../../lib/formats.ts';
import { spanWords } from '../complaints/spanWords.ts';

export type ComplaintReport = Answer<typeof api.complaints.statistics>;

const figureNames = [
  'received',
  'closed',
  'open',
  'acknowledged',
  'solved',
  'reopened',
  'askedBack',
  'medianSolve',
  'compensation',
] as const;
type FigureName = (typeof figureNames)[number];

interface Figure {
  readonly name: FigureName;
  readonly value: string;
  /** what it stands on: 8 / 10 */
  readonly beside: string | null;
}

/** Percent, whole, and what it stands on; of nothing it is nothing. */
const share = (count: number, of: number, t: TFunction): Omit<Figure, 'name'> =>
  of === 0
    ? { value: t('complaintReports.none'), beside: t('complaintReports.nobody') }
    : {
        value: t('complaintReports.percent', { share: Math.round((count * 100) / of) }),
        beside: t('complaintReports.of', { count: number(count), of: number(of) }),
      };

const valueFor = (name: FigureName, report: ComplaintReport, t: TFunction): Omit<Figure, 'name'> => {
  const { askedBack, medianSolveMs } = report;
  switch (name) {
    case 'received':
    case 'closed':
    case 'open':
      return { value: number(report[name]), beside: null };
    case 'acknowledged':
    case 'solved':
      return share(report[name].inTime, report[name].of, t);
    case 'reopened':
      return share(report.reopened.count, report.reopened.of, t);
    case 'askedBack': {
      const satisfied = share(askedBack.satisfied, askedBack.of, t);
      const mean =
        askedBack.meanScore === null
          ? null
          : t('complaintReports.how.meanScore', { score: askedBack.meanScore.toFixed(1) });
      return { ...satisfied, beside: [satisfied.beside, mean].filter(Boolean).join(' · ') };
    }
    case 'medianSolve':
      return medianSolveMs === null
        ? { value: t('complaintReports.none'), beside: t('complaintReports.nobody') }
        : { value: spanWords(medianSolveMs, t, { days: true }), beside: null };
    case 'compensation':
      return { value: money(report.compensationFen), beside: null };
  }
};

/** The figures on top, in words. */
export const figuresOf = (report: ComplaintReport, t: TFunction): readonly Figure[] =>
  figureNames.map((name) => ({ name, ...valueFor(name, report, t) }));

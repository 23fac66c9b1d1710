import type { TFunction } from 'i18next';
import type { complaintReports } from '../../i18n/zh-CN/complaintReports.ts';
import { csvText } from '../../lib/csvText.ts';
import { aroundWords, helpedWords } from './measureWords.ts';
import { paretoOf } from './pareto.ts';
import { type ComplaintReport, figuresOf } from './reportFigures.ts';

type Rows = readonly (readonly (string | number)[])[];

/** The report as it is shown, part under part, a blank line between. */
export const reportCsv = (report: ComplaintReport, t: TFunction): string => {
  const column = (name: Column): string => headOf(name, t);
  const parts: readonly Rows[] = [
    [
      [column('figure'), column('value'), '', column('how')],
      ...figuresOf(report, t).map(({ name, value, beside }) => [
        t(`complaintReports.figure.${name}`),
        value,
        beside ?? '',
        t(`complaintReports.how.${name}`),
      ]),
    ],
    [
      [column('cause'), column('count'), column('share'), column('cumulative')],
      ...paretoOf(report.causes).map(({ name, count, share, cumulative }) => [name, count, share, cumulative]),
    ],
    [
      [column('department'), column('count'), column('late'), column('share'), column('cumulative')],
      ...paretoOf(report.departments).map(({ name, count, late, share, cumulative }) => [
        name,
        count,
        late,
        share,
        cumulative,
      ]),
    ],
    [
      [column('category'), column('count'), column('share')],
      ...paretoOf(report.categories).map(({ name, count, share }) => [name, count, share]),
    ],
    [
      [column('month'), column('received'), column('solvedInTime'), column('solvedLate')],
      ...report.months.map(({ month, received, solvedInTime, solvedLate }) => [
        month,
        received,
        solvedInTime,
        solvedLate,
      ]),
    ],
    [
      [
        column('complaint'),
        column('kind'),
        column('measure'),
        column('cause'),
        column('done'),
        column('helped'),
        column('before'),
        column('after'),
        column('days'),
      ],
      ...report.actions.map((action) => [
        action.number,
        t(`complaints.action.kind.${action.kind}`),
        action.text,
        action.causeName ?? '',
        action.doneDay ?? t('complaintReports.undone'),
        helpedWords(action, t),
        ...aroundWords(action),
      ]),
    ],
  ];
  return csvText(parts.flatMap((rows, at) => (at === 0 ? rows : [[], ...rows])));
};

type Column = keyof typeof complaintReports.column;

const headOf = (name: Column, t: TFunction): string => t(`complaintReports.column.${name}`);

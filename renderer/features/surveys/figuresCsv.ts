import type { TFunction } from 'i18next';
import { csvText } from '../../lib/csvText.ts';
import { figuresOf, type NpsFigure, type SatisfactionFigure } from './figureWords.ts';
import type { SurveyFigures } from './shapes.ts';

type Row = readonly (string | number)[];

/** 1–5, as a number that a spreadsheet can work with; '' without an answer. */
const meanOf = ({ meanCenti }: Pick<SatisfactionFigure, 'meanCenti'>): number | '' =>
  meanCenti === null ? '' : meanCenti / 100;

/** The report as it is shown, part under part, a blank line between. */
export const figuresCsv = (figures: SurveyFigures, t: TFunction): string => {
  const columns = [
    t('surveys.figures.column.n'),
    t('surveys.figures.column.nps'),
    t('surveys.figures.column.satisfied'),
    t('surveys.figures.column.mean'),
  ];
  const cells = (n: number, nps: NpsFigure, satisfaction: SatisfactionFigure): Row => [
    n,
    nps.score ?? '',
    satisfaction.percent ?? '',
    meanOf(satisfaction),
  ];
  const parts: readonly (readonly Row[])[] = [
    [
      [t('complaintReports.column.figure'), t('complaintReports.column.value'), '', t('complaintReports.column.how')],
      ...figuresOf(figures, t).map(({ name, value, beside, how }) => [
        t(`surveys.figures.name.${name}`),
        // a sign in front would be a formula
        value.replace(/^\+/, ''),
        beside ?? '',
        how,
      ]),
    ],
    [
      [
        t('complaintReports.column.month'),
        t('surveys.figures.column.npsN'),
        t('surveys.figures.column.nps'),
        t('surveys.figures.column.satisfiedN'),
        t('surveys.figures.column.satisfied'),
        t('surveys.figures.column.mean'),
      ],
      ...figures.months.map(({ month, nps, satisfaction }) => [
        month,
        nps.n,
        nps.score ?? '',
        satisfaction.n,
        satisfaction.percent ?? '',
        meanOf(satisfaction),
      ]),
    ],
    [
      [t('surveys.field.channel'), ...columns],
      ...figures.byChannel.map(({ channel, n, nps, satisfaction }) => [
        t(`surveys.channel.${channel}`),
        ...cells(n, nps, satisfaction),
      ]),
    ],
    [
      [t('surveys.field.adviser'), ...columns],
      ...figures.byAdviser.map(({ adviser, n, nps, satisfaction }) => [adviser, ...cells(n, nps, satisfaction)]),
    ],
    [
      [t('surveys.figures.column.question'), t('surveys.figures.column.answer'), t('surveys.figures.column.count')],
      ...figures.questions.flatMap(({ text, scores }) => scores.map(({ label, count }): Row => [text, label, count])),
    ],
  ];
  return csvText(parts.flatMap((rows, at) => (at === 0 ? rows : [[], ...rows])));
};

import type { TFunction } from 'i18next';
import { number } from '../../lib/formats.ts';
import { meanText } from './scoreWords.ts';
import type { SurveyFigures } from './shapes.ts';

export type NpsFigure = SurveyFigures['nps'];
export type SatisfactionFigure = SurveyFigures['satisfaction'];

/** `+42.5`; 0 has no sign. Without an answer it is nothing. */
export const npsText = ({ score }: Pick<NpsFigure, 'score'>, t: TFunction): string =>
  score === null ? t('surveys.figures.nothing') : `${score > 0 ? '+' : ''}${number(score)}`;

export const percentText = ({ percent }: Pick<SatisfactionFigure, 'percent'>, t: TFunction): string =>
  percent === null ? t('surveys.figures.nothing') : t('surveys.figures.percent', { n: number(percent) });

export const meanOrNothing = ({ meanCenti }: Pick<SatisfactionFigure, 'meanCenti'>, t: TFunction): string =>
  meanCenti === null ? t('surveys.figures.nothing') : meanText(meanCenti);

export interface SurveyFigure {
  readonly name: 'responses' | 'nps' | 'satisfaction' | 'mean' | 'followed';
  readonly value: string;
  /** what it stands on */
  readonly beside: string | null;
  /** against the target: nothing where there is no answer */
  readonly reached: boolean | null;
  /** how it is worked out, in words */
  readonly how: string;
}

/** The figures on top, each with what it stands on and how it comes about. */
export const figuresOf = (
  { responses, bad, followedInTime, nps, satisfaction, targets }: SurveyFigures,
  t: TFunction,
): readonly SurveyFigure[] => [
  { name: 'responses', value: number(responses), beside: null, reached: null, how: t('surveys.figures.how.responses') },
  {
    name: 'nps',
    value: npsText(nps, t),
    beside: t('surveys.figures.against', { n: number(nps.n), target: `${targets.nps > 0 ? '+' : ''}${targets.nps}` }),
    reached: nps.score === null ? null : nps.score >= targets.nps,
    how: t('surveys.figures.how.nps', {
      promoters: number(nps.promoters),
      detractors: number(nps.detractors),
      n: number(nps.n),
    }),
  },
  {
    name: 'satisfaction',
    value: percentText(satisfaction, t),
    beside: t('surveys.figures.against', {
      n: number(satisfaction.n),
      target: t('surveys.figures.percent', { n: targets.satisfiedPercent }),
    }),
    reached: satisfaction.percent === null ? null : satisfaction.percent >= targets.satisfiedPercent,
    how: t('surveys.figures.how.satisfaction', {
      from: targets.satisfiedFrom,
      satisfied: number(satisfaction.satisfied),
      n: number(satisfaction.n),
    }),
  },
  {
    name: 'mean',
    value: meanOrNothing(satisfaction, t),
    beside: t('surveys.figures.n', { n: number(satisfaction.n) }),
    reached: null,
    how: t('surveys.figures.how.mean'),
  },
  {
    name: 'followed',
    value:
      bad === 0
        ? t('surveys.figures.nothing')
        : t('surveys.figures.ratio', { count: number(followedInTime), of: number(bad) }),
    beside: null,
    reached: null,
    how: t('surveys.figures.how.followed'),
  },
];

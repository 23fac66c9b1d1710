import type { TFunction } from 'i18next';
import { firstPromoter, lastDetractor } from '../../../db/domain/surveys/answers.ts';
import { satisfiedKey } from './satisfiedKey.ts';
import type { Response } from './shapes.ts';

type Answer = Response['answers'][number];

/** Hundredths of a mean of 1–5: 450 → 4.5. */
export const meanText = (centi: number): string => (centi / 100).toFixed(centi % 10 === 0 ? 1 : 2);

/** `推荐 3 · 满意度 2.5`: what a list says of somebody's answers; '' where no question has a score. */
export const scoresWords = (
  { nps, satisfactionCenti }: { readonly nps: number | null; readonly satisfactionCenti: number | null },
  t: TFunction,
): string =>
  [
    nps === null ? null : t('surveys.score.nps', { score: nps }),
    satisfactionCenti === null ? null : t('surveys.score.satisfaction', { score: meanText(satisfactionCenti) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** `3 / 10` · `2 不满意` · the option that was chosen; null where the question was passed over. */
export const answerWords = ({ kind, score, options, words }: Answer, t: TFunction): string | null => {
  if (kind === 'words') return words;
  if (score === null) return null;
  switch (kind) {
    case 'nps':
      return t('surveys.score.ofTen', { score });
    case 'satisfaction':
      return t('surveys.score.ofFive', { score, words: t(`surveys.satisfied.${satisfiedKey(score)}`) });
    case 'choice':
      return options[score - 1] ?? String(score);
  }
};

/** What was said beside a score. */
export const besideOf = ({ kind, words }: Answer): string | null => (kind === 'words' ? null : words);

/** Red where somebody is not glad, green where they are. */
export const toneOf = (
  { kind, score }: Pick<Answer, 'kind' | 'score'>,
  terms: { readonly badThrough: number; readonly satisfiedFrom: number },
): 'red' | 'green' | 'plain' => {
  if (score === null) return 'plain';
  switch (kind) {
    case 'nps':
      return score <= lastDetractor ? 'red' : score >= firstPromoter ? 'green' : 'plain';
    case 'satisfaction':
      return score <= terms.badThrough ? 'red' : score >= terms.satisfiedFrom ? 'green' : 'plain';
    case 'choice':
    case 'words':
      return 'plain';
  }
};

/**
 * A complaint's first text: what the customer said in their own words, of which its title is made; then what they were not satisfied with.
 */
export const complaintText = (
  { questionnaire, answers }: Pick<Response, 'questionnaire' | 'answers'>,
  terms: { readonly badThrough: number; readonly satisfiedFrom: number },
  t: TFunction,
): string => {
  const said = answers.flatMap(({ words }) => (words ? [words] : []));
  const bad = answers
    .filter((answer) => toneOf(answer, terms) === 'red')
    .map((answer) => t('surveys.complaintLine', { question: answer.text, answer: answerWords(answer, t) }));
  return [...said, ...(bad.length > 0 ? [t('surveys.complaintHead', { questionnaire }), ...bad] : [])].join('\n');
};

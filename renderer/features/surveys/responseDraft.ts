import { lastDetractor, scoresOf } from '../../../db/domain/surveys/answers.ts';
import type { GivenAnswers, Question } from './shapes.ts';

/** What is given to one question. */
export interface GivenAnswer {
  /** of 推荐意愿 0–10, of 满意度 1–5, of a choice the place of its option; null: none yet */
  readonly score: number | null;
  /** of 开放题; of the others what was said beside */
  readonly words: string;
}

/** Answers while they are given, by the id of their question; a question that nobody came to has none. */
export type ResponseDraft = Readonly<Record<string, GivenAnswer>>;

export type AnswerProblem = 'answer-missing' | 'answers-none';
/** By the id of the question beside which it is said. */
export type ResponseProblems = Readonly<Record<string, AnswerProblem>>;

type Asked = Pick<Question, 'id' | 'kind' | 'options' | 'required'>;

const nothing: GivenAnswer = { score: null, words: '' };

export const givenOf = (draft: ResponseDraft, questionId: string): GivenAnswer => draft[questionId] ?? nothing;

export const isAnswered = ({ id, kind }: Pick<Question, 'id' | 'kind'>, draft: ResponseDraft): boolean => {
  const { score, words } = givenOf(draft, id);
  return kind === 'words' ? words.trim() !== '' : score !== null;
};

/** What has to be answered and is not, and a questionnaire with no answer at all. */
export const checkResponse = (questions: readonly Asked[], draft: ResponseDraft): ResponseProblems => {
  const missing = questions.filter((question) => question.required && !isAnswered(question, draft));
  if (missing.length > 0) return Object.fromEntries(missing.map(({ id }) => [id, 'answer-missing' as const]));
  const [first] = questions;
  return first && !questions.some((question) => isAnswered(question, draft)) ? { [first.id]: 'answers-none' } : {};
};

/** As the store takes them, in the order of the questions; what was passed over is left out. */
export const answersOf = (questions: readonly Asked[], draft: ResponseDraft): GivenAnswers =>
  questions
    .filter((question) => isAnswered(question, draft))
    .map(({ id, kind }) => {
      const { score, words } = givenOf(draft, id);
      return { questionId: id, score: kind === 'words' ? null : score, words: words.trim() || null };
    });

/**
 * A bad answer (不满意) while it is given, so that one can ask on at once; the store has the last word.
 *
 * @param badThrough the setting's: a satisfaction of so many or fewer is bad
 */
export const isBadAnswer = (
  { id, kind }: Pick<Question, 'id' | 'kind'>,
  draft: ResponseDraft,
  badThrough: number,
): boolean => {
  const { score } = givenOf(draft, id);
  if (score === null) return false;
  if (kind === 'nps') return score <= lastDetractor;
  return kind === 'satisfaction' && score <= badThrough;
};

/** What a digit does to a scale: `done` once nothing can follow it. A 1 of an NPS may become a 10. */
export const typedScore = (
  question: Pick<Question, 'kind' | 'options'>,
  digit: number,
  /** the key before was a 1, typed here */
  afterOne: boolean,
): { readonly score: number; readonly done: boolean } | null => {
  const scores = scoresOf(question);
  if (scores.includes(10) && afterOne && digit === 0) return { score: 10, done: true };
  if (!scores.includes(digit)) return null;
  return { score: digit, done: !(scores.includes(10) && digit === 1) };
};

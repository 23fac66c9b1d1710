import type { QuestionKind, SurveyAnswer, SurveyQuestion } from '../../contract/surveyTerms.ts';

/** NPS (S2): 0–6 批评者, 7–8 被动者, 9–10 推荐者. */
export const lastDetractor = 6;
export const firstPromoter = 9;

/** Scores that may be given to a question; none to 开放题. */
export const scoresOf = ({ kind, options }: Pick<SurveyQuestion, 'kind' | 'options'>): readonly number[] => {
  switch (kind) {
    case 'nps':
      return Array.from({ length: 11 }, (_, score) => score);
    case 'satisfaction':
      return [1, 2, 3, 4, 5];
    case 'choice':
      return options.map((_, at) => at + 1);
    case 'words':
      return [];
  }
};

/** An answer with what was asked, as it is kept. */
export interface AskedAnswer {
  readonly questionId: string;
  /** place of its question, 1 the first */
  readonly position: number;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: readonly string[];
  readonly score: number | null;
  readonly words: string | null;
}

export type AnswersCheck =
  | { readonly ok: true; readonly answers: readonly AskedAnswer[] }
  | {
      readonly ok: false;
      readonly reason: 'answer-missing' | 'answer-score' | 'answer-unknown' | 'answers-none';
      /** number of the question, where it is about one */
      readonly question?: number;
    };

type Given = readonly Pick<SurveyAnswer, 'questionId' | 'score' | 'words'>[];

const isAnswered = (kind: QuestionKind, given: Given[number] | undefined): boolean =>
  given !== undefined && (kind === 'words' ? given.words !== null : given.score !== null);

/**
 * Answers beside their questions, in the order of these; what was passed over is left out. An answer to a question that the questionnaire
 * has not, or two to one, are refused: they were given to another wording of it.
 */
export const checkAnswers = (questions: readonly SurveyQuestion[], given: Given): AnswersCheck => {
  const byId = new Map(given.map((answer) => [answer.questionId, answer]));
  const known = new Set(questions.map(({ id }) => id));
  if (byId.size < given.length || given.some(({ questionId }) => !known.has(questionId))) {
    return { ok: false, reason: 'answer-unknown' };
  }
  for (const [at, question] of questions.entries()) {
    const score = byId.get(question.id)?.score ?? null;
    if (score !== null && !scoresOf(question).includes(score)) {
      return { ok: false, reason: 'answer-score', question: at + 1 };
    }
  }
  const missing = questions.findIndex(({ id, kind, required }) => required && !isAnswered(kind, byId.get(id)));
  if (missing >= 0) return { ok: false, reason: 'answer-missing', question: missing + 1 };
  if (!questions.some(({ id, kind }) => isAnswered(kind, byId.get(id)))) return { ok: false, reason: 'answers-none' };
  return {
    ok: true,
    answers: questions.flatMap(({ id, kind, text, options }, at) => {
      const { score = null, words = null } = byId.get(id) ?? {};
      return score === null && words === null
        ? []
        : [{ questionId: id, position: at + 1, kind, text, options, score, words }];
    }),
  };
};

const scored = (answers: readonly Pick<AskedAnswer, 'kind' | 'score'>[], kind: QuestionKind): readonly number[] =>
  answers.flatMap((answer) => (answer.kind === kind && answer.score !== null ? [answer.score] : []));

/** What answers come to: the first NPS answer, the mean of the satisfaction answers in hundredths, and whether somebody was dissatisfied (不满意). */
export const summaryOf = (
  answers: readonly Pick<AskedAnswer, 'kind' | 'score'>[],
  { badThrough }: { readonly badThrough: number },
): { readonly nps: number | null; readonly satisfactionCenti: number | null; readonly bad: boolean } => {
  const nps = scored(answers, 'nps');
  const satisfaction = scored(answers, 'satisfaction');
  const sum = satisfaction.reduce((total, score) => total + score, 0);
  return {
    nps: nps[0] ?? null,
    satisfactionCenti: satisfaction.length === 0 ? null : Math.round((sum * 100) / satisfaction.length),
    bad: nps.some((score) => score <= lastDetractor) || satisfaction.some((score) => score <= badThrough),
  };
};

import type { FieldProblem } from '../../contract/errors.ts';
import type { QuestionKind, SurveyQuestion } from '../../contract/surveyTerms.ts';

const questionReason = (question: SurveyQuestion, at: number, questions: readonly SurveyQuestion[]): string | null => {
  const { id, kind, options } = question;
  if (questions.findIndex((other) => other.id === id) < at) return 'question-twice';
  if (kind !== 'choice') return options.length > 0 ? 'options-needless' : null;
  return options.length < 2 || new Set(options).size < options.length ? 'options-missing' : null;
};

/**
 * What is wrong with the questions of a questionnaire beyond what its schema sees: `question-twice`, `options-missing`, `options-needless`,
 * and against what was answered `question-kind-changed`. Paths `0` … as the questions stand.
 *
 * @param answered kinds of the questions that have answers on record, by their ids
 */
export const questionProblems = (
  questions: readonly SurveyQuestion[],
  answered: ReadonlyMap<string, QuestionKind> = new Map(),
): readonly FieldProblem[] =>
  questions.flatMap((question, at) => {
    const kind = answered.get(question.id) ?? question.kind;
    const reason = questionReason(question, at, questions) ?? (kind === question.kind ? null : 'question-kind-changed');
    return reason === null ? [] : [{ path: String(at), reason }];
  });

import { newRequestId } from '../../lib/requestId.ts';
import type { Question, QuestionKind, QuestionnaireFields } from './shapes.ts';

/** A question as it is typed. */
export interface QuestionDraft {
  /** stays when its words are mended, so that its figures go on */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** of a choice: one a line; kept while another kind is tried */
  readonly options: string;
  readonly required: boolean;
}

export interface QuestionnaireDraft {
  readonly name: string;
  readonly intro: string;
  readonly thanks: string;
  readonly questions: readonly QuestionDraft[];
  readonly active: boolean;
}

/** as the contract has them */
export const mostQuestions = 20;
const mostOptions = 9;
const longestOption = 60;

export const newQuestion = (kind: QuestionKind, text = ''): QuestionDraft => ({
  id: `q${newRequestId().replaceAll('-', '').slice(0, 16)}`,
  kind,
  text,
  options: '',
  required: kind !== 'words',
});

/** @param recommend the usual words of the first question */
export const newQuestionnaire = (recommend: string): QuestionnaireDraft => ({
  name: '',
  intro: '',
  thanks: '',
  questions: [newQuestion('nps', recommend)],
  active: true,
});

export const questionnaireDraftOf = ({
  questions,
  name,
  intro,
  thanks,
  active,
}: QuestionnaireFields): QuestionnaireDraft => ({
  name,
  intro,
  thanks,
  active,
  questions: questions.map(({ id, kind, text, options, required }) => ({
    id,
    kind,
    text,
    options: options.join('\n'),
    required,
  })),
});

export type QuestionnaireProblem =
  | { readonly reason: 'required' | 'none' | 'optionsFew' | 'optionTwice' }
  | { readonly reason: 'tooMany'; readonly values: { readonly most: number } }
  | { readonly reason: 'optionLong'; readonly values: { readonly most: number } };

/** `name`, `questions`, `ID.text`, `ID.options` → what is wrong there. */
export type QuestionnaireProblems = Readonly<Record<string, QuestionnaireProblem>>;

const optionsOf = ({ options }: Pick<QuestionDraft, 'options'>): string[] =>
  options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A question as the store and the preview take it. */
export const questionOf = ({ id, kind, text, options, required }: QuestionDraft): Question => ({
  id,
  kind,
  text: text.trim(),
  options: kind === 'choice' ? optionsOf({ options }) : [],
  required,
});

const optionsProblem = (options: readonly string[]): QuestionnaireProblem | null => {
  if (options.length < 2) return { reason: 'optionsFew' };
  if (options.length > mostOptions) return { reason: 'tooMany', values: { most: mostOptions } };
  if (options.some((option) => option.length > longestOption)) {
    return { reason: 'optionLong', values: { most: longestOption } };
  }
  return new Set(options).size < options.length ? { reason: 'optionTwice' } : null;
};

/** What became of the draft: the questionnaire, null while something is wrong, and what, by path. */
export const readQuestionnaire = (
  draft: QuestionnaireDraft,
): { readonly value: QuestionnaireFields | null; readonly problems: QuestionnaireProblems } => {
  const problems: Record<string, QuestionnaireProblem> = {};
  if (draft.name.trim() === '') problems['name'] = { reason: 'required' };
  if (draft.questions.length === 0) problems['questions'] = { reason: 'none' };
  if (draft.questions.length > mostQuestions) {
    problems['questions'] = { reason: 'tooMany', values: { most: mostQuestions } };
  }
  const questions = draft.questions.map(questionOf);
  for (const { id, kind, text, options } of questions) {
    if (text === '') problems[`${id}.text`] = { reason: 'required' };
    const wrong = kind === 'choice' ? optionsProblem(options) : null;
    if (wrong) problems[`${id}.options`] = wrong;
  }
  const value = {
    name: draft.name.trim(),
    intro: draft.intro.trim(),
    thanks: draft.thanks.trim(),
    questions,
    active: draft.active,
  };
  return { value: Object.keys(problems).length === 0 ? value : null, problems };
};

/** The questions with the one at `from` a place up or down; as they are at an end. */
export const moved = <T>(rows: readonly T[], from: number, by: 1 | -1): readonly T[] => {
  const [one, other] = [rows[from], rows[from + by]];
  if (one === undefined || other === undefined) return rows;
  return rows.map((row, at) => (at === from ? other : at === from + by ? one : row));
};

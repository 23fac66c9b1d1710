import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { type DayTime, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import { answersOf, checkResponse, type ResponseDraft, type ResponseProblems } from './responseDraft.ts';
import type { Channel, Questionnaire, RecordInput } from './shapes.ts';

/** Answers that are entered afterwards: of a paper, of a talk. */
export interface EntryDraft extends DayTime {
  /** '' while none is chosen */
  readonly questionnaireId: string;
  readonly who: WhoDraft;
  readonly channel: Channel;
  readonly answers: ResponseDraft;
}

export const newEntry = (now: DayTime, who: WhoDraft = nobody): EntryDraft => ({
  questionnaireId: '',
  who,
  channel: 'paper',
  answers: {},
  ...now,
});

/** The one that is entered; where none was chosen, the only one there is. One that was switched off meanwhile is chosen anew. */
export const questionnaireOf = <Row extends Pick<Questionnaire, 'id'>>(
  { questionnaireId }: Pick<EntryDraft, 'questionnaireId'>,
  rows: readonly Row[],
): Row | undefined =>
  questionnaireId === '' && rows.length === 1 ? rows[0] : rows.find(({ id }) => id === questionnaireId);

export type EntryProblem = 'required' | 'day-invalid' | 'ahead';

export interface EntryProblems {
  readonly fields: Readonly<Partial<Record<'questionnaireId' | 'at', EntryProblem>>>;
  readonly answers: ResponseProblems;
}

/** `now` is UTC ms. */
export const checkEntry = (
  draft: EntryDraft,
  questionnaire: Pick<Questionnaire, 'questions'> | undefined,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): EntryProblems => {
  const at = instantOfTyped(draft, timeZone);
  return {
    fields: {
      ...(questionnaire ? {} : { questionnaireId: 'required' as const }),
      ...(at === null ? { at: 'day-invalid' as const } : at > now ? { at: 'ahead' as const } : {}),
    },
    answers: questionnaire ? checkResponse(questionnaire.questions, draft.answers) : {},
  };
};

export const problemsIn = ({ fields, answers }: EntryProblems): number =>
  Object.keys(fields).length + Object.keys(answers).length;

/** As the store takes it; call it once `checkEntry` finds nothing. */
export const entryInput = (
  draft: EntryDraft,
  questionnaire: Pick<Questionnaire, 'id' | 'questions'>,
  timeZone: string,
): Omit<RecordInput, 'requestId'> => {
  const at = instantOfTyped(draft, timeZone);
  return {
    questionnaireId: questionnaire.id,
    answers: answersOf(questionnaire.questions, draft.answers),
    channel: draft.channel,
    customerId: draft.who.customer?.id ?? null,
    vehicleId: draft.who.customer ? draft.who.vehicleId || null : null,
    ...(at === null ? {} : { at }),
  };
};

import { isUnanswered, uncountedOutcomes } from '../../../db/domain/tasks/outcomes.ts';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import { answersOf, checkResponse, isAnswered, type ResponseDraft } from '../surveys/responseDraft.ts';
import type { AskedInCall, FirstCallPurpose, Outcome, RecordInput } from './shapes.ts';

/** What came of a call, while it is typed; kept until the store has it. */
export interface CallDraft {
  readonly outcome: Outcome | '';
  readonly note: string;
  /** the next try, the store's day and time as typed; '' as proposed */
  readonly day: string;
  readonly time: string;
  readonly purposes: readonly FirstCallPurpose[];
  /** tasks that were not spoken about */
  readonly unsaid: readonly string[];
  /** that is gone through; '' while none is */
  readonly questionnaireId: string;
  /** to that one: another may have questions of the same ids */
  readonly answers: ResponseDraft;
  readonly complaintId: string;
  readonly complaintNumber: string;
  readonly promising: boolean;
  readonly promise: string;
  readonly promiseDay: string;
  readonly promiseTime: string;
  /** '' whoever is at the desk */
  readonly promiseOwner: string;
  /** the contact that was made of it: a call that was taken back finds its words again */
  readonly recorded: string;
}

export const emptyCall: CallDraft = {
  outcome: '',
  note: '',
  day: '',
  time: '',
  purposes: [],
  unsaid: [],
  questionnaireId: '',
  answers: {},
  complaintId: '',
  complaintNumber: '',
  promising: false,
  promise: '',
  promiseDay: '',
  promiseTime: '',
  promiseOwner: '',
  recorded: '',
};

export interface CallContext {
  /** UTC ms */
  readonly now: number;
  readonly timeZone: string;
  /** the next try that the calendar proposes, UTC ms */
  readonly proposedAt: number;
  /** who is at the desk */
  readonly meId: string;
  /** tomorrow: till when a promise is kept where nobody says */
  readonly tomorrow: string;
  /** what is asked in the call; null where nothing is */
  readonly asked: AskedInCall | null;
}

/** The next try as it stands in the fields. */
export const nextTyped = (
  draft: CallDraft,
  { proposedAt, timeZone }: CallContext,
): { readonly day: string; readonly time: string } => ({
  day: draft.day || dayOf(proposedAt, timeZone),
  time: draft.time || timeOf(proposedAt, timeZone),
});

export const promiseTyped = (
  draft: CallDraft,
  { tomorrow }: CallContext,
): { readonly day: string; readonly time: string } => ({
  day: draft.promiseDay || tomorrow,
  time: draft.promiseTime || '12:00',
});

const instant = ({ day, time }: { readonly day: string; readonly time: string }, timeZone: string): number | null => {
  const known = dayOrNull(day);
  const clock = timeOrNull(time);
  return known !== null && clock !== null ? instantOf(known, clock, timeZone) : null;
};

export type CallProblem = 'outcome-missing' | 'day-invalid' | 'past' | 'required';
export type CallPath = 'outcome' | 'next' | 'promise' | 'promiseDue' | 'answers';

/** How the next call of a customer begins: who put the talk off is not asked again what they answered before. */
export const nextCall = ({ outcome, questionnaireId, answers }: CallDraft): CallDraft =>
  outcome === 'callBack' || (outcome !== '' && isUnanswered(outcome))
    ? { ...emptyCall, questionnaireId, answers }
    : emptyCall;

type Answered = Pick<CallDraft, 'questionnaireId' | 'answers'>;

/** What was answered to the questionnaire that is asked now: another one may have come to be the more urgent. */
export const answersTo = (asked: AskedInCall, { questionnaireId, answers }: Answered): ResponseDraft =>
  questionnaireId === asked.questionnaire.id ? answers : {};

/**
 * The answers as the store takes them; null where nothing was answered, and where nobody was there to answer: what was typed before
 * stays for the next call, see `nextCall`.
 */
export const surveyOf = (
  draft: Answered & Pick<CallDraft, 'outcome'>,
  asked: AskedInCall | null,
): RecordInput['survey'] => {
  const { outcome } = draft;
  if (!asked || outcome === '' || outcome === 'never' || uncountedOutcomes.includes(outcome)) return null;
  const { id, questions } = asked.questionnaire;
  const answers = answersTo(asked, draft);
  return questions.some((question) => isAnswered(question, answers))
    ? { questionnaireId: id, answers: answersOf(questions, answers) }
    : null;
};

/** What is still to be asked, by question; nothing where the questionnaire was left alone. */
export const answerProblems = (draft: Answered & Pick<CallDraft, 'outcome'>, asked: AskedInCall | null) =>
  asked && surveyOf(draft, asked) ? checkResponse(asked.questionnaire.questions, answersTo(asked, draft)) : {};

export const checkCall = (draft: CallDraft, context: CallContext): Readonly<Partial<Record<CallPath, CallProblem>>> => {
  const next = instant(nextTyped(draft, context), context.timeZone);
  const due = instant(promiseTyped(draft, context), context.timeZone);
  const judged = (at: number | null): CallProblem | null =>
    at === null ? 'day-invalid' : at <= context.now ? 'past' : null;
  const nextProblem = draft.outcome === 'callBack' ? judged(next) : null;
  const dueProblem = draft.promising ? judged(due) : null;
  return {
    ...(draft.outcome === '' ? { outcome: 'outcome-missing' as const } : {}),
    ...(nextProblem ? { next: nextProblem } : {}),
    ...(draft.promising && draft.promise.trim() === '' ? { promise: 'required' as const } : {}),
    ...(dueProblem ? { promiseDue: dueProblem } : {}),
    ...(Object.keys(answerProblems(draft, context.asked)).length > 0 ? { answers: 'required' as const } : {}),
  };
};

/** As the store takes it; null where something is wrong with it, and for 不再联系, which has no other facts than its note. */
export const recordOf = (
  draft: CallDraft,
  customerId: string,
  taskIds: readonly string[],
  context: CallContext,
): Omit<RecordInput, 'requestId'> | null => {
  const { outcome } = draft;
  if (outcome === '' || outcome === 'never' || Object.keys(checkCall(draft, context)).length > 0) return null;
  const due = instant(promiseTyped(draft, context), context.timeZone);
  const survey = surveyOf(draft, context.asked);
  return {
    customerId,
    taskIds: spokenOf(draft, taskIds, survey ? (context.asked?.taskId ?? null) : null),
    channel: 'call',
    outcome,
    note: draft.note.trim() || null,
    nextAt: outcome === 'callBack' ? instant(nextTyped(draft, context), context.timeZone) : null,
    purposes: outcome === 'connected' ? [...draft.purposes] : [],
    complaintId: draft.complaintId || null,
    survey: survey ?? null,
    promise:
      draft.promising && due !== null
        ? { text: draft.promise.trim(), dueAt: due, ownerId: draft.promiseOwner || context.meId }
        : null,
  };
};

/**
 * What was spoken about; a call in which nothing was is about all that is due.
 *
 * @param answered the task whose questionnaire was answered: it was spoken about
 */
export const spokenOf = (
  { unsaid }: Pick<CallDraft, 'unsaid'>,
  taskIds: readonly string[],
  answered: string | null = null,
): string[] => {
  const said = taskIds.filter((id) => id === answered || !unsaid.includes(id));
  return said.length > 0 ? said : [...taskIds];
};

import { badField } from '../../contract/errors.ts';
import type { SurveyAnswer } from '../../contract/surveyTerms.ts';
import type { ContactOutcome } from '../../contract/taskTerms.ts';
import { uncountedOutcomes } from '../../domain/tasks/outcomes.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { recordResponse } from '../surveys/record.ts';
import { visitOfTask } from './asksIn.ts';
import type { Task } from './writing.ts';

interface Said {
  readonly customerId: string;
  readonly at: number;
  readonly survey: { readonly questionnaireId: string; readonly answers: readonly SurveyAnswer[] };
}

/** The task that asks this questionnaire, with what it is about. */
const askingTask = async (db: ReadDb, tasks: readonly Task[], questionnaireId: string) => {
  const rows = await db
    .selectFrom('taskRule')
    .select(['id', 'kind'])
    .where('form', '=', 'survey')
    .where('questionnaireId', '=', questionnaireId)
    .execute();
  for (const task of tasks) {
    const rule = rows.find(({ id }) => id === task.ruleId);
    if (rule) return { ...task, kind: rule.kind as 'visited' };
  }
  return undefined;
};

/** @throws CareError VALIDATION of `outcome` `survey-unanswered`: who was not reached, or put off the talk, answered nothing */
export const refuseUnreached = ({
  survey,
  outcome,
}: {
  readonly survey: unknown;
  readonly outcome: ContactOutcome;
}): void => {
  if (survey !== null && uncountedOutcomes.includes(outcome)) throw badField('outcome', 'survey-unanswered');
};

/**
 * Answers given in a call, with the contact; about the car and the visit of the task that asked for them. What was asked for may have been
 * switched off since.
 *
 * @throws CareError as `surveys.record`, of `survey.answers`
 */
export const recordSurvey = async (
  db: WriteDb,
  { customerId, at, survey }: Said,
  { tasks, contactId }: { readonly tasks: readonly Task[]; readonly contactId: string },
  ctx: CommandContext,
): Promise<{ id: string; bad: boolean }> => {
  const asking = await askingTask(db, tasks, survey.questionnaireId);
  const visitId = asking ? await visitOfTask(db, asking) : null;
  const about = { customerId, vehicleId: asking?.vehicleId ?? null, visitId };
  const given = { ...survey, ...about, channel: 'phone' as const, at, contactId };
  return recordResponse(db, { ...given, askedBefore: asking !== undefined, path: 'survey.' }, ctx);
};

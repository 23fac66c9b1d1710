import type { QuestionnaireRow, ResponsePage } from '../../contract/surveys.ts';
import type { ReadDb } from '../../store/handler.ts';
import { questionnaireRows } from '../surveys/questionnaireRows.ts';
import { responsePages } from '../surveys/rows.ts';
import type { NamedTask } from './open.ts';

/** The visit that a task asks to be rated: the last of that car and day. */
export const visitOfTask = async (
  db: ReadDb,
  task: Pick<NamedTask, 'kind' | 'vehicleId' | 'customerId' | 'occasionDay'>,
): Promise<string | null> => {
  if (task.kind !== 'visited' || task.vehicleId === null) return null;
  const visit = await db
    .selectFrom('visit')
    .select('id')
    .where('vehicleId', '=', task.vehicleId)
    .where('customerId', '=', task.customerId)
    .where('day', '=', task.occasionDay)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('arrivedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return visit?.id ?? null;
};

interface Asked {
  readonly taskId: string;
  readonly questionnaire: QuestionnaireRow;
  readonly visitId: string | null;
}

/** What is asked in a call about these tasks (问卷): that of the most urgent one; one in a call is enough. */
export const questionnaireAsked = async (db: ReadDb, tasks: readonly NamedTask[]): Promise<Asked | null> => {
  for (const task of tasks) {
    if (task.form !== 'survey' || task.questionnaireId === null) continue;
    const [questionnaire] = await questionnaireRows(db, { id: task.questionnaireId, active: true });
    if (questionnaire) return { taskId: task.id, questionnaire, visitId: await visitOfTask(db, task) };
  }
  return null;
};

/** The bad answers that these tasks are about, the latest first. */
export const badAnswers = async (db: ReadDb, tasks: readonly NamedTask[]): Promise<ResponsePage[]> =>
  responsePages(
    db,
    tasks.flatMap(({ kind, subjectId }) => (kind === 'detractor' && subjectId !== null ? [subjectId] : [])),
  );

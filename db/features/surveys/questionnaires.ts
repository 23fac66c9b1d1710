import { sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QuestionKind, SurveyQuestion } from '../../contract/surveyTerms.ts';
import { questionProblems } from '../../domain/surveys/questionProblems.ts';
import type { CommandHandler, HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { questionnaireAsSeen, questionnaireColumnsOf, questionnaireRows } from './questionnaireRows.ts';

type Questionnaires = Contract['questionnaires'];

const list: QueryHandler<Questionnaires['list']> = async (db, { active }) => ({
  rows: await questionnaireRows(db, { active }),
});

const get: QueryHandler<Questionnaires['get']> = async (db, { id }) => {
  const [row] = await questionnaireRows(db, { id });
  if (!row) throw notFound('questionnaire');
  return row;
};

/** Paths as in the command's input. @throws CareError VALIDATION as `questionProblems` names it */
const checkQuestions = (
  questions: readonly SurveyQuestion[],
  answered: ReadonlyMap<string, QuestionKind> = new Map(),
): void => {
  const problems = questionProblems(questions, answered);
  if (problems.length === 0) return;
  throw new CareError('VALIDATION', {
    fields: problems.map(({ path, reason }) => ({ path: `questionnaire.questions.${path}`, reason })),
  });
};

/** Questions that have answers on record, removed ones too, for these may come back; with their kinds. */
const answeredKinds = async (db: ReadDb, id: string): Promise<ReadonlyMap<string, QuestionKind>> => {
  const { rows } = await sql<{ questionId: string; kind: QuestionKind }>`
    SELECT DISTINCT a.questionId, a.kind FROM surveyResponse w JOIN surveyAnswer a ON a.responseId = w.id
    WHERE w.questionnaireId = ${id}`.execute(db);
  return new Map(rows.map(({ questionId, kind }) => [questionId, kind]));
};

/** The first rule that asks it; `inUse`: of those that are switched on. */
const ruleAsking = async (db: ReadDb, id: string, inUse: boolean): Promise<string | undefined> => {
  const row = await db
    .selectFrom('taskRule')
    .select('name')
    .where('questionnaireId', '=', id)
    .where('deletedAt', 'is', null)
    .$if(inUse, (rules) => rules.where('active', '=', 1))
    .orderBy('position')
    .executeTakeFirst();
  return row?.name;
};

/** A new questionnaire (新建问卷), last in the list. */
const add: CommandHandler<Questionnaires['add']> = async (db, { questionnaire }, ctx) => {
  checkQuestions(questionnaire.questions);
  const { last } = await db
    .selectFrom('questionnaire')
    .select((select) => select.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const id = ctx.newId();
  const at = ctx.now();
  const beside = { position: (last ?? 0) + 1, createdAt: at, updatedAt: at, byName: ctx.actor.name };
  await ctx.rows.insert('questionnaire', { id, ...questionnaireColumnsOf(questionnaire), ...beside }, { owner: null });
  ctx.about('questionnaire', id);
  return { id };
};

const update: CommandHandler<Questionnaires['update']> = async (db, { id, version, questionnaire }, ctx) => {
  const before = await questionnaireAsSeen(db, { id, version });
  checkQuestions(questionnaire.questions, await answeredKinds(db, id));
  const name = before.active === 1 && !questionnaire.active ? await ruleAsking(db, id, true) : undefined;
  if (name !== undefined) {
    throw new CareError('VALIDATION', {
      fields: [{ path: 'questionnaire.active', reason: 'questionnaire-in-rule' }],
      values: { name },
    });
  }
  const columns = { ...questionnaireColumnsOf(questionnaire), byName: ctx.actor.name };
  const saved = await ctx.rows.update('questionnaire', { id, version }, columns, { owner: null });
  ctx.about('questionnaire', id);
  return { version: saved.version };
};

/** @throws CareError CONFLICT `questionnaire-answered` where somebody answered it */
const refuseAnswered = async (db: ReadDb, id: string): Promise<void> => {
  const response = await db
    .selectFrom('surveyResponse')
    .select('id')
    .where('questionnaireId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (response) throw new CareError('CONFLICT', { reason: 'questionnaire-answered' });
};

const remove: CommandHandler<Questionnaires['remove']> = async (db, { id, version }, ctx) => {
  await questionnaireAsSeen(db, { id, version });
  const name = await ruleAsking(db, id, false);
  if (name !== undefined) throw new CareError('CONFLICT', { reason: 'questionnaire-in-rule', values: { name } });
  await refuseAnswered(db, id);
  await ctx.rows.remove('questionnaire', { id, version }, { owner: null });
  ctx.about('questionnaire', id);
  return {};
};

export const questionnaires = { list, get, add, update, remove } satisfies HandlersOf<Questionnaires>;

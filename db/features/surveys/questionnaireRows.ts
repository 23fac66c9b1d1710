import { type Selectable, sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { QuestionnaireRow } from '../../contract/surveys.ts';
import type { QuestionnaireFields, SurveyQuestion } from '../../contract/surveyTerms.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

export type StoredQuestionnaire = Selectable<Tables['questionnaire']>;

/** Its columns as its fields; what stands there was checked when it was written. */
export const questionnaireFieldsOf = (row: StoredQuestionnaire): QuestionnaireFields => ({
  name: row.name,
  intro: row.intro,
  thanks: row.thanks,
  questions: JSON.parse(row.questions) as SurveyQuestion[],
  active: row.active === 1,
});

export const questionnaireColumnsOf = ({ questions, active, ...words }: QuestionnaireFields) => ({
  ...words,
  questions: JSON.stringify(questions),
  active: active ? 1 : 0,
});

/** @throws CareError NOT_FOUND `questionnaire-not-found` */
export const questionnaireOf = async (db: ReadDb, id: string): Promise<StoredQuestionnaire> => {
  const row = await db
    .selectFrom('questionnaire')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('questionnaire');
  return row;
};

/** @throws CareError NOT_FOUND; CONFLICT `changed-meanwhile` with the questionnaire as it stands where another desk was quicker */
export const questionnaireAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<StoredQuestionnaire> => {
  const row = await questionnaireOf(db, key.id);
  if (row.version !== key.version) {
    throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: questionnaireFieldsOf(row) });
  }
  return row;
};

type Selected = StoredQuestionnaire & { readonly responses: number; readonly rules: string };

/** 问卷 in their order, with how often each was answered and by which rules it is asked. */
export const questionnaireRows = async (
  db: ReadDb,
  which: { readonly id?: string; readonly active?: boolean } = {},
): Promise<QuestionnaireRow[]> => {
  const { rows } = await sql<Selected>`
    SELECT q.*,
      (SELECT count(*) FROM surveyResponse w WHERE w.questionnaireId = q.id AND w.deletedAt IS NULL) AS responses,
      (SELECT json_group_array(name) FROM (SELECT name FROM taskRule r
        WHERE r.questionnaireId = q.id AND r.deletedAt IS NULL ORDER BY position)) AS rules
    FROM questionnaire q
    WHERE q.deletedAt IS NULL AND ${which.id === undefined ? sql`TRUE` : sql`q.id = ${which.id}`}
      AND ${which.active ? sql`q.active = 1` : sql`TRUE`}
    ORDER BY q.position, q.id`.execute(db);
  return rows.map((row) => ({
    ...questionnaireFieldsOf(row),
    id: row.id,
    version: row.version,
    responses: row.responses,
    rules: JSON.parse(row.rules) as string[],
    updatedAt: row.updatedAt,
    byName: row.byName,
  }));
};

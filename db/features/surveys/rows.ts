import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { ResponsePage, ResponseRow } from '../../contract/surveys.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';
import { idsIn } from '../tasks/judge.ts';

export type Response = Selectable<Tables['surveyResponse']>;

/** The first words that were said to any of its questions. */
const firstWords = sql<string | null>`(SELECT a.words FROM surveyAnswer a
  WHERE a.responseId = w.id AND a.words IS NOT NULL ORDER BY a.position LIMIT 1)`;

/** Responses with all that a row shows; narrowed and ordered by the caller. */
export const responseSelection = (db: ReadDb) =>
  db
    .selectFrom('surveyResponse as w')
    .innerJoin('questionnaire as q', 'q.id', 'w.questionnaireId')
    .leftJoin('customer as c', 'c.id', 'w.customerId')
    .leftJoin('vehicle as v', 'v.id', 'w.vehicleId')
    .leftJoin('visit as s', 's.id', 'w.visitId')
    .leftJoin('complaint as k', 'k.id', 'w.complaintId')
    .selectAll('w')
    .select([
      'q.name as questionnaire',
      'c.name as customerName',
      'c.deletedAt as customerDeletedAt',
      'v.plate',
      's.adviser',
      'k.number as complaintNumber',
    ])
    .select(firstWords.as('words'))
    .where('w.deletedAt', 'is', null);

export type SelectedResponse = Awaited<ReturnType<ReturnType<typeof responseSelection>['execute']>>[number];

/** A bad answer of somebody who is on file, with whom nobody has spoken about it. */
const isWaiting = (row: SelectedResponse): boolean =>
  row.bad === 1 && row.customerId !== null && row.customerDeletedAt === null && row.followedAt === null;

export const responseRowOf = (row: SelectedResponse): ResponseRow => ({
  id: row.id,
  version: row.version,
  questionnaireId: row.questionnaireId,
  questionnaire: row.questionnaire,
  channel: row.channel as 'phone',
  at: row.at,
  day: row.day,
  byName: row.byName,
  customerId: row.customerId,
  name: row.customerName,
  vehicleId: row.vehicleId,
  plate: row.plate,
  nps: row.nps,
  satisfactionCenti: row.satisfactionCenti,
  bad: row.bad === 1,
  waits: isWaiting(row),
  followedAt: row.followedAt,
  followedBy: row.followedBy,
  complaintId: row.complaintId,
  complaintNumber: row.complaintNumber,
  words: row.words,
});

const answersOf = async (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('surveyAnswer')
    .selectAll()
    .where('responseId', 'in', idsIn(ids) as never)
    .orderBy('responseId')
    .orderBy('position')
    .execute();

/** Whole responses, the latest first; ids of none are passed over. */
export const responsePages = async (db: ReadDb, ids: readonly string[]): Promise<ResponsePage[]> => {
  if (ids.length === 0) return [];
  const rows = await responseSelection(db)
    .where('w.id', 'in', [...ids])
    .orderBy('w.at', 'desc')
    .orderBy('w.id', 'desc')
    .execute();
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...responseRowOf(row),
    visitId: row.visitId,
    adviser: row.adviser,
    followNote: row.followNote,
    answers: answers
      .filter(({ responseId }) => responseId === row.id)
      .map(({ questionId, kind, text, options, score, words }) => ({
        ...{ questionId, text, score, words },
        kind: kind as 'nps',
        options: JSON.parse(options) as string[],
      })),
  }));
};

/** @throws CareError NOT_FOUND `response-not-found` */
export const responseOf = async (db: ReadDb, id: string): Promise<Response> => {
  const row = await db
    .selectFrom('surveyResponse')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('response');
  return row;
};

/** @throws CareError NOT_FOUND; CONFLICT `changed-meanwhile` with the row as it stands where another desk was quicker */
export const responseAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<Response> => {
  const row = await responseOf(db, key.id);
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  return row;
};

/** Tells the desks that show it. */
export const touchResponse = (ctx: CommandContext, row: Pick<Response, 'id' | 'customerId'>): void => {
  ctx.touch(`survey:${row.id}`);
  if (row.customerId) ctx.touch(`customer:${row.customerId}`);
};

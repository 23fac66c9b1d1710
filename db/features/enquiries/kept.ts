import { type Selectable, sql } from 'kysely';
import type { KeptAnswerRow } from '../../contract/enquiries.ts';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandHandler, QueryHandler, ReadDb } from '../../store/handler.ts';
import { anywhere, wordsOf } from './matching.ts';
import { enquiryOf } from './record.ts';

type Enquiries = Contract['enquiries'];

/** @throws CareError NOT_FOUND `kept-answer-not-found` */
export const keptAnswerOf = async (db: ReadDb, id: string): Promise<Selectable<Tables['keptAnswer']>> => {
  const row = await db
    .selectFrom('keptAnswer')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('kept-answer');
  return row;
};

/** @throws CareError CONFLICT `enquiry-kept`: what was answered in an enquiry is kept once */
export const refuseKeptTwice = async (db: ReadDb, enquiryId: string): Promise<void> => {
  const kept = await db
    .selectFrom('keptAnswer')
    .select('id')
    .where('enquiryId', '=', enquiryId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (kept) throw new CareError('CONFLICT', { reason: 'enquiry-kept' });
};

/** 存为常用答复, once of each enquiry. */
export const keepAnswer: CommandHandler<Enquiries['keepAnswer']> = async (db, input, ctx) => {
  const enquiry = await enquiryOf(db, input.enquiryId);
  if (enquiry.answeredAt === null) throw new CareError('CONFLICT', { reason: 'enquiry-unanswered' });
  await refuseKeptTwice(db, enquiry.id);
  const { requestId: _requestId, ...facts } = input;
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'keptAnswer',
    { id, ...facts, createdAt: at, updatedAt: at, byName: ctx.actor.name },
    { owner: null },
  );
  ctx.about('keptAnswer', id);
  return { id };
};

export const updateKept: CommandHandler<Enquiries['updateKept']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, ...facts } = input;
  await keptAnswerOf(db, id);
  const saved = await ctx.rows.update('keptAnswer', { id, version }, facts, { owner: null });
  ctx.about('keptAnswer', id);
  return { version: saved.version };
};

/** Enquiries that were answered with it keep their words. */
export const removeKept: CommandHandler<Enquiries['removeKept']> = async (db, { id, version }, ctx) => {
  await keptAnswerOf(db, id);
  await ctx.rows.remove('keptAnswer', { id, version }, { owner: null });
  ctx.about('keptAnswer', id);
  return {};
};

export const restoreKept: CommandHandler<Enquiries['restoreKept']> = async (db, { id }, ctx) => {
  const row = await db
    .selectFrom('keptAnswer')
    .select(['deletedAt', 'enquiryId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('kept-answer');
  if (row.deletedAt === null) return {};
  if (row.enquiryId) await refuseKeptTwice(db, row.enquiryId);
  await ctx.rows.restore('keptAnswer', { id }, { owner: null });
  ctx.about('keptAnswer', id);
  return {};
};

/** How often each was used: enquiries that name it. */
export const usesOf = sql`SELECT keptAnswerId, count(*) AS uses FROM enquiry
  WHERE keptAnswerId IS NOT NULL AND deletedAt IS NULL GROUP BY keptAnswerId`;

export type FoundKept = Pick<Selectable<Tables['keptAnswer']>, 'id' | 'version' | 'question' | 'answer' | 'topic'> & {
  readonly updatedAt: number;
  readonly byName: string;
  readonly uses: number;
};

export const keptRowOf = (row: FoundKept): KeptAnswerRow => ({
  id: row.id,
  version: row.version,
  question: row.question,
  answer: row.answer,
  topic: row.topic as 'other',
  usedCount: row.uses,
  updatedAt: row.updatedAt,
  byName: row.byName,
});

const readCursor = (cursor: string): { uses: number; id: string } => {
  const found = /^(\d{1,9}):([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw badField('cursor', 'cursor-invalid');
  return { uses: Number(found[1]), id: found[2] };
};

/** 常用答复, the most used first, then the newest; ids rise with time. */
export const keptList: QueryHandler<Enquiries['keptList']> = async (db, input) => {
  const words = wordsOf(input.q ?? '').map(
    (word) => sql`(k.question LIKE ${anywhere(word)} ESCAPE '\\' OR k.answer LIKE ${anywhere(word)} ESCAPE '\\')`,
  );
  const conditions = [sql`k.deletedAt IS NULL`, ...words, ...(input.topic ? [sql`k.topic = ${input.topic}`] : [])];
  const where = sql.join(conditions, sql` AND `);
  const after = input.cursor ? readCursor(input.cursor) : null;
  const { rows: counted } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM keptAnswer k WHERE ${where}`.execute(db);
  const { rows } = await sql<FoundKept>`
    SELECT k.id, k.version, k.question, k.answer, k.topic, k.updatedAt, k.byName, coalesce(u.uses, 0) AS uses
    FROM keptAnswer k LEFT JOIN (${usesOf}) u ON u.keptAnswerId = k.id
    WHERE ${where} ${after ? sql`AND (coalesce(u.uses, 0), k.id) < (${after.uses}, ${after.id})` : sql``}
    ORDER BY coalesce(u.uses, 0) DESC, k.id DESC LIMIT ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(keptRowOf),
    next: rows.length > page.length && last ? `${last.uses}:${last.id}` : null,
    count: counted[0]?.count ?? 0,
  };
};

import { type SqlBool, sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { matching } from '../clubServices/matching.ts';
import { pageConditions, pageOf } from '../clubServices/paging.ts';
import { tierNamesOf } from '../clubServices/whoseRow.ts';
import { agencyRowOf, agencySelection, type SelectedAgency } from './rows.ts';

/** What we still have to do by its day, then what waits for its owner to fetch it. */
const openKey = sql<string>`((j.state = 'ready') || ':' || coalesce(j.dueDay, '9999-12-31'))`;
const keyOf = (row: SelectedAgency): string => `${Number(row.state === 'ready')}:${row.dueDay ?? '9999-12-31'}`;

/** What the documents are called; their times are no words that anybody looks for. */
const documentNames = sql<
  string | null
>`(SELECT group_concat(json_extract(value, '$.name'), ' ') FROM json_each(j.documents))`;

/** Of the tabs, whatever is searched for. */
export const agencyCounts = async (db: ReadDb, ctx: QueryContext) => {
  const { rows } = await sql<{ open: number; late: number }>`
    SELECT count(*) AS open, coalesce(sum(readyAt IS NULL AND dueDay < ${ctx.today()}), 0) AS late
    FROM agencyJob WHERE endedAt IS NULL AND deletedAt IS NULL`.execute(db);
  const { rows: done } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM agencyJob WHERE endedAt IS NOT NULL AND deletedAt IS NULL`.execute(db);
  return { ...(rows[0] ?? { open: 0, late: 0 }), ended: done[0]?.count ?? 0 };
};

/** 在办 · 已结 */
export const list: QueryHandler<Contract['agency']['list']> = async (db, input, ctx) => {
  const conditions = [
    ...pageConditions(input, openKey),
    ...(input.kind ? [sql<SqlBool>`j.kind = ${input.kind}`] : []),
    ...(input.q ? matching(input.q, ['j.note', 's.displayName', documentNames]) : []),
  ];
  const narrowed = conditions.reduce((sum, condition) => sum.where(condition), agencySelection(db));
  const ordered =
    input.tab === 'ended'
      ? narrowed.orderBy('j.endedAt', 'desc').orderBy('j.id', 'desc')
      : narrowed.orderBy(openKey).orderBy('j.id');
  const { page, next } = pageOf(await ordered.limit(input.limit + 1).execute(), input.limit, keyOf);
  const tierNames = await tierNamesOf(db, page, ctx);
  return {
    rows: page.map((row) => agencyRowOf(row, ctx.today(), tierNames)),
    next,
    counts: await agencyCounts(db, ctx),
  };
};

export const get: QueryHandler<Contract['agency']['get']> = async (db, input, ctx) => {
  const row = await agencySelection(db)
    .where('j.id', '=', input.id)
    .where('j.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('agency');
  return agencyRowOf(row, ctx.today(), await tierNamesOf(db, [row], ctx));
};

import { type SqlBool, sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { matching } from '../clubServices/matching.ts';
import { pageConditions, pageOf } from '../clubServices/paging.ts';
import { tierNamesOf } from '../clubServices/whoseRow.ts';
import { claimRowOf, claimSelection, type SelectedClaim } from './rows.ts';

/** The oldest accident first: whose car has been waiting longest. */
const openKey = sql<string>`j.accidentDay`;
const keyOf = (row: SelectedClaim): string => row.accidentDay;

/** Of the tabs, whatever is searched for. The insurer's terms are not ours: none is late. */
export const claimCounts = async (db: ReadDb) => {
  const { rows } = await sql<{ open: number; ended: number }>`
    SELECT (SELECT count(*) FROM claim WHERE endedAt IS NULL AND deletedAt IS NULL) AS open,
      (SELECT count(*) FROM claim WHERE endedAt IS NOT NULL AND deletedAt IS NULL) AS ended`.execute(db);
  return { ...(rows[0] ?? { open: 0, ended: 0 }), late: 0 };
};

/** 在办 · 已结 */
export const list: QueryHandler<Contract['claims']['list']> = async (db, input, ctx) => {
  const conditions = [
    ...pageConditions(input, openKey),
    ...(input.state ? [sql<SqlBool>`j.state = ${input.state}`] : []),
    ...(input.q
      ? matching(input.q, ['j.caseNo', 'j.place', 'j.what', 'j.insurer', 'p.insurer', 'j.note', 's.displayName'])
      : []),
  ];
  const narrowed = conditions.reduce((sum, condition) => sum.where(condition), claimSelection(db));
  const ordered =
    input.tab === 'ended'
      ? narrowed.orderBy('j.endedAt', 'desc').orderBy('j.id', 'desc')
      : narrowed.orderBy(openKey).orderBy('j.id');
  const { page, next } = pageOf(await ordered.limit(input.limit + 1).execute(), input.limit, keyOf);
  const tierNames = await tierNamesOf(db, page, ctx);
  return { rows: page.map((row) => claimRowOf(row, tierNames)), next, counts: await claimCounts(db) };
};

export const get: QueryHandler<Contract['claims']['get']> = async (db, input, ctx) => {
  const row = await claimSelection(db).where('j.id', '=', input.id).where('j.deletedAt', 'is', null).executeTakeFirst();
  if (!row) throw notFound('claim');
  return claimRowOf(row, await tierNamesOf(db, [row], ctx));
};

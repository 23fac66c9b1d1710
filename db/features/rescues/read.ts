import { type SqlBool, sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { rescueLateMinutes } from '../../domain/club/rescueClock.ts';
import type { CommandHandler, QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { matching } from '../clubServices/matching.ts';
import { pageConditions, pageOf } from '../clubServices/paging.ts';
import { tierNamesOf } from '../clubServices/whoseRow.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { quotaOf } from './quota.ts';
import { rescueOf, rescueRowOf, rescueSelection, type SelectedRescue } from './rows.ts';

type Rescues = Contract['rescues'];

/** Who called first; 13 digits each, so that they compare as text. */
const openKey = sql<string>`printf('%013d', j.calledAt)`;
const keyOf = (row: SelectedRescue): string => String(row.calledAt).padStart(13, '0');

/** Of the tabs, whatever is searched for. */
export const rescueCounts = async (db: ReadDb, ctx: QueryContext) => {
  const before = ctx.now() - rescueLateMinutes * 60_000;
  const { rows } = await sql<{ open: number; late: number }>`
    SELECT count(*) AS open, coalesce(sum(arrivedAt IS NULL AND calledAt <= ${before}), 0) AS late
    FROM rescue WHERE endedAt IS NULL AND deletedAt IS NULL`.execute(db);
  const { rows: done } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM rescue WHERE endedAt IS NOT NULL AND deletedAt IS NULL`.execute(db);
  return { ...(rows[0] ?? { open: 0, late: 0 }), ended: done[0]?.count ?? 0 };
};

/** 进行中 · 已结束 */
export const list: QueryHandler<Rescues['list']> = async (db, input, ctx) => {
  const own = ['j.strangerName', 'j.strangerPlate', 'j.place', 'j.trouble', 'j.crew'];
  const conditions = [
    ...pageConditions(input, openKey),
    ...(input.kind ? [sql<SqlBool>`j.kind = ${input.kind}`] : []),
    ...(input.q ? matching(input.q, own, ['j.strangerPhone']) : []),
  ];
  const narrowed = conditions.reduce((sum, condition) => sum.where(condition), rescueSelection(db));
  const ordered =
    input.tab === 'ended'
      ? narrowed.orderBy('j.endedAt', 'desc').orderBy('j.id', 'desc')
      : narrowed.orderBy(openKey).orderBy('j.id');
  const { page, next } = pageOf(await ordered.limit(input.limit + 1).execute(), input.limit, keyOf);
  const tierNames = await tierNamesOf(db, page, ctx);
  return {
    rows: page.map((row) => rescueRowOf(row, ctx.now(), tierNames)),
    next,
    counts: await rescueCounts(db, ctx),
  };
};

export const get: QueryHandler<Rescues['get']> = async (db, input, ctx) => {
  const row = await rescueSelection(db)
    .where('j.id', '=', input.id)
    .where('j.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('rescue');
  return rescueRowOf(row, ctx.now(), await tierNamesOf(db, [row], ctx));
};

/** What the tier of a customer still has of free rescues (免费道路救援). */
export const quota: QueryHandler<Rescues['quota']> = async (db, input, ctx) => {
  await refuseGoneCustomer(db, input.customerId);
  const found = await quotaOf(db, input.customerId, input.at ?? ctx.now(), ctx.timeZone);
  if (found === null) return { quota: null };
  const { tierName, name, of, used, left } = found;
  return { quota: { tierName, name, of, used, left } };
};

/** The caller's whole numbers (显示完整号码): looking is on record. */
export const reveal: CommandHandler<Rescues['reveal']> = async (db, input, ctx) => {
  const row = await rescueOf(db, input.id);
  ctx.about('rescue', row.id);
  if (row.customerId === null) return { phones: row.strangerPhone === null ? [] : [row.strangerPhone] };
  const phones = await db
    .selectFrom('customerPhone')
    .select('number')
    .where('customerId', '=', row.customerId)
    .orderBy('position')
    .execute();
  return { phones: phones.map(({ number }) => number) };
};

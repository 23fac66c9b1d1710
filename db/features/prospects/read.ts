import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { findCustomers } from '../customers/search.ts';
import { ownsOldCar, prospectOf, prospectRowOf, prospectSelection, tradeInBefore } from './rows.ts';

type Prospects = Contract['prospects'];
type Filter = z.output<NonNullable<Prospects['list']['~orpc']['inputSchema']>>['filter'];

/** A text filter looks among so many best hits. */
const mostFound = 2000;
const mostNamed = 100;
const facetDays = 731;

export const get: QueryHandler<Prospects['get']> = async (db, input, ctx) => {
  const prospect = await prospectOf(db, input.id, ctx);
  const drives = await db
    .selectFrom('testDrive as t')
    .leftJoin('staff as s', 's.id', 't.adviserId')
    .select(['t.id', 't.version', 't.day', 't.model', 't.adviserId', 's.displayName as adviserName', 't.remark'])
    .where('t.prospectId', '=', input.id)
    .where('t.deletedAt', 'is', null)
    .orderBy('t.day', 'desc')
    .orderBy('t.id', 'desc')
    .execute();
  return { prospect, drives };
};

export const ofCustomer: QueryHandler<Prospects['ofCustomer']> = async (db, input, ctx) => {
  const rows = await prospectSelection(db, await tradeInBefore(db, ctx.today()))
    .where('p.customerId', '=', input.customerId)
    .orderBy(sql`p.state = 'open'`, 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return { rows: rows.map((row) => prospectRowOf(row, ctx.today())) };
};

const conditionsOf = (filter: Filter, oldBefore: string) => {
  const all = [sql<SqlBool>`p.state = ${filter.state}`];
  if (filter.ownerId) all.push(sql`p.nextOwnerId = ${filter.ownerId}`);
  if (filter.source) all.push(sql`p.source = ${filter.source}`);
  if (filter.model) all.push(sql`EXISTS (SELECT 1 FROM json_each(p.models) WHERE value = ${filter.model})`);
  if (filter.nextBy) all.push(sql`p.nextDay <= ${filter.nextBy}`);
  if (filter.noNext !== undefined) all.push(filter.noNext ? sql`p.nextDay IS NULL` : sql`p.nextDay IS NOT NULL`);
  if (filter.tradeIn !== undefined) {
    const wants = sql<SqlBool>`(p.tradeIn = 1 OR ${ownsOldCar(oldBefore)})`;
    all.push(filter.tradeIn ? wants : sql`NOT ${wants}`);
  }
  if (filter.priceFen !== undefined) {
    all.push(sql`coalesce(p.budgetFromFen, 0) <= ${filter.priceFen}`);
    all.push(sql`coalesce(p.budgetToFen, p.budgetFromFen) >= ${filter.priceFen}`);
  }
  return all;
};

/** A piece of the name, of its pinyin or of a number; beside that whatever the one box finds: initials, plates, cards. */
const namedLike = (q: string, found: readonly string[]) => {
  const plain = q.replace(/\s/g, '').toLowerCase();
  const boxed = found.length === 0 ? sql`0` : sql`c.id IN (${sql.join([...found])})`;
  return sql<SqlBool>`(instr(lower(replace(c.name, ' ', '')), ${plain}) OR instr(replace(c.pinyin, ' ', ''), ${plain})
    OR EXISTS (SELECT 1 FROM customerPhone f WHERE f.customerId = c.id AND instr(f.number, ${plain})) OR ${boxed})`;
};

/** After any day that is: those without a next step come last. */
const never = '9999';

const readCursor = (cursor: string): { value: string | number; id: string } => {
  const match = /^(\d{4}(?:-\d{2}-\d{2})?|\d{5,16}) ([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { value: /^\d{5,}$/.test(match[1]) ? Number(match[1]) : match[1], id: match[2] };
};

const countsOf = async (db: ReadDb, today: string) => {
  const { rows } = await sql<{ open: number; due: number; overdue: number; noNext: number; withoutFile: number }>`
    SELECT count(*) AS open, coalesce(sum(p.nextDay = ${today}), 0) AS due, coalesce(sum(p.nextDay < ${today}), 0) AS overdue,
      coalesce(sum(p.nextDay IS NULL), 0) AS noNext,
      (SELECT count(*) FROM customer n WHERE n.stage = 'prospect' AND n.deletedAt IS NULL
        AND NOT EXISTS (SELECT 1 FROM prospect o WHERE o.customerId = n.id AND o.deletedAt IS NULL)) AS withoutFile
    FROM prospect p JOIN customer c ON c.id = p.customerId
    WHERE p.state = 'open' AND p.deletedAt IS NULL AND c.deletedAt IS NULL`.execute(db);
  const { withoutFile = 0, ...counts } = rows[0] ?? { open: 0, due: 0, overdue: 0, noNext: 0 };
  return { counts, withoutFile };
};

export const list: QueryHandler<Prospects['list']> = async (db, input, ctx) => {
  const { filter, sort, limit } = input;
  const today = ctx.today();
  const oldBefore = await tradeInBefore(db, today);
  const conditions = conditionsOf(filter, oldBefore);
  if (filter.q) conditions.push(namedLike(filter.q, await findCustomers(db, filter.q, mostFound)));
  const key = sort === 'next' ? sql<string | number>`coalesce(p.nextDay, ${never})` : sql<string | number>`p.updatedAt`;
  let selection = prospectSelection(db, oldBefore).select(key.as('sortValue'));
  for (const condition of conditions) selection = selection.where(condition);
  if (input.cursor) {
    const { value, id } = readCursor(input.cursor);
    const past = sql.raw(sort === 'next' ? '>' : '<');
    selection = selection.where(sql<SqlBool>`(${key}, p.id) ${past} (${value}, ${id})`);
  }
  const direction = sort === 'next' ? 'asc' : 'desc';
  const rows = await selection
    .orderBy(key, direction)
    .orderBy('p.id', direction)
    .limit(limit + 1)
    .execute();
  const { rows: counted } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM prospect p JOIN customer c ON c.id = p.customerId
    WHERE p.deletedAt IS NULL AND c.deletedAt IS NULL AND ${sql.join(conditions, sql` AND `)}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => prospectRowOf(row, today)),
    next: rows.length > page.length && last ? `${last.sortValue} ${last.id}` : null,
    total: counted[0]?.total ?? 0,
    ...(await countsOf(db, today)),
  };
};

/** What was looked at and whence people came in the last two years, most frequent first. */
export const facets: QueryHandler<Prospects['facets']> = async (db, _input, ctx) => {
  const since = ctx.now() - facetDays * 86_400_000;
  const { rows: models } = await sql<{ value: string }>`
    SELECT m.value AS value FROM prospect p, json_each(p.models) m WHERE p.deletedAt IS NULL AND p.createdAt > ${since}
    GROUP BY m.value ORDER BY count(*) DESC, m.value LIMIT ${mostNamed}`.execute(db);
  const { rows: sources } = await sql<{ value: string }>`
    SELECT p.source AS value FROM prospect p WHERE p.source IS NOT NULL AND p.deletedAt IS NULL AND p.createdAt > ${since}
    GROUP BY p.source ORDER BY count(*) DESC, p.source LIMIT ${mostNamed}`.execute(db);
  return { models: models.map((row) => row.value), sources: sources.map((row) => row.value) };
};

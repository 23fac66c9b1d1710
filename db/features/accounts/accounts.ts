import { sql } from 'kysely';
import type { z } from 'zod';
import type { AccountPlanRow } from '../../contract/accounts.ts';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { addMonths } from '../../domain/day.ts';
import type { CommandContext, CommandHandler, HandlersOf, QueryHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { planRowOf, planSelection } from './rows.ts';

type Accounts = Contract['accounts'];

const planOf = async (db: ReadDb, id: string, today: string): Promise<AccountPlanRow> => {
  const row = await planSelection(db).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw new CareError('NOT_FOUND', { reason: 'account-plan-not-found' });
  return planRowOf(row, today);
};

const get: QueryHandler<Accounts['get']> = (db, input, ctx) => planOf(db, input.id, ctx.today());

const shows = (row: AccountPlanRow, show: 'due' | 'open' | 'reviewed' | 'all', ahead: number): boolean => {
  switch (show) {
    case 'due':
      return row.days !== null && row.days <= ahead;
    case 'open':
      return row.days !== null;
    case 'reviewed':
      return row.days === null;
    case 'all':
      return true;
  }
};

/** 重点客户: by the day of their review; a store has dozens. */
const list: QueryHandler<Accounts['list']> = async (db, input, ctx) => {
  const { accountReviewDays } = await settingsOn(db, ctx.today());
  let selection = planSelection(db);
  if (input.year) selection = selection.where('p.year', '=', input.year);
  if (input.ownerId) selection = selection.where('p.ownerId', '=', input.ownerId);
  const rows = (await selection.orderBy('p.reviewDay').orderBy('p.id').execute()).map((row) =>
    planRowOf(row, ctx.today()),
  );
  const count = (fits: (row: AccountPlanRow) => boolean): number => rows.filter(fits).length;
  return {
    rows: rows.filter((row) => shows(row, input.show, accountReviewDays)),
    counts: {
      open: count((row) => shows(row, 'open', accountReviewDays)),
      due: count((row) => shows(row, 'due', accountReviewDays)),
      overdue: count((row) => row.days !== null && row.days < 0),
      reviewed: count((row) => row.review !== null),
    },
  };
};

const ofCustomer: QueryHandler<Accounts['ofCustomer']> = async (db, input, ctx) => {
  const rows = await planSelection(db).where('p.customerId', '=', input.customerId).orderBy('p.year', 'desc').execute();
  return { rows: rows.map((row) => planRowOf(row, ctx.today())) };
};

/** The largest fleets and those who spent most in 12 months, without those who have their plan. */
const candidates: QueryHandler<Accounts['candidates']> = async (db, input, ctx) => {
  const year = input.year ?? Number(ctx.today().slice(0, 4));
  const since = addMonths(ctx.today(), -12);
  const { rows } = await sql<{
    customerId: string;
    customerName: string;
    kind: 'person' | 'company';
    vehicleCount: number;
    last12MonthsFen: number;
  }>`
    WITH planned AS (SELECT customerId FROM accountPlan WHERE year = ${year} AND deletedAt IS NULL),
      spent AS (SELECT customerId, sum(amountFen) AS fen FROM visit WHERE day > ${since} AND voidedAt IS NULL
        AND deletedAt IS NULL AND customerId NOT IN planned GROUP BY customerId),
      fleet AS (SELECT c.id FROM customer c JOIN vehicle v ON v.customerId = c.id AND v.deletedAt IS NULL
        WHERE c.kind = 'company' AND c.deletedAt IS NULL AND c.id NOT IN planned GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT ${input.limit}),
      top AS (SELECT customerId AS id FROM spent ORDER BY fen DESC, customerId LIMIT ${input.limit})
    SELECT c.id AS customerId, c.name AS customerName, c.kind,
      (SELECT count(*) FROM vehicle v WHERE v.customerId = c.id AND v.deletedAt IS NULL AND v.status = 'active') AS vehicleCount,
      coalesce((SELECT fen FROM spent WHERE spent.customerId = c.id), 0) AS last12MonthsFen
    FROM customer c
    WHERE c.id IN (SELECT id FROM fleet UNION SELECT id FROM top) AND c.deletedAt IS NULL
    ORDER BY last12MonthsFen DESC, vehicleCount DESC, c.id LIMIT ${input.limit}`.execute(db);
  return { rows };
};

const done = (ctx: CommandContext, id: string, customerId: string): void => {
  ctx.about('accountPlan', id);
  ctx.touch(`customer:${customerId}`);
};

/** The plan as the desk saw it. @throws CareError CONFLICT with the row as it stands */
const asSeen = async (db: WriteDb, input: { readonly id: string; readonly version: number }, ctx: CommandContext) => {
  const current = await planOf(db, input.id, ctx.today());
  if (current.version !== input.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current });
  return current;
};

const add: CommandHandler<Accounts['add']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...plan } = input;
  const customer = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', plan.customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!customer) throw notFound('customer');
  const known = await db
    .selectFrom('accountPlan')
    .select('id')
    .where('customerId', '=', plan.customerId)
    .where('year', '=', plan.year)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (known)
    throw new CareError('CONFLICT', { reason: 'account-plan-known', values: { planId: known.id, year: plan.year } });
  if (plan.ownerId) await activeStaff(db, plan.ownerId, 'ownerId');
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert('accountPlan', { id, ...plan, createdAt: at, updatedAt: at }, { owner: plan.customerId });
  done(ctx, id, plan.customerId);
  return { id, version: 1 };
};

type Review = NonNullable<z.output<NonNullable<Accounts['update']['~orpc']['inputSchema']>>['review']>;

/** 年度回顾: what came of the plan. */
const reviewColumns = (review: Review, ctx: CommandContext) => {
  const { day, result, rating, next } = review;
  const reviewedDay = day ?? ctx.today();
  if (reviewedDay > ctx.today()) throw badField('review.day', 'day-future');
  return { reviewedDay, result, rating, next, reviewedBy: ctx.actor.name };
};

const update: CommandHandler<Accounts['update']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, review, ...plan } = input;
  const present = await asSeen(db, input, ctx);
  if (plan.ownerId && plan.ownerId !== present.ownerId) await activeStaff(db, plan.ownerId, 'ownerId');
  const columns = { ...plan, ...(review ? reviewColumns(review, ctx) : {}) };
  const saved = await ctx.rows.update('accountPlan', { id, version }, columns, { owner: present.customerId });
  done(ctx, id, present.customerId);
  return { version: saved.version };
};

const remove: CommandHandler<Accounts['remove']> = async (db, input, ctx) => {
  const present = await asSeen(db, input, ctx);
  await ctx.rows.remove('accountPlan', { id: input.id, version: input.version }, { owner: present.customerId });
  done(ctx, input.id, present.customerId);
  return {};
};

export const accounts = {
  list,
  get,
  ofCustomer,
  candidates,
  add,
  update,
  remove,
} satisfies HandlersOf<Accounts>;

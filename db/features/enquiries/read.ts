import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { CommandHandler, QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { matching } from './matching.ts';
import { enquiryOf } from './record.ts';
import { enquiryRowOf, enquirySelection, type SelectedEnquiry } from './rows.ts';

type Enquiries = Contract['enquiries'];
type Input = z.output<NonNullable<Enquiries['list']['~orpc']['inputSchema']>>;

const countsOf = async (db: ReadDb, ctx: QueryContext) => {
  const { rows } = await sql<{ open: number; mine: number; overdue: number }>`
    SELECT count(*) AS open, coalesce(sum(expertId = ${ctx.actor.id}), 0) AS mine,
      coalesce(sum(state IN ('open', 'handedOver') AND dueAt < ${ctx.now()}), 0) AS overdue
    FROM enquiry WHERE state <> 'closed' AND deletedAt IS NULL`.execute(db);
  const { rows: done } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM enquiry WHERE state = 'closed' AND deletedAt IS NULL`.execute(db);
  return { ...(rows[0] ?? { open: 0, mine: 0, overdue: 0 }), closed: done[0]?.count ?? 0 };
};

/** What waits for an answer, then what only waits to be closed. */
const isAnswered = sql<number>`(e.state = 'answered')`;

const readCursor = (cursor: string): { answered: number; at: number; id: string } => {
  const found = /^([01]):(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[2] || !found[3]) throw badField('cursor', 'cursor-invalid');
  return { answered: Number(found[1]), at: Number(found[2]), id: found[3] };
};

const cursorOf = (row: SelectedEnquiry): string =>
  row.closedAt === null ? `${Number(row.state === 'answered')}:${row.dueAt}:${row.id}` : `0:${row.closedAt}:${row.id}`;

const selectionOf = (db: ReadDb, input: Input, ctx: QueryContext) => {
  const isClosed = input.tab === 'closed';
  const after = input.cursor ? readCursor(input.cursor) : null;
  const rest =
    after &&
    (isClosed
      ? sql<SqlBool>`(e.closedAt, e.id) < (${after.at}, ${after.id})`
      : sql<SqlBool>`(${isAnswered}, e.dueAt, e.id) > (${after.answered}, ${after.at}, ${after.id})`);
  const conditions = [
    isClosed ? sql<SqlBool>`e.state = 'closed'` : sql<SqlBool>`e.state <> 'closed'`,
    ...(input.tab === 'mine' ? [sql<SqlBool>`e.expertId = ${ctx.actor.id}`] : []),
    ...(input.topic ? [sql<SqlBool>`e.topic = ${input.topic}`] : []),
    ...(input.customerId ? [sql<SqlBool>`e.customerId = ${input.customerId}`] : []),
    ...(input.q ? matching(input.q) : []),
    ...(rest ? [rest] : []),
  ];
  const selection = conditions.reduce((sum, condition) => sum.where(condition), enquirySelection(db));
  return isClosed
    ? selection.orderBy('e.closedAt', 'desc').orderBy('e.id', 'desc')
    : selection.orderBy(isAnswered).orderBy('e.dueAt').orderBy('e.id');
};

/** 未结 · 我的 · 归档 */
export const list: QueryHandler<Enquiries['list']> = async (db, input, ctx) => {
  const found = await selectionOf(db, input, ctx)
    .limit(input.limit + 1)
    .execute();
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => enquiryRowOf(row, ctx.now())),
    next: found.length > page.length && last ? cursorOf(last) : null,
    counts: await countsOf(db, ctx),
  };
};

const numbersOf = async (db: ReadDb, row: Pick<SelectedEnquiry, 'customerId' | 'strangerPhone'>): Promise<string[]> => {
  if (row.customerId === null) return row.strangerPhone === null ? [] : [row.strangerPhone];
  const rows = await db
    .selectFrom('customerPhone')
    .select('number')
    .where('customerId', '=', row.customerId)
    .orderBy('position')
    .execute();
  return rows.map(({ number }) => number);
};

/** An enquiry, whole (咨询页). */
export const get: QueryHandler<Enquiries['get']> = async (db, input, ctx) => {
  const row = await enquirySelection(db).where('e.id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('enquiry');
  const keptAs = await db
    .selectFrom('keptAnswer')
    .select('id')
    .where('enquiryId', '=', row.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  const [phone] = await numbersOf(db, row);
  return {
    ...enquiryRowOf(row, ctx.now()),
    channel: row.channel as 'phone',
    vehicleId: row.vehicleId,
    phoneMasked: phone === undefined ? null : maskPhone(phone),
    answer: row.answer,
    answeredBy: row.answeredBy,
    late: row.answeredAt !== null && row.answeredAt > row.dueAt,
    handedAt: row.handedAt,
    handNote: row.handNote,
    reopenNote: row.reopenNote,
    closeNote: row.closeNote,
    keptAnswerId: row.keptAnswerId,
    keptAsId: keptAs?.id ?? null,
    byName: row.byName,
  };
};

/** The asker's whole numbers (显示完整号码): looking is on record. */
export const reveal: CommandHandler<Enquiries['reveal']> = async (db, input, ctx) => {
  const row = await enquiryOf(db, input.id);
  ctx.about('enquiry', row.id);
  return { phones: await numbersOf(db, row) };
};

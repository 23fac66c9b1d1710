import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { ComplaintRow } from '../../contract/complaintViews.ts';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { type ComplaintClocks, clockColumns, clocksOf } from './clocks.ts';
import { type CodeNames, codeNames } from './codeNames.ts';
import { matching } from './matching.ts';
import { complaintRowOf, complaintSelection, isUnexplained, type SelectedComplaint } from './rows.ts';
import { termsByDay } from './termsByDay.ts';

type List = Contract['complaints']['list'];
type Input = z.output<NonNullable<List['~orpc']['inputSchema']>>;

/** A part of the category's code: `product` holds `product.aircon`. */
const within = (category: string) =>
  sql<SqlBool>`(k.category = ${category} OR substr(k.category, 1, length(${category}) + 1) = ${`${category}.`})`;

const selectionOf = (db: ReadDb, input: Input, names: CodeNames, ctx: QueryContext) => {
  const conditions = [
    ...(input.mine ? [sql<SqlBool>`k.ownerId = ${ctx.actor.id}`] : []),
    ...(input.severity ? [sql<SqlBool>`k.severity = ${input.severity}`] : []),
    ...(input.category ? [within(input.category)] : []),
    ...(input.department ? [sql<SqlBool>`k.department = ${input.department}`] : []),
    ...(input.customerId ? [sql<SqlBool>`k.customerId = ${input.customerId}`] : []),
    ...(input.q ? matching(input.q, names) : []),
  ];
  return conditions.reduce((selection, condition) => selection.where(condition), complaintSelection(db));
};

/** Every complaint that is not archived, with its clocks: a few hundred at the most. */
const livingClocks = async (db: ReadDb, ctx: QueryContext) => {
  const living = await db
    .selectFrom('complaint')
    .select([...clockColumns, 'step'])
    .where('step', '<>', 'closed')
    .where('deletedAt', 'is', null)
    .execute();
  return { living, clocks: await clocksOf(db, living, ctx) };
};

const countsOf = async (
  db: ReadDb,
  { living, clocks }: Awaited<ReturnType<typeof livingClocks>>,
): Promise<{ open: number; askBack: number; archive: number; breached: number }> => {
  const { archive } = await db
    .selectFrom('complaint')
    .select((eb) => eb.fn.countAll<number>().as('archive'))
    .where('step', '=', 'closed')
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const askBack = living.filter(({ step }) => step === 'done').length;
  const breached = [...clocks.values()].filter(isUnexplained).length;
  return { open: living.length - askBack, askBack, archive, breached };
};

const rowMaker = async (db: ReadDb, names: CodeNames, clocks: ReadonlyMap<string, ComplaintClocks>) => {
  const termsOn = await termsByDay(db);
  return (row: SelectedComplaint): ComplaintRow[] => {
    const own = clocks.get(row.id);
    return own ? [complaintRowOf(row, own, names, termsOn(row.receivedDay).askBackAfterDays)] : [];
  };
};

/** Breached without a reason, then what runs, then what stands, then what waits for nobody. */
const group = ({ breached, clock }: ComplaintRow): number => {
  if (breached) return 0;
  if (clock === null) return 3;
  return clock.state === 'running' ? 1 : 2;
};

/** When it runs out by the face that counts; what has no end comes in the order in which it was received. */
const dueOf = ({ clock, receivedAt }: ComplaintRow): number =>
  (clock && (clock.countedBy === 'natural' ? clock.natural : clock.working).dueAt) ?? receivedAt;

const byUrgency = (a: ComplaintRow, b: ComplaintRow): number =>
  group(a) - group(b) || dueOf(a) - dueOf(b) || (a.number < b.number ? -1 : 1);

const byAskBackDay = (a: ComplaintRow, b: ComplaintRow): number => {
  const [one, other] = [a.askBackDay ?? '', b.askBackDay ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.number < b.number ? -1 : 1;
};

/** The cursor of what is sorted here: the last one shown. One that has left the list meanwhile begins it again. */
const afterRow = (rows: readonly ComplaintRow[], cursor: string | undefined, limit: number) => {
  const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
  const page = rows.slice(from, from + limit);
  const last = page.at(-1);
  return { rows: page, next: from + page.length < rows.length && last ? last.id : null };
};

const readCursor = (cursor: string): { at: number; id: string } => {
  const found = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(found[1]), id: found[2] };
};

type Selection = ReturnType<typeof selectionOf>;

/** 归档: closed, latest first, a page at a time. */
const archivePage = async (db: ReadDb, selection: Selection, input: Input, names: CodeNames, ctx: QueryContext) => {
  let closed = selection.where('k.step', '=', 'closed');
  if (input.cursor) {
    const { at, id } = readCursor(input.cursor);
    closed = closed.where(sql<SqlBool>`(k.closedAt, k.id) < (${at}, ${id})`);
  }
  const found = await closed
    .orderBy('k.closedAt', 'desc')
    .orderBy('k.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  const rowOf = await rowMaker(db, names, await clocksOf(db, page, ctx));
  return {
    rows: page.flatMap(rowOf),
    next: found.length > page.length && last ? `${last.closedAt}:${last.id}` : null,
  };
};

/** 处理中 · 待回访 · 归档 */
export const list: QueryHandler<List> = async (db, input, ctx) => {
  const names = await codeNames(db, ctx.today());
  const selection = selectionOf(db, input, names, ctx);
  const alive = await livingClocks(db, ctx);
  const counts = await countsOf(db, alive);
  if (input.tab === 'archive') return { ...(await archivePage(db, selection, input, names, ctx)), counts };
  const toAskBack = input.tab === 'askBack';
  const found = await selection
    .where('k.step', '<>', 'closed')
    .where('k.step', toAskBack ? '=' : '<>', 'done')
    .execute();
  const rows = found.flatMap(await rowMaker(db, names, alive.clocks));
  return { ...afterRow(rows.toSorted(toAskBack ? byAskBackDay : byUrgency), input.cursor, input.limit), counts };
};

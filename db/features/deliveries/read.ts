import { type SqlBool, sql } from 'kysely';
import type { DeliveryStep } from '../../contract/deliveries.ts';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { addDays } from '../../domain/day.ts';
import { instantOf } from '../../domain/zonedTime.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { wordsOf as listOf } from '../customers/rows.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { checksOf } from './checks.ts';
import { matching } from './matching.ts';
import { isUnderWay } from './record.ts';
import { deliveryRowOf, deliverySelection, type SelectedDelivery } from './rows.ts';

type Deliveries = Contract['deliveries'];

/** How long what was delivered stays on the board, days. */
const shownDays = 7;

const itemsOn = async (db: ReadDb, today: string) => (await settingsOn(db, today)).deliveryChecklist;

/** 交车看板: what is under way by its planned day, then what was delivered of late, the latest first. */
export const board: QueryHandler<Deliveries['board']> = async (db, _input, ctx) => {
  const today = ctx.today();
  const items = await itemsOn(db, today);
  const open = await deliverySelection(db)
    .where(sql<SqlBool>`${isUnderWay}`)
    .orderBy(sql`d.plannedDay IS NULL`)
    .orderBy('d.plannedDay')
    .orderBy(sql`d.plannedTime IS NULL`)
    .orderBy('d.plannedTime')
    .orderBy('d.id')
    .execute();
  const since = instantOf(addDays(today, 1 - shownDays), '00:00', ctx.timeZone);
  const delivered = await deliverySelection(db)
    .where(sql<SqlBool>`coalesce(d.deliveredAt, d.cancelledAt) >= ${since}`)
    .where('d.deliveredAt', 'is not', null)
    .orderBy('d.deliveredAt', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  const rows = [...open, ...delivered].map((row) => deliveryRowOf(row, items, today));
  return {
    rows,
    counts: {
      open: open.length,
      late: rows.filter(({ late }) => late).length,
      today: open.filter(({ plannedDay }) => plannedDay === today).length,
    },
  };
};

/** As its index has it. */
const endedAt = sql<number>`coalesce(d.deliveredAt, d.cancelledAt)`;

const readCursor = (cursor: string): { at: number; id: string } => {
  const found = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(found[1]), id: found[2] };
};

const cursorOf = (row: SelectedDelivery): string => `${row.deliveredAt ?? row.cancelledAt}:${row.id}`;

/** 历史交车: delivered and cancelled ones. */
export const past: QueryHandler<Deliveries['past']> = async (db, input, ctx) => {
  const today = ctx.today();
  const items = await itemsOn(db, today);
  const after = input.cursor ? readCursor(input.cursor) : null;
  const conditions = [
    sql<SqlBool>`(d.deliveredAt IS NOT NULL OR d.cancelledAt IS NOT NULL)`,
    ...(input.q ? matching(input.q) : []),
    ...(after ? [sql<SqlBool>`(${endedAt}, d.id) < (${after.at}, ${after.id})`] : []),
  ];
  const found = await conditions
    .reduce((selection, condition) => selection.where(condition), deliverySelection(db))
    .orderBy(endedAt, 'desc')
    .orderBy('d.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => deliveryRowOf(row, items, today)),
    next: found.length > page.length && last ? cursorOf(last) : null,
  };
};

/** A customer's: what is under way first, then the latest. */
export const ofCustomer: QueryHandler<Deliveries['ofCustomer']> = async (db, input, ctx) => {
  const today = ctx.today();
  const items = await itemsOn(db, today);
  const rows = await deliverySelection(db)
    .where('d.customerId', '=', input.customerId)
    .orderBy(sql`(${isUnderWay})`, 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  return { rows: rows.map((row) => deliveryRowOf(row, items, today)) };
};

/** A delivery, whole (交车). */
export const get: QueryHandler<Deliveries['get']> = async (db, input, ctx) => {
  const today = ctx.today();
  const row = await deliverySelection(db).where('d.id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('delivery');
  const items = await itemsOn(db, today);
  const { interests } = await db
    .selectFrom('customer')
    .select('interests')
    .where('id', '=', row.customerId)
    .executeTakeFirstOrThrow();
  const history = await db
    .selectFrom('deliveryMove')
    .select(['step', 'at', 'byName', 'note'])
    .where('deliveryId', '=', row.id)
    .where('deletedAt', 'is', null)
    // as they were entered: a handover may be told later than it was
    .orderBy('id', 'desc')
    .execute();
  return {
    ...deliveryRowOf(row, items, today),
    note: row.note,
    ceremony: row.ceremony,
    interests: listOf(interests),
    cancelReason: row.cancelReason,
    prospectId: row.prospectId,
    checklist: checksOf(row, items).map((one) => ({ ...one })),
    history: history.map((move) => ({ ...move, step: move.step as DeliveryStep })),
  };
};

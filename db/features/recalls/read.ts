import { type SqlBool, sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { openRecallsOf, recallOf, recallRows, recallsOfVehicle } from './rows.ts';

type Recalls = Contract['recalls'];

export const list: QueryHandler<Recalls['list']> = async (db, input, ctx) => ({
  rows: await recallRows(db, { show: input.state }, ctx.today()),
});

export const get: QueryHandler<Recalls['get']> = (db, input, ctx) => recallOf(db, input.id, ctx.today());

export const ofVehicle: QueryHandler<Recalls['ofVehicle']> = async (db, input, ctx) => ({
  rows: await recallsOfVehicle(db, input.vehicleId, ctx.today()),
});

export const openFor: QueryHandler<Recalls['openFor']> = async (db, input, ctx) => ({
  rows: await openRecallsOf(db, input.customerId, ctx.today()),
});

const readCursor = (cursor: string): { visited: string; id: string } => {
  const match = /^(?:(\d{4}-\d{2}-\d{2})|-) ([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[2]) throw badField('cursor', 'cursor-invalid');
  return { visited: match[1] ?? '', id: match[2] };
};

/** Those who were here longest ago first: they will not come by themselves. */
const visited = sql<string>`coalesce(v.lastVisitDay, '')`;

const shownBy = (show: 'open' | 'done' | 'notOurs' | 'all') => {
  switch (show) {
    case 'open':
      return sql<SqlBool>`rv.doneDay IS NULL AND v.id IS NOT NULL`;
    case 'done':
      return sql<SqlBool>`rv.doneDay IS NOT NULL`;
    case 'notOurs':
      return sql<SqlBool>`rv.doneDay IS NULL AND v.id IS NULL`;
    case 'all':
      return sql<SqlBool>`1`;
  }
};

export const vehicles: QueryHandler<Recalls['vehicles']> = async (db, input, ctx) => {
  await recallOf(db, input.id, ctx.today());
  const listed = db
    .selectFrom('recallVehicle as rv')
    .leftJoin('vehicle as v', (join) =>
      join.onRef('v.vin', '=', 'rv.vin').on('v.deletedAt', 'is', null).on('v.status', '=', 'active'),
    )
    .where('rv.recallId', '=', input.id)
    .where('rv.deletedAt', 'is', null)
    .where(shownBy(input.show));
  let selection = listed
    .leftJoin('customer as c', 'c.id', 'v.customerId')
    .select([
      'rv.id',
      'rv.version',
      'rv.recallId',
      'rv.vin',
      'rv.doneDay',
      'rv.visitId',
      'rv.note',
      'v.id as vehicleId',
      'v.plate',
      'v.series',
      'v.lastVisitDay',
      'c.id as customerId',
      'c.name as customerName',
      sql<
        string | null
      >`(SELECT p.number FROM customerPhone p WHERE p.customerId = c.id ORDER BY p.position LIMIT 1)`.as('phone'),
    ]);
  if (input.cursor) {
    const after = readCursor(input.cursor);
    selection = selection.where(sql<SqlBool>`(${visited}, rv.id) > (${after.visited}, ${after.id})`);
  }
  const rows = await selection
    .orderBy(visited)
    .orderBy('rv.id')
    .limit(input.limit + 1)
    .execute();
  const { total } = await listed.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ phone, ...row }) => ({
      ...row,
      state: row.doneDay === null ? ('open' as const) : ('done' as const),
      phoneMasked: phone ? maskPhone(phone) : null,
    })),
    next: rows.length > page.length && last ? `${last.lastVisitDay ?? '-'} ${last.id}` : null,
    total,
  };
};

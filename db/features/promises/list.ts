import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { promiseRowOf, promiseSelection } from './rows.ts';

/** 承诺: open ones, the earliest first; ended ones, the latest first. */
export const list: QueryHandler<Contract['promises']['list']> = async (db, input, ctx) => {
  const now = ctx.now();
  const isOpen = input.state === 'open';
  const conditions = [
    sql<boolean>`promise.deletedAt IS NULL`,
    isOpen ? sql<boolean>`promise.state = 'open'` : sql<boolean>`promise.state <> 'open'`,
    ...(input.mine ? [sql<boolean>`promise.ownerId = ${ctx.actor.id}`] : []),
    ...(input.customerId ? [sql<boolean>`promise.customerId = ${input.customerId}`] : []),
  ];
  const matching = sql<boolean>`${sql.join(conditions, sql` AND `)}`;
  const { rows: counted } = await sql<{ count: number; overdue: number }>`
    SELECT count(*) AS count, coalesce(sum(state = 'open' AND dueAt < ${now}), 0) AS overdue
    FROM promise WHERE ${matching}`.execute(db);
  const rows = await promiseSelection(db)
    .where(matching)
    .orderBy(isOpen ? 'promise.dueAt' : 'promise.endedAt', isOpen ? 'asc' : 'desc')
    .orderBy('promise.id', isOpen ? 'asc' : 'desc')
    .limit(input.limit)
    .execute();
  return {
    rows: rows.map((row) => promiseRowOf(row, now)),
    count: counted[0]?.count ?? 0,
    overdue: counted[0]?.overdue ?? 0,
  };
};

import { sql } from 'kysely';
import type { z } from 'zod';
import type { Contract } from '../../contract/index.ts';
import type { memberFilter } from '../../contract/members.ts';
import type { Settings } from '../../contract/settings.ts';
import { addDays, type Day, endOfMonth } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { eligibleIds } from './eligibleRows.ts';
import { type Condition, lastDay, pageOf, readCursor, where, writeCursor } from './memberPages.ts';
import { memberRows } from './memberRows.ts';

type Filter = z.output<typeof memberFilter>;

const stateIs = (state: Filter['state'], today: Day): Condition => {
  switch (state ?? 'active') {
    case 'active':
      return sql`m.state = 'active' AND ${lastDay} >= ${today}`;
    case 'expired':
      return sql`m.state = 'active' AND ${lastDay} < ${today}`;
    case 'cancelled':
      return sql`m.state = 'cancelled'`;
    case 'merged':
      return sql`m.state = 'merged'`;
  }
};

/** Of the whole month, for who ran out on the 3rd can still be renewed on the 20th. */
export const endsThisMonth = (today: Day): Condition =>
  sql`m.state = 'active' AND ${lastDay} BETWEEN ${`${today.slice(0, 7)}-01`} AND ${endOfMonth(today)}`;

const conditionsOf = async (db: ReadDb, filter: Filter, settings: Settings, today: Day): Promise<Condition[]> => {
  const all: Condition[] = [
    sql`m.deletedAt IS NULL`,
    filter.expiringThisMonth ? endsThisMonth(today) : stateIs(filter.state, today),
  ];
  if (filter.tiers.length > 0) all.push(sql`m.tier IN (${sql.join(filter.tiers)})`);
  if (filter.joinMode) all.push(sql`m.joinMode = ${filter.joinMode}`);
  if (filter.expiringDays !== undefined) {
    all.push(sql`${lastDay} BETWEEN ${today} AND ${addDays(today, filter.expiringDays)}`);
  }
  if (filter.lapsingDays !== undefined) {
    all.push(sql`m.id IN (SELECT membershipId FROM pointsLot WHERE remaining > 0
      AND lastDay BETWEEN ${today} AND ${addDays(today, filter.lapsingDays)})`);
  }
  if (filter.eligible !== undefined) {
    // found once, for the page and for the count
    const ids = JSON.stringify(await eligibleIds(db, settings, today));
    all.push(sql`m.id ${filter.eligible ? sql`IN` : sql`NOT IN`} (SELECT value FROM json_each(${ids}))`);
  }
  return all;
};

/** Of all members a few. */
const isNarrow = (filter: Filter): boolean =>
  (filter.state ?? 'active') !== 'active' ||
  filter.tiers.length > 0 ||
  filter.joinMode !== undefined ||
  filter.expiringDays !== undefined ||
  filter.expiringThisMonth === true ||
  filter.lapsingDays !== undefined ||
  filter.eligible === true;

/** The member list (会员列表), a page by key at a time. */
export const list: QueryHandler<Contract['members']['list']> = async (db, input, ctx) => {
  const today = ctx.today();
  const settings = await settingsOn(db, today);
  const conditions = await conditionsOf(db, input.filter, settings, today);
  const cursor = input.cursor ? readCursor(input.cursor) : null;
  const page = await pageOf(db, input.sort, conditions, isNarrow(input.filter), cursor, input.limit + 1);
  const shown = page.slice(0, input.limit);
  const last = shown.at(-1);
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM membership m WHERE ${where(conditions)}`.execute(db);
  return {
    rows: await memberRows(
      db,
      shown.map(({ id }) => id),
      settings,
      today,
    ),
    next: page.length > shown.length && last ? writeCursor(last) : null,
    count: rows[0]?.count ?? 0,
  };
};

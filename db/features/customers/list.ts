import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { listFilter } from '../../contract/customerViews.ts';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { addDays, addMonths } from '../../domain/day.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { besideNames, byCustomer } from './rows.ts';
import { findCustomers } from './search.ts';

/** Counting stops here; the screen says "more than". */
const mostCounted = 200_000;
/** A text filter looks among so many best hits. */
const mostFound = 2000;

type Filter = z.output<typeof listFilter>;
type Condition = ReturnType<typeof sql<SqlBool>>;

/** As its index has it: '' for who was never here. */
const lastVisit = sql<string>`coalesce(c.lastVisitDay, '')`;

const conditionsOf = (filter: Filter, today: string, found: readonly string[] | null): Condition[] => {
  const all: Condition[] = [sql`c.deletedAt IS NULL`];
  const vehicle = (what: Condition): Condition =>
    sql`EXISTS (SELECT 1 FROM vehicle v WHERE v.customerId = c.id AND v.deletedAt IS NULL AND v.status = 'active' AND ${what})`;
  // few vehicles, found by an index: asked once, not of each customer
  const among = (what: Condition): Condition =>
    sql`c.id IN (SELECT v.customerId FROM vehicle v WHERE v.deletedAt IS NULL AND v.status = 'active' AND ${what})`;
  if (found) all.push(found.length === 0 ? sql`0` : sql`c.id IN (${sql.join(found)})`);
  if (filter.kind) all.push(sql`c.kind = ${filter.kind}`);
  if (filter.stage) all.push(sql`c.stage = ${filter.stage}`);
  if (filter.adviserId) all.push(sql`c.adviserId = ${filter.adviserId}`);
  if (filter.tag) all.push(sql`c.id IN (SELECT t.customerId FROM customerTag t WHERE t.tag = ${filter.tag})`);
  if (filter.tier) {
    all.push(
      // a family's card has the family's tier; asked once, not of each customer
      sql`c.id IN (SELECT k.customerId FROM membership m CROSS JOIN memberCard k ON k.membershipId = m.id
        WHERE m.deletedAt IS NULL AND m.state = 'active' AND m.tier = ${filter.tier}
          AND k.deletedAt IS NULL AND k.state IN ('active', 'frozen', 'lost'))`,
    );
  }
  if (filter.series) all.push(vehicle(sql`v.series = ${filter.series}`));
  if (filter.use === 'private') all.push(vehicle(sql`v.use = 'private'`));
  else if (filter.use) all.push(among(sql`v.use <> 'private' AND v.use = ${filter.use}`));
  if (filter.awayMonths) {
    const before = addMonths(today, -filter.awayMonths);
    all.push(vehicle(sql`coalesce(v.lastVisitDay, v.deliveryDay) <= ${before}`));
    all.push(sql`${lastVisit} <= ${before}`);
  }
  if (filter.seenMonths) all.push(sql`${lastVisit} >= ${addMonths(today, -filter.seenMonths)}`);
  if (filter.insuranceWithinDays !== undefined) {
    all.push(among(sql`v.insuranceEndDay BETWEEN ${today} AND ${addDays(today, filter.insuranceWithinDays)}`));
  }
  if (filter.inspectionWithinDays !== undefined) {
    all.push(among(sql`v.inspectionDueDay BETWEEN ${today} AND ${addDays(today, filter.inspectionWithinDays)}`));
  }
  if (filter.birthdayMonth) all.push(sql`c.birthMonth = ${filter.birthdayMonth} AND c.birthCalendar = 'solar'`);
  return all;
};

type Sort = 'recent' | 'name' | 'lastVisit' | 'insurance';

/** What a page is ordered by, with the row's id to tell equals apart, and whether it falls or rises. */
const sortKey = (sort: Sort, today: string) => {
  switch (sort) {
    case 'recent':
      return { key: sql`d.docId`, falling: true };
    case 'name':
      return { key: sql`c.pinyin`, falling: false };
    case 'lastVisit':
      return { key: lastVisit, falling: true };
    case 'insurance':
      return {
        key: sql`coalesce((SELECT min(v.insuranceEndDay) FROM vehicle v WHERE v.customerId = c.id
          AND v.deletedAt IS NULL AND v.status = 'active' AND v.insuranceEndDay >= ${today}), '9999')`,
        falling: false,
      };
  }
};

const readCursor = (cursor: string): [string | number, string] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'string') {
      const first: unknown = value[0];
      if (typeof first === 'string' || typeof first === 'number') return [first, value[1]];
    }
  } catch {
    // falls through: a cursor that is no cursor
  }
  throw badField('cursor', 'cursor-invalid');
};

interface PageRow {
  readonly id: string;
  readonly sortValue: string | number;
}

const pageOf = async (
  db: ReadDb,
  conditions: readonly Condition[],
  sort: Sort,
  today: string,
  cursor: string | undefined,
  limit: number,
): Promise<PageRow[]> => {
  const { key, falling } = sortKey(sort, today);
  const all = [...conditions];
  if (cursor) {
    const [value, id] = readCursor(cursor);
    const past = falling ? sql.raw('<') : sql.raw('>');
    // a docId is one customer's alone, and two tables' columns in one comparison could not use its order
    all.push(sort === 'recent' ? sql`d.docId < ${value}` : sql`(${key}, c.id) ${past} (${value}, ${id})`);
  }
  const direction = sql.raw(falling ? 'DESC' : 'ASC');
  const from = sort === 'recent' ? sql`searchDoc d CROSS JOIN customer c ON c.id = d.customerId` : sql`customer c`;
  const { rows } = await sql<PageRow>`
    SELECT c.id, ${key} AS sortValue FROM ${from} WHERE ${sql.join(all, sql` AND `)}
    ORDER BY ${sort === 'recent' ? key : sql`${key} ${direction}, c.id`} ${direction} LIMIT ${limit + 1}`.execute(db);
  return rows;
};

const countOf = async (db: ReadDb, conditions: readonly Condition[]): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT 1 FROM customer c WHERE ${sql.join([...conditions], sql` AND `)} LIMIT ${mostCounted + 1})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};

const rowsOf = async (db: ReadDb, ids: readonly string[], ctx: QueryContext) => {
  if (ids.length === 0) return [];
  const customers = await db
    .selectFrom('customer')
    .leftJoin('staff', 'staff.id', 'customer.adviserId')
    .select([
      'customer.id',
      'customer.kind',
      'customer.name',
      'customer.gender',
      'customer.stage',
      'customer.lastVisitDay',
      'customer.createdAt',
      'staff.displayName as adviserName',
    ])
    .where('customer.id', 'in', ids)
    .execute();
  const tags = byCustomer(await db.selectFrom('customerTag').selectAll().where('customerId', 'in', ids).execute());
  const beside = await besideNames(db, ids);
  const tierNames = new Map((await settingsOn(db, ctx.today())).tiers.map((tier) => [tier.code, tier.name]));
  const byId = new Map(customers.map((row) => [row.id, row]));
  const soonest = (days: readonly (string | null)[]): string | null =>
    days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const vehicles = beside.vehicles.get(id) ?? [];
    const tier = beside.cards.get(id)?.[0]?.tier ?? null;
    return [
      {
        id,
        kind: row.kind as 'person',
        name: row.name,
        gender: row.gender as 'male' | null,
        stage: row.stage as 'current',
        phoneMasked: beside.phones.get(id)?.[0]?.masked ?? null,
        plates: vehicles.flatMap((vehicle) => (vehicle.plate ? [vehicle.plate] : [])),
        series: vehicles[0]?.series ?? null,
        vehicleCount: vehicles.length,
        tier,
        tierName: tier ? (tierNames.get(tier) ?? tier) : null,
        lastVisitDay: row.lastVisitDay,
        insuranceEndDay: soonest(vehicles.map((vehicle) => vehicle.insuranceEndDay)),
        inspectionDueDay: soonest(vehicles.map((vehicle) => vehicle.inspectionDueDay)),
        adviserName: row.adviserName,
        tags: (tags.get(id) ?? []).map((each) => each.tag),
        createdAt: row.createdAt,
      },
    ];
  });
};

/** The customer list (客户列表), a page by key at a time. */
export const list: QueryHandler<Contract['customers']['list']> = async (db, input, ctx) => {
  const today = ctx.today();
  const { q } = input.filter;
  const found = q ? await findCustomers(db, q, mostFound) : null;
  const conditions = conditionsOf(input.filter, today, found);
  const page = await pageOf(db, conditions, input.sort, today, input.cursor, input.limit);
  const shown = page.slice(0, input.limit);
  const last = shown.at(-1);
  const next =
    page.length > input.limit && last
      ? Buffer.from(JSON.stringify([last.sortValue, last.id])).toString('base64url')
      : null;
  return {
    rows: await rowsOf(
      db,
      shown.map((row) => row.id),
      ctx,
    ),
    next,
    total: input.cursor ? null : await countOf(db, conditions),
  };
};

import { type SqlBool, sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';

export type Sort = 'expiry' | 'points' | 'joined' | 'name';
export type Condition = ReturnType<typeof sql<SqlBool>>;

/** As its index has it: who has no last day comes last. */
export const lastDay = sql<string>`coalesce(m.validThrough, '9999-12-31')`;

export type Cursor = readonly [value: string | number | null, id: string];

export const readCursor = (cursor: string): Cursor => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'string') {
      const first: unknown = value[0];
      if (first === null || typeof first === 'string' || typeof first === 'number') return [first, value[1]];
    }
  } catch {
    // falls through: a cursor that is no cursor
  }
  throw badField('cursor', 'cursor-invalid');
};

export const writeCursor = ({ value, id }: PageRow): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

export interface PageRow {
  readonly id: string;
  readonly value: string | number | null;
}

type Conditions = readonly Condition[];
export const where = (conditions: Conditions) => sql.join([...conditions], sql` AND `);

/** Ordered by a column of the membership itself. */
const byColumn = async (
  db: ReadDb,
  key: ReturnType<typeof sql<string>>,
  falling: boolean,
  conditions: Conditions,
  cursor: Cursor | null,
  limit: number,
): Promise<PageRow[]> => {
  const past = sql.raw(falling ? '<' : '>');
  const direction = sql.raw(falling ? 'DESC' : 'ASC');
  const all = cursor ? [...conditions, sql<SqlBool>`(${key}, m.id) ${past} (${cursor[0]}, ${cursor[1]})`] : conditions;
  const { rows } = await sql<PageRow>`SELECT m.id, ${key} AS value FROM membership m WHERE ${where(all)}
    ORDER BY ${key} ${direction}, m.id ${direction} LIMIT ${limit}`.execute(db);
  return rows;
};

/** By 累计积分, the most first: along the balances' index, and after them who has no balance yet. */
const byPoints = async (
  db: ReadDb,
  conditions: Conditions,
  cursor: Cursor | null,
  limit: number,
): Promise<PageRow[]> => {
  const found: PageRow[] = [];
  if (cursor === null || cursor[0] !== null) {
    const all = cursor
      ? [...conditions, sql<SqlBool>`(b.cumulative, b.membershipId) < (${cursor[0]}, ${cursor[1]})`]
      : conditions;
    const { rows } = await sql<PageRow>`SELECT m.id, b.cumulative AS value FROM pointsBalance b
      CROSS JOIN membership m ON m.id = b.membershipId WHERE ${where(all)}
      ORDER BY b.cumulative DESC, b.membershipId DESC LIMIT ${limit}`.execute(db);
    found.push(...rows);
  }
  if (found.length < limit) {
    const after = cursor && cursor[0] === null ? [sql<SqlBool>`m.id > ${cursor[1]}`] : [];
    const none = sql<SqlBool>`NOT EXISTS (SELECT 1 FROM pointsBalance b WHERE b.membershipId = m.id)`;
    const { rows } = await sql<PageRow>`SELECT m.id, NULL AS value FROM membership m
      WHERE ${where([...conditions, none, ...after])} ORDER BY m.id LIMIT ${limit - found.length}`.execute(db);
    found.push(...rows);
  }
  return found;
};

/**
 * @param narrow few members fit: they are found first and put in order; else one walks along the names, where the next hundred are
 *   never far
 */
const byName = async (
  db: ReadDb,
  conditions: Conditions,
  narrow: boolean,
  cursor: Cursor | null,
  limit: number,
): Promise<PageRow[]> => {
  const after = cursor
    ? [sql<SqlBool>`c.pinyin >= ${cursor[0]} AND (c.pinyin, m.id) > (${cursor[0]}, ${cursor[1]})`]
    : [];
  const from = narrow
    ? sql`membership m CROSS JOIN customer c ON c.id = m.customerId`
    : sql`customer c CROSS JOIN membership m ON m.customerId = c.id`;
  const { rows } = await sql<PageRow>`SELECT m.id, c.pinyin AS value FROM ${from}
    WHERE c.deletedAt IS NULL AND ${where([...conditions, ...after])} ORDER BY c.pinyin, m.id LIMIT ${limit}`.execute(
    db,
  );
  return rows;
};

/** One page of members in an order. */
export const pageOf = (
  db: ReadDb,
  sort: Sort,
  conditions: Conditions,
  narrow: boolean,
  cursor: Cursor | null,
  limit: number,
): Promise<PageRow[]> => {
  switch (sort) {
    case 'expiry':
      return byColumn(db, lastDay, false, conditions, cursor, limit);
    case 'joined':
      return byColumn(db, sql<string>`coalesce(m.joinDay, '')`, true, conditions, cursor, limit);
    case 'points':
      return byPoints(db, conditions, cursor, limit);
    case 'name':
      return byName(db, conditions, narrow, cursor, limit);
  }
};

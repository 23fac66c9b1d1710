import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { badField } from '../../contract/errors.ts';

interface Asked {
  readonly tab: 'open' | 'ended';
  readonly customerId?: string | undefined;
  readonly cursor?: string | undefined;
}

interface Ended {
  readonly id: string;
  readonly endedAt: number | null;
}

const readCursor = (cursor: string): { key: string; id: string } => {
  const found = /^([\d:-]{1,40})\|([0-9a-f-]{36})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw badField('cursor', 'cursor-invalid');
  return { key: found[1], id: found[2] };
};

/**
 * Which jobs (j) a page shows: those that wait by a key of their own, those that ended the latest first.
 *
 * @param openKey text that rises with the order of those that wait
 */
export const pageConditions = (input: Asked, openKey: RawBuilder<string>): RawBuilder<SqlBool>[] => {
  const ended = input.tab === 'ended';
  const after = input.cursor ? readCursor(input.cursor) : null;
  const rest =
    after &&
    (ended
      ? sql<SqlBool>`(j.endedAt, j.id) < (${Number(after.key)}, ${after.id})`
      : sql<SqlBool>`(${openKey}, j.id) > (${after.key}, ${after.id})`);
  return [
    sql<SqlBool>`j.deletedAt IS NULL`,
    ended ? sql<SqlBool>`j.endedAt IS NOT NULL` : sql<SqlBool>`j.endedAt IS NULL`,
    ...(input.customerId ? [sql<SqlBool>`j.customerId = ${input.customerId}`] : []),
    ...(rest ? [rest] : []),
  ];
};

/**
 * One page of what was read with a row more than it holds.
 *
 * @param keyOf the open key of a row, as SQL gives it
 */
export const pageOf = <Row extends Ended>(
  found: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
): { readonly page: readonly Row[]; readonly next: string | null } => {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (!last || found.length <= page.length) return { page, next: null };
  return { page, next: `${last.endedAt ?? keyOf(last)}|${last.id}` };
};

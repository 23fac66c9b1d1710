import { sql } from 'kysely';
import type { WriteDb } from '../../store/handler.ts';
import type { CustomerReference } from './references.ts';

/**
 * Writes another customer into a column of whole sets of rows, removed ones included, and what the change log needs with them:
 * a fleet has thousands of visits.
 *
 * @param ids those rows; all that hold `from` where null
 */
export const moveRows = async (
  db: WriteDb,
  reference: CustomerReference,
  change: {
    readonly from: string;
    readonly to: string;
    readonly ids: readonly string[] | null;
    readonly command: number;
    /** UTC ms */
    readonly at: number;
  },
): Promise<number> => {
  const { table, column, versioned, stamped, owner } = reference;
  const { from, to, ids, command, at } = change;
  if (ids?.length === 0) return 0;
  const which = ids
    ? sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    : sql`${sql.ref(column)} = ${from}`;
  // a customer is never its own referrer: that one is cleared by who merges
  const where = table === 'customer' ? sql`${which} AND id <> ${to}` : which;
  const ownerId = owner === column ? sql`${to}` : sql.ref(owner);
  await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
    SELECT ${command}, ${table}, id, ${ownerId}, ${versioned ? sql`version + 1` : sql`1`}, 'update',
      json_object(${column}, ${from}), json_object(${column}, ${to})
    FROM ${sql.table(table)} WHERE ${where}`.execute(db);
  const also = [versioned ? sql`, version = version + 1` : sql``, stamped ? sql`, updatedAt = ${at}` : sql``];
  const { numAffectedRows } = await sql`UPDATE ${sql.table(table)}
    SET ${sql.ref(column)} = ${to}${sql.join(also, sql``)} WHERE ${where}`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

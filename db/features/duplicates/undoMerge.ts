import { sql } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { changedSince, runningCommand, valueBefore } from '../changes/history.ts';
import { moveRows } from '../changes/moveRows.ts';
import { type CustomerReference, customerReferences, movedWithVehicle } from '../changes/references.ts';
import type { Stayed } from '../changes/stayed.ts';
import { refuseWhereJoinedSince, separateAccounts } from '../members/separateAccounts.ts';
import { refreshCustomer } from '../vehicles/derived.ts';
import { type CustomerColumns, columnFields, columnsOf } from './fields.ts';
import { livingCustomer } from './merge.ts';
import { withdrawCopies } from './refusals.ts';
import { separateLists } from './separateLists.ts';

interface Merge {
  readonly command: number;
  readonly keepId: string;
  readonly dropId: string;
}

const mergeOf = async (db: WriteDb, command: number): Promise<Merge> => {
  const { rows } = await sql<{ keepId: string; dropId: string }>`
    SELECT json_extract(c.after, '$.mergedInto') AS keepId, c.entityId AS dropId FROM changeLog c
    WHERE c.command = ${command} AND c.entity = 'customer' AND json_type(c.after, '$.mergedInto') = 'text'`.execute(db);
  const [merge] = rows;
  if (!merge) throw new CareError('CONFLICT', { reason: 'undo-not-possible' });
  return { command, ...merge };
};

/** Both must be as the merge left them: the one in use, the other merged into it and nowhere else. */
const refuseWhereGone = async (db: WriteDb, { keepId, dropId }: Merge): Promise<void> => {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'deletedAt', 'mergedInto'])
    .where('id', 'in', [keepId, dropId])
    .execute();
  const keep = rows.find((row) => row.id === keepId);
  const drop = rows.find((row) => row.id === dropId);
  if (keep?.mergedInto) throw new CareError('CONFLICT', { reason: 'undo-merged-again' });
  if (!keep || keep.deletedAt !== null || !drop || drop.deletedAt === null || drop.mergedInto !== keepId) {
    throw new CareError('CONFLICT', { reason: 'undo-gone' });
  }
};

/** The rows that the merge moved, in all and those of them that nobody moved on since. */
const movedBy = async (db: WriteDb, merge: Merge, { table, column }: CustomerReference) => {
  const path = `$.${column}`;
  const { rows } = await sql<{ id: string; back: number }>`
    SELECT c.entityId AS id, (t.${sql.ref(column)} IS ${merge.keepId}
      AND NOT ${changedSince(sql`c.entityId`, column, merge.command)}) AS back
    FROM changeLog c JOIN ${sql.table(table)} t ON t.id = c.entityId
    WHERE c.command = ${merge.command} AND c.entity = ${table} AND c.op = 'update'
      AND json_extract(c.before, ${path}) = ${merge.dropId} AND json_extract(c.after, ${path}) = ${merge.keepId}`.execute(
    db,
  );
  return { all: rows.length, back: rows.filter((row) => row.back === 1).map((row) => row.id) };
};

/** Rows that came since, on vehicles that go back: they stay with the customer under whom they were entered, and are said. */
const addedSince = async (db: WriteDb, keepId: string, vehicleIds: readonly string[]): Promise<Stayed[]> => {
  const found: Stayed[] = [];
  for (const table of movedWithVehicle) {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}
      WHERE customerId = ${keepId} AND deletedAt IS NULL
        AND vehicleId IN (SELECT value FROM json_each(${JSON.stringify(vehicleIds)}))`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) found.push({ reason: 'added', what: table, count });
  }
  return found;
};

/** The kept customer's own fields: back to what they were, save those that somebody changed since. */
const separateKept = async (db: WriteDb, merge: Merge, ctx: CommandContext): Promise<Stayed[]> => {
  const change = await db
    .selectFrom('changeLog')
    .select(['before', 'after'])
    .where('command', '=', merge.command)
    .where('entity', '=', 'customer')
    .where('entityId', '=', merge.keepId)
    .where('op', '=', 'update')
    .executeTakeFirst();
  const before = JSON.parse(change?.before ?? '{}') as Readonly<Record<string, unknown>>;
  const after = JSON.parse(change?.after ?? '{}') as Readonly<Record<string, unknown>>;
  const keep = await livingCustomer(db, merge.keepId);
  const patch: Record<string, unknown> = {};
  const edited: Stayed[] = [];
  for (const field of columnFields) {
    const columns = columnsOf(field).filter((column) => column in after);
    if (columns.length === 0) continue;
    if (columns.some((column) => keep[column] !== after[column])) {
      edited.push({ reason: 'edited', what: field, count: 1 });
      continue;
    }
    for (const column of columns) {
      patch[column] = await valueBefore(db, keep.id, column, merge.command, before[column] ?? null);
    }
  }
  const images = await separateLists(db, merge);
  await ctx.rows.update('customer', { id: keep.id, version: null }, patch as Partial<CustomerColumns>, {
    owner: keep.id,
    ...images,
  });
  return edited;
};

/**
 * Takes a merge back, weeks later too: every row that it moved goes back, unless somebody moved it on; what was entered on the
 * kept customer since stays there; what cannot be told apart is said.
 */
export const undoMerge = async (
  db: WriteDb,
  merged: number,
  ctx: CommandContext,
): Promise<{ restored: number; stayed: Stayed[] }> => {
  const merge = await mergeOf(db, merged);
  await refuseWhereGone(db, merge);
  await refuseWhereJoinedSince(db, merge);
  const command = await runningCommand(db);
  const at = ctx.now();
  const stayed: Stayed[] = [];
  let restored = 1;
  let vehicleIds: readonly string[] = [];
  let visitIds: readonly string[] = [];
  for (const reference of customerReferences) {
    if (reference.onMerge !== 'move') continue;
    const { all, back } = await movedBy(db, merge, reference);
    restored += await moveRows(db, reference, { from: merge.keepId, to: merge.dropId, ids: back, command, at });
    if (reference.table === 'vehicle') vehicleIds = back;
    if (reference.table === 'visit') visitIds = back;
    if (back.length < all) stayed.push({ reason: 'moved', what: reference.table, count: all - back.length });
  }
  await separateAccounts(db, merge, visitIds, ctx);
  await withdrawCopies(db, merged, command);
  stayed.push(...(await separateKept(db, merge, ctx)));
  stayed.push(...(await addedSince(db, merge.keepId, vehicleIds)));
  const key = { id: merge.dropId, version: null };
  await ctx.rows.restore('customer', key, { owner: merge.dropId });
  await ctx.rows.update('customer', key, { mergedInto: null }, { owner: merge.dropId });
  for (const id of [merge.dropId, merge.keepId]) {
    await refreshCustomer(db, id);
    await ctx.reindex(id);
    ctx.touch(`customer:${id}`);
  }
  return { restored, stayed };
};

import { type Insertable, sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { idleCommands, markUndone } from '../changes/history.ts';
import { dequeue } from '../points/settleQueue.ts';
import { settleVisit } from '../points/settleVisit.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';

interface Batch {
  readonly id: string;
  readonly command: number;
}

const count = async (db: WriteDb, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(db)).rows[0]?.count ?? 0;

const editable = ['visit', 'memberCard', 'membership', 'vehicle', 'customer'] as const;

/**
 * Which entities of the change log name the inserted rows of a table. An import from before memberships were kept logged cards
 * alone: the membership of such a card has its id (see migration 0150).
 */
const loggedAs = (table: (typeof editable)[number]) =>
  table === 'membership' ? sql`('membership', 'memberCard')` : sql`(${table})`;

const insertedBy = (batch: Batch, table: (typeof editable)[number]) =>
  sql`(SELECT entityId FROM changeLog WHERE command = ${batch.command} AND entity IN ${loggedAs(table)} AND op = 'insert')`;

/** Rows of this import that somebody changed since, or that newer rows hang on: then nothing is undone. */
const refuseWhereBuiltOn = async (db: WriteDb, batch: Batch): Promise<void> => {
  const mine = (entity: (typeof editable)[number]) => insertedBy(batch, entity);
  const source = `import:${batch.id}`;
  const memberships = insertedBy(batch, 'membership');
  const blocks: readonly (readonly [reason: string, query: ReturnType<typeof sql<{ count: number }>>])[] = [
    [
      'import-has-later-changes',
      sql<{ count: number }>`SELECT count(DISTINCT entityId) AS count FROM changeLog WHERE command > ${batch.command}
        AND command NOT IN ${idleCommands} AND entityId IN (SELECT entityId FROM changeLog WHERE command = ${batch.command})`,
    ],
    [
      'import-has-later-visits',
      sql<{ count: number }>`SELECT count(*) AS count FROM visit WHERE deletedAt IS NULL AND id NOT IN ${mine('visit')}
        AND vehicleId IN ${mine('vehicle')}`,
    ],
    [
      'import-has-later-vehicles',
      sql<{
        count: number;
      }>`SELECT count(*) AS count FROM vehicle WHERE deletedAt IS NULL AND id NOT IN ${mine('vehicle')}
        AND customerId IN ${mine('customer')}`,
    ],
    [
      'import-has-later-points',
      sql<{ count: number }>`SELECT count(*) AS count FROM pointsEntry WHERE membershipId IN ${memberships}
        AND NOT (kind = 'migrate' AND sourceKind = 'card' AND sourceId IN ${mine('memberCard')})`,
    ],
    [
      'import-has-later-changes',
      sql<{ count: number }>`SELECT
        (SELECT count(*) FROM customerNote WHERE deletedAt IS NULL AND source <> ${source} AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM relation WHERE deletedAt IS NULL AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM consent WHERE customerId IN ${mine('customer')})
        + (SELECT count(*) FROM appointment WHERE deletedAt IS NULL AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM prospect WHERE deletedAt IS NULL AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM accountPlan WHERE deletedAt IS NULL AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM complaint WHERE deletedAt IS NULL AND (customerId IN ${mine('customer')}
            OR vehicleId IN ${mine('vehicle')} OR visitId IN ${mine('visit')}))
        + (SELECT count(*) FROM promise WHERE deletedAt IS NULL AND customerId IN ${mine('customer')})
        + (SELECT count(*) FROM policy WHERE deletedAt IS NULL AND source <> ${source} AND vehicleId IN ${mine('vehicle')})
        + (SELECT count(*) FROM memberCard WHERE deletedAt IS NULL AND id NOT IN ${mine('memberCard')}
            AND (customerId IN ${mine('customer')} OR membershipId IN ${memberships}))
        + (SELECT count(*) FROM membership WHERE deletedAt IS NULL AND id NOT IN ${memberships} AND customerId IN ${mine('customer')})
        AS count`,
    ],
  ];
  for (const [reason, query] of blocks) {
    const found = await count(db, query);
    if (found > 0) throw new CareError('CONFLICT', { reason, values: { count: found } });
  }
};

/** Takes every row that the import made off the lists, in whole sets: an import has 100,000. */
const removeInserted = async (db: WriteDb, batch: Batch, command: number, at: number): Promise<number> => {
  let removed = 0;
  for (const table of editable) {
    const { numAffectedRows } = await sql`UPDATE ${sql.table(table)} SET deletedAt = ${at}, version = version + 1
      WHERE id IN ${insertedBy(batch, table)} AND deletedAt IS NULL`.execute(db);
    removed += Number(numAffectedRows ?? 0n);
    await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
      SELECT ${command}, ${table}, l.entityId, l.ownerId, l.version + 1, 'delete', '{"deletedAt":null}', ${JSON.stringify({ deletedAt: at })}
      FROM changeLog l JOIN ${sql.table(table)} t ON t.id = l.entityId
      WHERE l.command = ${batch.command} AND l.entity IN ${loggedAs(table)} AND l.op = 'insert'`.execute(db);
  }
  return removed;
};

/**
 * The opening balances are taken back by entries that mirror them (冲正), in whole sets. Nothing but them was ever in those
 * accounts: that was checked, so each lot is as full as it was made.
 */
const reverseOpenings = async (db: WriteDb, batch: Batch, ctx: CommandContext): Promise<void> => {
  const opening = sql`kind = 'migrate' AND sourceKind = 'card' AND sourceId IN ${insertedBy(batch, 'memberCard')}`;
  await sql`INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, reverses, reason)
    SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
      membershipId, 'reverse', -cumulative, -redeemable, tier, ${ctx.today()}, ${ctx.now()}, ${ctx.actor.name}, id, 'import-undo'
    FROM pointsEntry WHERE ${opening}`.execute(db);
  await sql`INSERT INTO pointsMove (entryId, lotId, points)
    SELECT r.id, m.lotId, -m.points FROM pointsEntry e JOIN pointsEntry r ON r.reverses = e.id JOIN pointsMove m ON m.entryId = e.id
    WHERE e.id IN (SELECT id FROM pointsEntry WHERE ${opening})`.execute(db);
};

/** Beyond so many visits the desks would wait too long: the rest is settled like an import's own, in short batches. */
const mostSettledAtOnce = 1000;

/** What the import's visits earned is taken back, and what its corrections changed is worked out anew. */
const settleVisits = async (db: WriteDb, batch: Batch, ctx: CommandContext): Promise<void> => {
  const { rows } = await sql<{ id: string; earned: number }>`SELECT DISTINCT l.entityId AS id,
      EXISTS (SELECT 1 FROM pointsEntry e WHERE e.sourceId = l.entityId AND e.sourceKind = 'visit') AS earned
    FROM changeLog l WHERE l.command = ${batch.command} AND l.entity = 'visit'`.execute(db);
  await dequeue(
    db,
    rows.map(({ id }) => id),
  );
  const earned = rows.filter((row) => row.earned === 1).map(({ id }) => id);
  for (const id of earned.slice(0, mostSettledAtOnce)) await settleVisit(db, id, ctx);
  await sql`INSERT OR IGNORE INTO pointsQueue (visitId)
    SELECT value FROM json_each(${JSON.stringify(earned.slice(mostSettledAtOnce))})`.execute(db);
};

const dropDocuments = async (db: WriteDb, batch: Batch): Promise<void> => {
  const docs = sql`SELECT docId FROM searchDoc WHERE customerId IN
    (SELECT entityId FROM changeLog WHERE command = ${batch.command} AND entity = 'customer' AND op = 'insert')`;
  await sql`DELETE FROM searchIndex WHERE rowid IN (${docs})`.execute(db);
  await sql`DELETE FROM searchDoc WHERE docId IN (${docs})`.execute(db);
};

type BeforeImage = Record<string, unknown> & { readonly lines?: readonly Insertable<Tables['visitLine']>[] };

/** A corrected order: its lines, and the reading that came with it. */
const restoreLines = async (
  db: WriteDb,
  visitId: string,
  lines: readonly Insertable<Tables['visitLine']>[],
): Promise<void> => {
  await db.deleteFrom('visitLine').where('visitId', '=', visitId).execute();
  if (lines.length > 0) await db.insertInto('visitLine').values(lines).execute();
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirstOrThrow();
  const source = `visit:${visitId}`;
  await db.deleteFrom('mileageLog').where('vehicleId', '=', visit.vehicleId).where('source', '=', source).execute();
  if (visit.mileage === null) return;
  await db
    .insertInto('mileageLog')
    .values({ vehicleId: visit.vehicleId, day: visit.day, km: visit.mileage, source })
    .execute();
};

/** Puts back what the import changed in rows that were there before. Nobody touched them since: that was checked. */
const restoreUpdated = async (db: WriteDb, batch: Batch, ctx: CommandContext): Promise<number> => {
  const changes = await db
    .selectFrom('changeLog')
    .select(['entity', 'entityId', 'ownerId', 'before'])
    .where('command', '=', batch.command)
    .where('op', '=', 'update')
    .orderBy('seq', 'desc')
    .execute();
  for (const change of changes) {
    const table = editable.find((name) => name === change.entity);
    if (!table || change.before === null) continue;
    const { lines, ...columns } = JSON.parse(change.before) as BeforeImage;
    await ctx.rows.update(table, { id: change.entityId, version: null }, columns, { owner: change.ownerId });
    if (lines) await restoreLines(db, change.entityId, lines);
  }
  return changes.length;
};

/** Readings, policies and notes carry the import as their source. */
const removeSourced = async (db: WriteDb, batch: Batch, at: number): Promise<{ vehicles: string[] }> => {
  const source = `import:${batch.id}`;
  const { rows } = await sql<{ vehicleId: string }>`
    SELECT vehicleId FROM mileageLog WHERE source = ${source} UNION SELECT vehicleId FROM policy WHERE source = ${source}
    UNION SELECT vehicleId FROM visit WHERE id IN (SELECT entityId FROM changeLog WHERE command = ${batch.command} AND entity = 'visit')
  `.execute(db);
  await sql`DELETE FROM mileageLog WHERE source = ${source} OR source IN (SELECT 'visit:' || entityId FROM changeLog
    WHERE command = ${batch.command} AND entity = 'visit' AND op = 'insert')`.execute(db);
  await sql`UPDATE policy SET deletedAt = ${at} WHERE source = ${source}`.execute(db);
  await sql`UPDATE customerNote SET deletedAt = ${at} WHERE source = ${source}`.execute(db);
  return { vehicles: rows.map((row) => row.vehicleId) };
};

/** What vehicles and customers that stay showed because of the import is worked out anew. */
const refreshStaying = async (db: WriteDb, vehicleIds: readonly string[], ctx: CommandContext): Promise<void> => {
  const customers = new Set<string>();
  for (const id of vehicleIds) {
    const row = await db
      .selectFrom('vehicle')
      .select('customerId')
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!row) continue;
    await refreshVehicle(db, id);
    customers.add(row.customerId);
  }
  for (const id of customers) await refreshCustomer(db, id);
  ctx.checkCancelled();
};

/** Customers that stay but lost a vehicle or a card: their documents are written anew. */
const reindexStaying = async (db: WriteDb, batch: Batch, ctx: CommandContext): Promise<void> => {
  const { rows } = await sql<{ ownerId: string }>`
    SELECT DISTINCT ownerId FROM changeLog WHERE command = ${batch.command} AND ownerId IS NOT NULL AND entity <> 'visit'
      AND ownerId IN (SELECT id FROM customer WHERE deletedAt IS NULL)`.execute(db);
  for (const row of rows) await ctx.reindex(row.ownerId);
};

/** Undoes an import as a whole, or says what was built on it since and changes nothing (撤销导入). */
export const undo: CommandHandler<Contract['imports']['undo']> = async (db, input, ctx) => {
  const batch = await db.selectFrom('importBatch').selectAll().where('id', '=', input.importId).executeTakeFirst();
  if (!batch) throw notFound('import');
  if (batch.undoneAt !== null) throw new CareError('CONFLICT', { reason: 'import-undone-already' });
  await refuseWhereBuiltOn(db, batch);
  const at = ctx.now();
  const { rows } = await sql<{ seq: number }>`SELECT coalesce(max(seq), 0) + 1 AS seq FROM auditLog`.execute(db);
  const restored = await restoreUpdated(db, batch, ctx);
  await reverseOpenings(db, batch, ctx);
  const removed = await removeInserted(db, batch, rows[0]?.seq ?? 0, at);
  const { vehicles } = await removeSourced(db, batch, at);
  await settleVisits(db, batch, ctx);
  await refreshStaying(db, vehicles, ctx);
  await dropDocuments(db, batch);
  await reindexStaying(db, batch, ctx);
  await db.updateTable('importBatch').set({ undoneAt: at }).where('id', '=', batch.id).execute();
  await markUndone(db, batch.command, at);
  ctx.about('import', batch.id);
  return { removed, restored, command: batch.command };
};

import { sql } from 'kysely';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { changedSince, runningCommand } from '../changes/history.ts';
import type { Stayed } from '../changes/stayed.ts';
import { recordChanges } from '../complaints/changedFacts.ts';
import { handedTables } from './handedTables.ts';

/** Gives back what was handed over, in whole sets: an adviser has thousands. What went on to somebody else since stays there. */
export const undoHandover = async (
  db: WriteDb,
  handedBy: number,
  ctx: CommandContext,
): Promise<{ restored: number; stayed: Stayed[] }> => {
  const command = await runningCommand(db);
  const stayed: Stayed[] = [];
  let restored = 0;
  for (const { table, column, stamped } of handedTables) {
    const path = `$.${column}`;
    await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
      SELECT ${command}, c.entity, c.entityId, c.ownerId, t.version + 1, 'update', c.after, c.before
      FROM changeLog c JOIN ${sql.table(table)} t ON t.id = c.entityId
      WHERE c.command = ${handedBy} AND c.entity = ${table} AND t.deletedAt IS NULL
        AND t.${sql.ref(column)} = json_extract(c.after, ${path})
        AND NOT ${changedSince(sql`c.entityId`, column, handedBy)}`.execute(db);
    const stamp = stamped ? sql`, updatedAt = ${ctx.now()}` : sql``;
    const { numAffectedRows } = await sql`UPDATE ${sql.table(table)} AS t SET version = version + 1${stamp},
        ${sql.ref(column)} = (SELECT json_extract(after, ${path}) FROM changeLog WHERE entityId = t.id AND +command = ${command})
      WHERE id IN (SELECT entityId FROM changeLog WHERE command = ${command} AND entity = ${table})`.execute(db);
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM changeLog
      WHERE command = ${handedBy} AND entity = ${table}`.execute(db);
    const back = Number(numAffectedRows ?? 0n);
    restored += back;
    const left = (rows[0]?.count ?? 0) - back;
    if (left > 0) stayed.push({ reason: 'moved', what: table, count: left });
  }
  await recordChanges(db, command, ctx);
  return { restored, stayed };
};

import { type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../store/handler.ts';

/** Commands that count no more: the undone ones and those that undid them. */
export const idleCommands = sql`(SELECT command FROM undoneCommand UNION ALL SELECT undoneBy FROM undoneCommand)`;

/** The number that the running command will have in the audit log: what its changes are filed under. */
export const runningCommand = async (db: WriteDb): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`SELECT coalesce(max(seq), 0) + 1 AS seq FROM auditLog`.execute(db);
  return rows[0]?.seq ?? 1;
};

export const markUndone = async (db: WriteDb, command: number, at: number): Promise<void> => {
  await db
    .insertInto('undoneCommand')
    .values({ command, undoneBy: await runningCommand(db), at })
    .execute();
};

/**
 * Whether a later command that still counts wrote this column of this row. The plus keeps SQLite to the row's own few changes: by
 * its commands it would walk all that came later.
 */
export const changedSince = (entityId: ReturnType<typeof sql>, column: string, command: number) =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM changeLog later WHERE later.entityId = ${entityId} AND +later.command > ${command}
    AND json_type(later.after, ${`$.${column}`}) IS NOT NULL AND later.command NOT IN ${idleCommands})`;

/** Whether a later command that still counts changed this row in any way. */
export const touchedSince = async (db: ReadDb, entityId: string, command: number): Promise<boolean> => {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM changeLog WHERE entityId = ${entityId}
    AND +command > ${command} AND command NOT IN ${idleCommands} LIMIT 1`.execute(db);
  return rows.length > 0;
};

/**
 * What a column holds once a command is undone: what it held before, or, where that came from a command that has been undone
 * meanwhile, what it held before that one.
 */
export const valueBefore = async (
  db: ReadDb,
  entityId: string,
  column: string,
  command: number,
  before: unknown,
): Promise<unknown> => {
  const path = `$.${column}`;
  const { rows } = await sql<{ before: string | null; idle: number }>`
    SELECT before, command IN ${idleCommands} AS idle FROM changeLog
    WHERE entityId = ${entityId} AND +command < ${command} AND json_type(after, ${path}) IS NOT NULL ORDER BY seq DESC`.execute(
    db,
  );
  let value = before;
  for (const row of rows) {
    if (row.idle === 0 || row.before === null) break;
    value = (JSON.parse(row.before) as Record<string, unknown>)[column] ?? null;
  }
  return value;
};

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { idleCommands } from './history.ts';
import { undoableKinds } from './kinds.ts';

/** The undo bar looks back so far. */
const hours = 24;

interface Command {
  readonly seq: number;
  readonly at: number;
  readonly action: string;
}

/** The customers that a command changed: how many, and which where it is one. */
const customersOf = async (db: ReadDb, command: number): Promise<{ count: number; id: string | null }> => {
  const { rows } = await sql<{ count: number; id: string | null }>`
    SELECT count(DISTINCT ownerId) AS count, min(ownerId) AS id FROM changeLog
    WHERE command = ${command} AND ownerId IS NOT NULL`.execute(db);
  return rows[0] ?? { count: 0, id: null };
};

const nameOf = async (db: ReadDb, customerId: string): Promise<string | null> =>
  (await db.selectFrom('customer').select('name').where('id', '=', customerId).executeTakeFirst())?.name ?? null;

/** What the bar says of one command: 已合并 2 位客户, 已作废王伟的到店. Null where nothing was changed by it after all. */
const described = async (db: ReadDb, command: Command) => {
  const { seq, at, action } = command;
  const kind = undoableKinds[action];
  if (!kind) return null;
  if (kind === 'import') {
    const batch = await db
      .selectFrom('importBatch')
      .select(['fileName', 'summary', 'undoneAt'])
      .where('command', '=', seq)
      .executeTakeFirst();
    if (!batch || batch.undoneAt !== null) return null;
    const { accepted } = JSON.parse(batch.summary) as { accepted: number };
    return { command: seq, at, kind, customerId: null, name: batch.fileName, count: accepted };
  }
  const { count, id } = await customersOf(db, seq);
  if (kind === 'merge') {
    const kept = await db.selectFrom('auditLog').select('entityId').where('seq', '=', seq).executeTakeFirst();
    const customerId = kept?.entityId ?? null;
    return { command: seq, at, kind, customerId, name: customerId ? await nameOf(db, customerId) : null, count: 2 };
  }
  if (count === 0) {
    const changed = await db.selectFrom('changeLog').select('seq').where('command', '=', seq).limit(1).execute();
    return changed.length === 0 ? null : { command: seq, at, kind, customerId: null, name: null, count: 1 };
  }
  const one = kind === 'handover' || count > 1 ? null : id;
  return {
    command: seq,
    at,
    kind,
    customerId: one,
    name: one ? await nameOf(db, one) : null,
    count: kind === 'handover' ? count : 1,
  };
};

/** The acting person's last commands that can be undone (撤销栏). */
export const recent: QueryHandler<Contract['changes']['recent']> = async (db, input, ctx) => {
  const { rows } = await sql<Command>`
    SELECT seq, at, action FROM auditLog WHERE actor = ${ctx.actor.id} AND at >= ${ctx.now() - hours * 3_600_000}
      AND action IN (${sql.join(Object.keys(undoableKinds))}) AND seq NOT IN ${idleCommands}
    ORDER BY seq DESC LIMIT ${input.limit * 2}`.execute(db);
  const found = [];
  for (const command of rows) {
    const row = await described(db, command);
    if (row) found.push(row);
    if (found.length === input.limit) break;
  }
  return { rows: found };
};

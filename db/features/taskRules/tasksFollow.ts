import { type RawBuilder, sql } from 'kysely';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { runningCommand } from '../changes/history.ts';
import type { StoredRule } from './rows.ts';

/** ms */
const hour = 3_600_000;

/** Why a task was given up with its rule: kept in the row, and by it found again where the rule comes back. */
const goneWithRule = 'ruleRemoved';

/** A promise is due when it was promised for, whatever term the rule has. */
const termsOfTheirOwn: readonly string[] = ['promise'];
/** Whoever gave the promise, or has the complaint, does it. */
const ownersOfTheirOwn: readonly string[] = ['promise', 'askBack'];

/** The customer's adviser while at work here, or everyone of the rule's role. */
const ownerOf = (owner: string) =>
  owner === 'adviser'
    ? sql`(SELECT s.id FROM customer c JOIN staff s ON s.id = c.adviserId AND s.active = 1 WHERE c.id = task.customerId)`
    : sql`NULL`;

type Columns = Readonly<
  Partial<Record<'state' | 'endReason' | 'closedAt' | 'closedBy' | 'dueAt' | 'ownerId', RawBuilder<unknown>>>
>;

/** Writes columns of a whole set of tasks, and what the change log needs with them: a rule has thousands. The deed is no customer's. */
const change = async (
  db: WriteDb,
  ctx: CommandContext,
  where: RawBuilder<unknown>,
  columns: Columns,
): Promise<void> => {
  const named = Object.entries(columns);
  const before = sql.join(named.map(([column]) => sql`${column}, ${sql.ref(column)}`));
  const after = sql.join(named.map(([column, value]) => sql`${column}, ${value}`));
  await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
    SELECT ${await runningCommand(db)}, 'task', id, NULL, version + 1, 'update', json_object(${before}), json_object(${after})
    FROM task WHERE ${where} AND deletedAt IS NULL`.execute(db);
  const values = sql.join(named.map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`UPDATE task SET ${values}, updatedAt = ${ctx.now()}, version = version + 1
    WHERE ${where} AND deletedAt IS NULL`.execute(db);
};

/**
 * Brings a rule's open tasks in line with it after it was changed, removed, or brought back: its owner and term are theirs, and they are
 * given up with it.
 *
 * @param before the rule before the change that is made, or undone
 */
export const tasksFollow = async (db: WriteDb, before: StoredRule, ctx: CommandContext): Promise<void> => {
  const after = await db.selectFrom('taskRule').selectAll().where('id', '=', before.id).executeTakeFirstOrThrow();
  const open = sql`ruleId = ${after.id} AND state = 'open'`;
  if (before.deletedAt === null && after.deletedAt !== null) {
    const [endReason, closedAt, closedBy] = [sql`${goneWithRule}`, sql`${ctx.now()}`, sql`${ctx.actor.name}`];
    await change(db, ctx, open, { state: sql`'dropped'`, endReason, closedAt, closedBy });
    return;
  }
  if (before.deletedAt !== null && after.deletedAt === null) {
    const gone = sql`ruleId = ${after.id} AND state = 'dropped' AND endReason = ${goneWithRule} AND closedAt >= ${before.deletedAt}
      AND customerId IN (SELECT id FROM customer WHERE deletedAt IS NULL)`;
    const none = sql`NULL`;
    await change(db, ctx, gone, { state: sql`'open'`, endReason: none, closedAt: none, closedBy: none });
    return;
  }
  const later = termsOfTheirOwn.includes(after.kind) ? 0 : (after.termHours - before.termHours) * hour;
  const handed = after.owner !== before.owner && !ownersOfTheirOwn.includes(after.kind);
  const columns: Columns = {
    ...(later === 0 ? {} : { dueAt: sql`dueAt + ${later}` }),
    ...(handed ? { ownerId: ownerOf(after.owner) } : {}),
  };
  if (Object.keys(columns).length > 0) await change(db, ctx, open, columns);
};

import { sql } from 'kysely';
import { badField, CareError } from '../../contract/errors.ts';
import type { HandedCounts } from '../../contract/handover.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, HandlersOf, QueryHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { runningCommand } from '../changes/history.ts';
import { recordChanges } from '../complaints/changedFacts.ts';
import { customerOf, type HandedTable, handedTables, openRows } from './handedTables.ts';

type Handover = Contract['handover'];

/** How many rows of each kind are in a person's hands. */
const countsOf = async (db: ReadDb, staffId: string, today: string): Promise<HandedCounts> => {
  const counts: HandedCounts = {
    customers: 0,
    prospects: 0,
    appointments: 0,
    accountPlans: 0,
    complaints: 0,
    complaintActions: 0,
    promises: 0,
    enquiries: 0,
    deliveries: 0,
    agencyJobs: 0,
    claims: 0,
    tasks: 0,
  };
  for (const handed of handedTables) {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(handed.table)}
      WHERE ${openRows(handed, staffId, today)}`.execute(db);
    counts[handed.counted] = rows[0]?.count ?? 0;
  }
  return counts;
};

const preview: QueryHandler<Handover['preview']> = async (db, input, ctx) =>
  countsOf(db, input.fromStaffId, ctx.today());

/** The new hands, in the order given. @throws CareError VALIDATION where one is unknown, left, or the same person */
const receivers = async (db: WriteDb, fromStaffId: string, ids: readonly string[]) => {
  const staff = await db.selectFrom('staff').select(['id', 'displayName', 'active']).execute();
  if (!staff.some((row) => row.id === fromStaffId)) throw badField('fromStaffId', 'staff-not-found');
  return [...new Set(ids)].map((id, index) => {
    const row = staff.find((each) => each.id === id);
    if (!row) throw badField(`toStaffIds.${index}`, 'staff-not-found');
    if (row.active !== 1) throw badField(`toStaffIds.${index}`, 'staff-left');
    if (id === fromStaffId) throw badField(`toStaffIds.${index}`, 'handover-to-self');
    return row;
  });
};

/** Who takes which customer: a temporary list of all, dealt out like cards, those who were here last first. */
const deal = async (db: WriteDb, fromStaffId: string, toStaffIds: readonly string[]): Promise<void> => {
  await sql`CREATE TEMP TABLE IF NOT EXISTS handed (customerId TEXT PRIMARY KEY, staffId TEXT NOT NULL) WITHOUT ROWID`.execute(
    db,
  );
  await sql`DELETE FROM handed`.execute(db);
  const hands = JSON.stringify(toStaffIds);
  await sql`INSERT INTO handed SELECT c.id, hand.value FROM (
      SELECT id, (row_number() OVER (ORDER BY lastVisitDay DESC, id) - 1) % ${toStaffIds.length} AS turn
      FROM customer WHERE adviserId = ${fromStaffId} AND deletedAt IS NULL) c
    JOIN json_each(${hands}) hand ON hand.key = c.turn`.execute(db);
};

/** Writes the new hand into every open row of one kind, and the change log with it. */
const hand = async (
  db: WriteDb,
  handed: HandedTable,
  from: string,
  first: string,
  command: number,
  ctx: CommandContext,
): Promise<void> => {
  const { table, column, stamped } = handed;
  const where = openRows(handed, from, ctx.today());
  // what hangs on a customer of somebody else, or on none, goes to the first
  const to = sql`coalesce((SELECT staffId FROM handed WHERE handed.customerId = ${customerOf(handed)}), ${first})`;
  await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
    SELECT ${command}, ${table}, t.id, ${customerOf(handed)}, t.version + 1, 'update',
      json_object(${column}, ${from}), json_object(${column}, ${to}) FROM ${sql.table(table)} t WHERE ${where}`.execute(
    db,
  );
  const stamp = stamped ? sql`, updatedAt = ${ctx.now()}` : sql``;
  await sql`UPDATE ${sql.table(table)} AS t SET ${sql.ref(column)} = ${to}, version = version + 1${stamp}
    WHERE ${where}`.execute(db);
};

/** Everything that an adviser has in hand goes to others at once (客户交接, S1). */
const run: CommandHandler<Handover['run']> = async (db, input, ctx) => {
  const { fromStaffId } = input;
  const to = await receivers(db, fromStaffId, input.toStaffIds);
  const counts = await countsOf(db, fromStaffId, ctx.today());
  const first = to[0]?.id;
  if (!first) throw new CareError('VALIDATION', { fields: [{ path: 'toStaffIds', reason: 'staff-not-found' }] });
  const command = await runningCommand(db);
  await deal(
    db,
    fromStaffId,
    to.map((row) => row.id),
  );
  const { rows: dealt } = await sql<{ staffId: string; customers: number }>`
    SELECT staffId, count(*) AS customers FROM handed GROUP BY staffId`.execute(db);
  for (const handed of handedTables) await hand(db, handed, fromStaffId, first, command, ctx);
  await sql`DELETE FROM handed`.execute(db);
  await recordChanges(db, command, ctx);
  ctx.about('staff', fromStaffId);
  return {
    ...counts,
    each: to.map(({ id, displayName }) => ({
      staffId: id,
      name: displayName,
      customers: dealt.find((row) => row.staffId === id)?.customers ?? 0,
    })),
    command: Object.values(counts).some((count) => count > 0) ? command : null,
  };
};

export const handover = { preview, run } satisfies HandlersOf<Handover>;

import { sql } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import type { ChangeExtras, CommandContext, EditableTable, WriteDb } from '../../store/handler.ts';
import { recordChanges } from '../complaints/changedFacts.ts';
import { isChild, undoChildren } from './children.ts';
import { runningCommand, touchedSince, valueBefore } from './history.ts';
import { hangingOn } from './references.ts';
import { refuseTaken } from './taken.ts';
import { nothingTouched, refreshTouched, rowOf, type Touched, touchRow } from './touched.ts';
import { undoListed } from './undoListed.ts';

type Row = Readonly<Record<string, unknown>>;

interface Change {
  readonly entity: string;
  readonly entityId: string;
  readonly ownerId: string | null;
  readonly op: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Tables whose changes can be walked back row by row; all else a command changes goes with them (see `touched.ts`). */
const tables: readonly EditableTable[] = [
  'customer',
  'customerNote',
  'relation',
  'vehicle',
  'vehicleOwner',
  'policy',
  'visit',
  'appointment',
  'prospect',
  'testDrive',
  'recall',
  'recallVehicle',
  'accountPlan',
  'duplicateDismissal',
  'voucher',
  'complaint',
  'enquiry',
  'keptAnswer',
  'taskRule',
  'task',
  'contact',
  'callSheetRow',
  'paperRow',
  'promise',
  'agencyJob',
  'rescue',
  'claim',
  'benefitUse',
  'delivery',
  'deliveryMove',
  'surveyResponse',
  'questionnaire',
];

const conflict = (reason: string, values?: Record<string, string | number>): CareError =>
  new CareError('CONFLICT', values ? { reason, values } : { reason });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Nothing goes back to a customer or a vehicle that was removed or merged since. */
const refuseGoneOwner = async (db: WriteDb, columns: Row): Promise<void> => {
  for (const [column, table] of [
    ['customerId', 'customer'],
    ['vehicleId', 'vehicle'],
  ] as const) {
    const id = columns[column];
    if (typeof id !== 'string') continue;
    const owner = await rowOf(db, table, id);
    if (owner?.['deletedAt'] !== null) throw conflict('undo-gone');
  }
};

const undoUpdate = async (db: WriteDb, change: Change, command: number, ctx: CommandContext, touched: Touched) => {
  const table = tables.find((name) => name === change.entity);
  const row = await rowOf(db, change.entity, change.entityId);
  if (!table || change.before === null || change.after === null) throw conflict('undo-not-possible');
  if (!row || row['deletedAt'] !== null) throw conflict('undo-gone');
  const before = JSON.parse(change.before) as Row;
  const after = JSON.parse(change.after) as Row;
  const columns = Object.keys(after).filter((key) => !isChild(key));
  if (columns.some((column) => !same(row[column], after[column]))) throw conflict('undo-changed-since');
  const images = await undoChildren(db, table, change.entityId, before, after);
  const patch: Record<string, unknown> = {};
  for (const column of columns) {
    patch[column] = await valueBefore(db, change.entityId, column, command, before[column] ?? null);
  }
  await refuseGoneOwner(db, patch);
  await refuseTaken(db, table, row, patch, command);
  touchRow(touched, table, row);
  touchRow(touched, table, { ...row, ...patch });
  const owner = (row['customerId'] as string | undefined) ?? change.ownerId;
  await ctx.rows.update(table, { id: change.entityId, version: null }, patch as never, { owner, ...images });
};

/** Their rows are never removed. */
const onlyGrow: ReadonlySet<string> = new Set(['consent', 'pointsEntry', 'printLog', 'paperSheet']);

const refuseWhereBuiltOn = async (db: WriteDb, change: Change, command: number): Promise<void> => {
  if (await touchedSince(db, change.entityId, command)) throw conflict('undo-changed-since');
  for (const [table, column] of hangingOn[change.entity as EditableTable] ?? []) {
    const alive = onlyGrow.has(table) ? sql`1` : sql`deletedAt IS NULL`;
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${change.entityId}
      AND ${alive} LIMIT 1`.execute(db);
    if (rows.length > 0) throw conflict('undo-built-on', { what: table });
  }
};

/** A row that the command made goes again, unless something hangs on it by now. */
const undoInsert = async (db: WriteDb, change: Change, command: number, ctx: CommandContext, touched: Touched) => {
  const table = tables.find((name) => name === change.entity);
  if (!table) throw conflict('undo-not-possible');
  const row = await rowOf(db, table, change.entityId);
  if (!row || row['deletedAt'] !== null) throw conflict('undo-gone');
  await refuseWhereBuiltOn(db, change, command);
  touchRow(touched, table, row);
  const extras: ChangeExtras = { owner: change.ownerId };
  await ctx.rows.remove(table, { id: change.entityId, version: null }, extras);
};

const undoDelete = async (db: WriteDb, change: Change, command: number, ctx: CommandContext, touched: Touched) => {
  const table = tables.find((name) => name === change.entity);
  if (!table) throw conflict('undo-not-possible');
  const row = await rowOf(db, table, change.entityId);
  if (!row) throw conflict('undo-gone');
  if (row['deletedAt'] === null) throw conflict('undo-changed-since');
  await refuseTaken(db, table, row, null, command);
  touchRow(touched, table, row);
  const owner = (row['customerId'] as string | undefined) ?? change.ownerId;
  await ctx.rows.restore(table, { id: change.entityId }, { owner });
};

/** A row brought back must not hang on one that is gone. */
const refuseWithoutOwner = async (db: WriteDb, restored: readonly Change[]): Promise<void> => {
  for (const change of restored) {
    const row = await rowOf(db, change.entity, change.entityId);
    if (row) await refuseGoneOwner(db, row);
  }
};

/**
 * Walks one command's changes back, last first. All of it or, thrown, nothing.
 *
 * @param only the changes of this table; the caller takes back the others
 */
export const undoRows = async (
  db: WriteDb,
  command: number,
  ctx: CommandContext,
  only?: EditableTable,
): Promise<number> => {
  const changes = await db
    .selectFrom('changeLog')
    .select(['entity', 'entityId', 'ownerId', 'op', 'before', 'after'])
    .where('command', '=', command)
    .$if(only !== undefined, (found) => found.where('entity', '=', only ?? ''))
    .orderBy('seq', 'desc')
    .execute();
  if (changes.length === 0) throw conflict('undo-not-possible');
  const touched = nothingTouched();
  const listed = (change: Change): boolean => change.entity === 'recallVehicle' && change.op === 'insert';
  if (changes.some(listed)) await undoListed(db, command, ctx);
  for (const change of changes) {
    if (listed(change)) continue;
    switch (change.op) {
      case 'update':
        await undoUpdate(db, change, command, ctx, touched);
        break;
      case 'insert':
        await undoInsert(db, change, command, ctx, touched);
        break;
      case 'delete':
        await undoDelete(db, change, command, ctx, touched);
        break;
      default:
        throw conflict('undo-not-possible');
    }
  }
  await refuseWithoutOwner(
    db,
    changes.filter((change) => change.op === 'delete'),
  );
  await recordChanges(db, await runningCommand(db), ctx);
  await refreshTouched(db, touched, ctx);
  return changes.length;
};

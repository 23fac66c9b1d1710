import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { codeNames } from './codeNames.ts';
import type { FactColumns } from './facts.ts';
import { writeEvent } from './record.ts';

type Image = Readonly<Record<string, unknown>>;

/** The facts as their line on record names them, by column. */
const factOf: Readonly<Record<keyof FactColumns, string>> = {
  channel: 'channel',
  title: 'title',
  what: 'what',
  remedy: 'remedy',
  severity: 'severity',
  category: 'category',
  part: 'part',
  about: 'about',
  department: 'department',
  ownerId: 'owner',
  customerId: 'customer',
  vehicleId: 'vehicle',
  visitId: 'visit',
  strangerName: 'stranger',
  strangerPhone: 'stranger',
  authority: 'authority',
  authorityDay: 'authority',
};

/** Columns of a complaint that say what it is about; none of them changes once it is archived. */
export const factNames: readonly string[] = Object.keys(factOf);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const staffName = async (db: ReadDb, id: string | null): Promise<string> => {
  if (id === null) return '';
  const row = await db.selectFrom('staff').select('displayName').where('id', '=', id).executeTakeFirst();
  return row?.displayName ?? '';
};

/**
 * What a line of kind 修改 says: `facts`, the names of what changed with spaces between, and where it decides who answers for it and how
 * soon, from what to what: `severityFrom`, `severityTo`, `ownerFrom`, `ownerTo`, `departmentFrom`, `departmentTo` (names; empty: nobody).
 *
 * @param before columns as they were
 * @param after columns as they are; those that are not named stayed
 * @returns null where nothing of it changed
 */
export const changedValues = async (
  db: ReadDb,
  before: Image,
  after: Image,
  today: string,
): Promise<Record<string, string> | null> => {
  const columns = factNames.filter((column) => column in after && before[column] !== after[column]);
  if (columns.length === 0) return null;
  const facts = new Set(columns.map((column) => factOf[column as keyof FactColumns]));
  const values: Record<string, string> = { facts: [...facts].join(' ') };
  if (facts.has('severity')) {
    values['severityFrom'] = textOf(before['severity']) ?? '';
    values['severityTo'] = textOf(after['severity']) ?? '';
  }
  if (facts.has('owner')) {
    values['ownerFrom'] = await staffName(db, textOf(before['ownerId']));
    values['ownerTo'] = await staffName(db, textOf(after['ownerId']));
  }
  if (facts.has('department')) {
    const names = await codeNames(db, today);
    values['departmentFrom'] = names.department(textOf(before['department'])) ?? '';
    values['departmentTo'] = names.department(textOf(after['department'])) ?? '';
  }
  return values;
};

/**
 * Puts on record what a command changed of complaints without going through them: a handover, or an undo.
 *
 * @param command the one that is running
 */
export const recordChanges = async (db: WriteDb, command: number, ctx: CommandContext): Promise<void> => {
  const changes = await db
    .selectFrom('changeLog')
    .select(['entityId', 'before', 'after'])
    .where('command', '=', command)
    .where('entity', '=', 'complaint')
    .where('op', '=', 'update')
    .execute();
  for (const { entityId, before, after } of changes) {
    const images = [before, after].map((image) => JSON.parse(image ?? '{}') as Image);
    const values = await changedValues(db, images[0] ?? {}, images[1] ?? {}, ctx.today());
    if (values) await writeEvent(db, ctx, entityId, { kind: 'changed', values });
    ctx.touch(`complaint:${entityId}`);
  }
};

import type { Kysely, UpdateObject } from 'kysely';
import { CareError, notFound } from '../contract/errors.ts';
import type { Tables } from '../schema/tables.ts';
import type { Connection } from './connection.ts';
import type { ChangeExtras, EditableTable, TrackedRows } from './handler.ts';

type Row = Record<string, unknown>;

export interface ChangeRow {
  readonly command: number;
  readonly entity: string;
  readonly entityId: string;
  readonly ownerId: string | null;
  readonly version: number;
  readonly op: 'insert' | 'update' | 'delete' | 'restore';
  readonly before: string | null;
  readonly after: string | null;
}

/** The prepared statement that files a change; bulk paths use it directly. */
export const changeWriter = (connection: Connection): ((change: ChangeRow) => void) => {
  const insert = connection.prepare(
    `INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
     VALUES (@command, @entity, @entityId, @ownerId, @version, @op, @before, @after)`,
  );
  return (change) => void insert.run(change);
};

/** Rows that never leave the store are not sent back with a conflict. */
const shown = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'passwordHash'));

/** Tracked writes of one running command; see `TrackedRows`. `command` is the audit row that will be written with it. */
export const trackedRows = (
  db: Kysely<Tables>,
  writeChange: (change: ChangeRow) => void,
  command: number,
  now: () => number,
): TrackedRows => {
  const read = async (table: EditableTable, id: string): Promise<Row> => {
    const row = await db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw notFound(table);
    return row;
  };

  const write = async (
    table: EditableTable,
    key: { id: string; version: number | null },
    patch: Row,
    op: ChangeRow['op'],
    extras: ChangeExtras,
  ): Promise<{ version: number; before: Row }> => {
    const before = await read(table, key.id);
    const stored = Number(before['version']);
    if (op !== 'restore' && before['deletedAt'] !== null) throw notFound(table);
    if (key.version !== null && key.version !== stored) {
      throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: shown(before) });
    }
    const changed = Object.keys(patch).filter(
      (column) => patch[column] !== undefined && patch[column] !== before[column],
    );
    const childrenChanged = JSON.stringify(extras.before ?? {}) !== JSON.stringify(extras.after ?? {});
    if (changed.length === 0 && !childrenChanged) return { version: stored, before };
    const values: Row = Object.fromEntries(changed.map((column) => [column, patch[column]]));
    const version = stored + 1;
    if ('updatedAt' in before) values['updatedAt'] = now();
    await db
      .updateTable(table)
      .set({ ...values, version } as UpdateObject<Tables, EditableTable>)
      .where('id', '=', key.id)
      .execute();
    writeChange({
      command,
      entity: table,
      entityId: key.id,
      ownerId: extras.owner,
      version,
      op,
      before: JSON.stringify({
        ...Object.fromEntries(changed.map((column) => [column, before[column]])),
        ...extras.before,
      }),
      after: JSON.stringify({
        ...Object.fromEntries(changed.map((column) => [column, patch[column]])),
        ...extras.after,
      }),
    });
    return { version, before };
  };

  return {
    insert: async (table, row, extras) => {
      await db.insertInto(table).values(row).execute();
      writeChange({
        command,
        entity: table,
        entityId: row.id,
        ownerId: extras.owner,
        version: 1,
        op: 'insert',
        before: null,
        after: null,
      });
    },
    update: async (table, key, patch, extras) => {
      const done = await write(table, key, patch as Row, 'update', extras);
      return done as Awaited<ReturnType<TrackedRows['update']>> as never;
    },
    remove: async (table, key, extras) => {
      await write(table, key, { deletedAt: now() }, 'delete', extras);
    },
    restore: async (table, key, extras) => {
      await write(table, { id: key.id, version: null }, { deletedAt: null }, 'restore', extras);
    },
  };
};

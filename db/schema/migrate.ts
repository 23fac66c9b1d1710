import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Migration } from './migrations.ts';

/** The file was written by a newer CareDesk: nothing was touched. */
export class NewerStoreError extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`store version ${found} is newer than ${known}`);
    this.name = 'NewerStoreError';
    this.found = found;
    this.known = known;
  }
}

const userVersion = async (db: Kysely<unknown>): Promise<number> => {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
};

/**
 * Brings a store to the newest version. Kysely's own migrator is not transactional on SQLite, so this one is: each
 * migration and its `user_version` commit together or not at all. `beforeFirst` makes the safety copy; it runs only where
 * an existing store is about to change. The connection must be nobody else's meanwhile.
 *
 * @throws NewerStoreError before anything is written
 */
export const migrate = async (
  db: Kysely<unknown>,
  list: readonly Migration[],
  beforeFirst: (from: number) => Promise<void>,
): Promise<{ from: number; to: number }> => {
  const newest = list.at(-1)?.number ?? 0;
  const from = await userVersion(db);
  if (from > newest) throw new NewerStoreError(from, newest);
  const pending = list.filter((migration) => migration.number > from);
  if (pending.length > 0 && from > 0) await beforeFirst(from);
  for (const migration of pending) {
    await db.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'));
    try {
      await migration.up(db);
      await db.executeQuery(CompiledQuery.raw(`PRAGMA user_version = ${migration.number}`));
      await db.executeQuery(CompiledQuery.raw('COMMIT'));
    } catch (error) {
      await db.executeQuery(CompiledQuery.raw('ROLLBACK'));
      throw error;
    }
  }
  return { from, to: newest };
};

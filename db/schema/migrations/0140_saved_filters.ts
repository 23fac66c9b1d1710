import { type Kysely, sql } from 'kysely';

/** Customer groups (客户群): a list's filters and order under a name, one person's own or shared with the store. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE savedFilter (
    id TEXT PRIMARY KEY NOT NULL,
    staffId TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    sort TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    byName TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX savedFilterName ON savedFilter (staffId, name) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX savedFilterShared ON savedFilter (shared) WHERE shared = 1 AND deletedAt IS NULL`.execute(db);
};

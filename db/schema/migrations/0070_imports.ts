import { type Kysely, sql } from 'kysely';

/** Imports that were applied, so that they can be listed and undone; and the column mappings that a person confirmed. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE importBatch (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    fileName TEXT NOT NULL,
    appliedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    summary TEXT NOT NULL,
    command INTEGER NOT NULL,
    undoneAt INTEGER
  ) STRICT`.execute(db);

  await sql`CREATE TABLE importMapping (
    kind TEXT NOT NULL,
    headerKey TEXT NOT NULL,
    mapping TEXT NOT NULL,
    changedAt INTEGER NOT NULL,
    PRIMARY KEY (kind, headerKey)
  ) STRICT, WITHOUT ROWID`.execute(db);
};

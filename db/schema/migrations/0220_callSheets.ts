import { type Kysely, sql } from 'kysely';

/**
 * The day's calls on paper (回访单): what was printed, so that it can be entered again by a short code.
 *
 * - A row stays `open` until what came of its call is entered; one whose code is given out anew before that is `lapsed`.
 * - `seq` counts rows for ever, the code follows from it: a code comes round after a hundred thousand rows.
 * - `taskIds` as printed: what was closed meanwhile is not closed again.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE callSheet (
    id TEXT PRIMARY KEY NOT NULL,
    channel TEXT NOT NULL,
    mine INTEGER NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL
  ) STRICT`.execute(db);

  await sql`CREATE TABLE callSheetRow (
    id TEXT PRIMARY KEY NOT NULL,
    sheetId TEXT NOT NULL REFERENCES callSheet (id),
    seq INTEGER NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    taskIds TEXT NOT NULL CHECK (json_valid(taskIds)),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'entered', 'lapsed')),
    contactId TEXT REFERENCES contact (id),
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'entered') = (contactId IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX callSheetRowOpen ON callSheetRow (code) WHERE state = 'open'`.execute(db);
  await sql`CREATE INDEX callSheetRowCode ON callSheetRow (code, seq)`.execute(db);
  await sql`CREATE INDEX callSheetRowSheet ON callSheetRow (sheetId, position)`.execute(db);
  await sql`CREATE INDEX callSheetRowCustomer ON callSheetRow (customerId)`.execute(db);
  await sql`CREATE INDEX callSheetRowContact ON callSheetRow (contactId) WHERE contactId IS NOT NULL`.execute(db);
};

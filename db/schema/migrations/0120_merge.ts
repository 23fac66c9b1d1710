import { type Kysely, sql } from 'kysely';

/**
 * One customer once: merging, taking back, and what is needed to find duplicates. A merged customer is a removed one that says
 * into whom it went; its own columns, phones and tags stay with it, so that undoing needs no copy of them.
 *
 * `customerSound` holds names as they sound (see db/domain/nameSound.ts): equal where two are easily taken for each other.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE customer ADD COLUMN mergedInto TEXT REFERENCES customer (id)`.execute(db);
  await sql`CREATE INDEX customerMergedInto ON customer (mergedInto) WHERE mergedInto IS NOT NULL`.execute(db);
  await sql`CREATE INDEX customerResidentId ON customer (residentId) WHERE residentId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX customerSound ON customer (
    replace(replace(replace(replace(replace(replace(' ' || pinyin || ' ', 'zh', 'z'), 'ch', 'c'), 'sh', 's'), 'ng ', 'n '), ' l', ' n'), ' f', ' h')
  ) WHERE deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE duplicateDismissal (
    id TEXT PRIMARY KEY NOT NULL,
    aId TEXT NOT NULL REFERENCES customer (id),
    bId TEXT NOT NULL REFERENCES customer (id),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK (aId < bId)
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX duplicateDismissalPair ON duplicateDismissal (aId, bId) WHERE deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX duplicateDismissalOther ON duplicateDismissal (bId)`.execute(db);

  await sql`CREATE TABLE undoneCommand (
    command INTEGER PRIMARY KEY REFERENCES auditLog (seq),
    undoneBy INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`.execute(db);
  await sql`CREATE INDEX undoneCommandBy ON undoneCommand (undoneBy)`.execute(db);
  await sql`CREATE INDEX auditActor ON auditLog (actor, seq)`.execute(db);

  // two open wishes, or two plans for a year, may come together by a merge: the features allow one, the tables more
  await sql`DROP INDEX prospectOpen`.execute(db);
  await sql`CREATE INDEX prospectOpen ON prospect (customerId) WHERE state = 'open' AND deletedAt IS NULL`.execute(db);
  await sql`DROP INDEX accountPlanYear`.execute(db);
  await sql`CREATE INDEX accountPlanYear ON accountPlan (customerId, year) WHERE deletedAt IS NULL`.execute(db);
};

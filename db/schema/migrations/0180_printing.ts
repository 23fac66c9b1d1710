import { type Kysely, sql } from 'kysely';

/**
 * What the desk prints: card templates (卡面) by tier, the offsets of each printer, and who printed what. A tier without a template
 * of its own prints by the shipped one; the print log only grows.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE cardTemplate (
    id TEXT PRIMARY KEY NOT NULL,
    tier TEXT NOT NULL,
    design TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX cardTemplateTier ON cardTemplate (tier) WHERE deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE printer (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    offsetXUm INTEGER NOT NULL DEFAULT 0 CHECK (offsetXUm BETWEEN -10000 AND 10000),
    offsetYUm INTEGER NOT NULL DEFAULT 0 CHECK (offsetYUm BETWEEN -10000 AND 10000),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX printerName ON printer (name) WHERE deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE printLog (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL CHECK (document IN ('card', 'slip', 'statementA5', 'statement80', 'calibration')),
    cardId TEXT REFERENCES memberCard (id),
    voucherId TEXT REFERENCES voucher (id),
    membershipId TEXT REFERENCES membership (id),
    printerId TEXT REFERENCES printer (id),
    batchId TEXT,
    reason TEXT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`CREATE INDEX printLogCard ON printLog (cardId, at) WHERE cardId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX printLogAt ON printLog (at)`.execute(db);
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`printLogNo${what}`)} BEFORE ${sql.raw(what)} ON printLog
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }

  await sql`CREATE TABLE statementKey (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    secret TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`INSERT INTO statementKey (one, secret) VALUES (1, lower(hex(randomblob(32))))`.execute(db);

  // cards of an earlier store were printed elsewhere: only what is issued from now on waits for the printer
  await sql`ALTER TABLE memberCard ADD COLUMN printWanted INTEGER NOT NULL DEFAULT 0`.execute(db);
  await sql`CREATE INDEX memberCardToPrint ON memberCard (createdAt) WHERE printWanted = 1 AND deletedAt IS NULL`.execute(
    db,
  );
};

import { type Kysely, sql } from 'kysely';

/** Prospects (潜在客户): a customer's wish for a car, at most one open at a time, and the test drives. `models` is a JSON list. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE prospect (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'bought', 'lost')),
    models TEXT NOT NULL DEFAULT '[]',
    budgetFromFen INTEGER,
    budgetToFen INTEGER,
    source TEXT,
    tradeIn INTEGER NOT NULL DEFAULT 0,
    tradeInNote TEXT,
    nextWhat TEXT,
    nextDay TEXT,
    nextOwnerId TEXT REFERENCES staff (id),
    note TEXT,
    lostReason TEXT,
    closedDay TEXT,
    vehicleId TEXT REFERENCES vehicle (id),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((nextWhat IS NULL) = (nextDay IS NULL)),
    CHECK ((state = 'open') = (closedDay IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX prospectOpen ON prospect (customerId) WHERE state = 'open' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX prospectCustomer ON prospect (customerId)`.execute(db);
  await sql`CREATE INDEX prospectNext ON prospect (state, nextDay)`.execute(db);
  await sql`CREATE INDEX customerProspect ON customer (id) WHERE stage = 'prospect' AND deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE testDrive (
    id TEXT PRIMARY KEY NOT NULL,
    prospectId TEXT NOT NULL REFERENCES prospect (id),
    day TEXT NOT NULL,
    model TEXT NOT NULL,
    adviserId TEXT REFERENCES staff (id),
    remark TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX testDriveProspect ON testDrive (prospectId, day)`.execute(db);
};

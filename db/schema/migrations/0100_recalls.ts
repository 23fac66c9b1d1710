import { type Kysely, sql } from 'kysely';

/**
 * Recall campaigns (召回) and their VINs. A VIN is no reference to a vehicle: whichever vehicle has it now is the one, so a
 * vehicle that comes in later, or whose VIN is put right, is matched by itself.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE recall (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT,
    fromDay TEXT NOT NULL,
    toDay TEXT,
    description TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX recallNumber ON recall (number) WHERE deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE recallVehicle (
    id TEXT PRIMARY KEY NOT NULL,
    recallId TEXT NOT NULL REFERENCES recall (id),
    vin TEXT NOT NULL,
    doneDay TEXT,
    visitId TEXT REFERENCES visit (id),
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX recallVehicleOnce ON recallVehicle (recallId, vin) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX recallVehicleVin ON recallVehicle (vin) WHERE deletedAt IS NULL`.execute(db);
};

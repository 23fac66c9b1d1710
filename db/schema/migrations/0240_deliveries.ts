import { type Kysely, sql } from 'kysely';

/**
 * Deliveries of cars (交车进度). `deliveryMove` is what was moved when; `checks` is the list of what was said of the items of the setting
 * `deliveryChecklist`: `[{ "code": "plates", "name": "…", "state": "done", "at": 0, "byName": "…" }]`; once a delivery ended, all of
 * its list.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE delivery (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    prospectId TEXT REFERENCES prospect (id),
    step TEXT NOT NULL CHECK (step IN ('inspection', 'transport', 'pdi', 'preparation', 'delivered')),
    stepAt INTEGER NOT NULL,
    plannedDay TEXT,
    plannedTime TEXT,
    adviserId TEXT REFERENCES staff (id),
    ceremony TEXT,
    note TEXT,
    checks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checks)),
    deliveredAt INTEGER,
    cancelledAt INTEGER,
    cancelReason TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((step = 'delivered') = (deliveredAt IS NOT NULL)),
    CHECK (deliveredAt IS NULL OR cancelledAt IS NULL)
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX deliveryOpen ON delivery (vehicleId)
    WHERE deliveredAt IS NULL AND cancelledAt IS NULL AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX deliveryVehicle ON delivery (vehicleId, deliveredAt)`.execute(db);
  await sql`CREATE INDEX deliveryEnded ON delivery (coalesce(deliveredAt, cancelledAt), id)
    WHERE (deliveredAt IS NOT NULL OR cancelledAt IS NOT NULL) AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX deliveryCustomer ON delivery (customerId)`.execute(db);
  await sql`CREATE INDEX deliveryProspect ON delivery (prospectId) WHERE prospectId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE deliveryMove (
    id TEXT PRIMARY KEY NOT NULL,
    deliveryId TEXT NOT NULL REFERENCES delivery (id),
    step TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX deliveryMoveOf ON deliveryMove (deliveryId, at)`.execute(db);
};

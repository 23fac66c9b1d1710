import { type Kysely, sql } from 'kysely';

/**
 * The club's services (S1: 俱乐部服务): agency jobs (代办), rescues (救援), insurance claims (理赔).
 *
 * - `documents` are those of the customer that we hold: `[{ "name": "行驶证", "heldAt": 0, "returnedAt": null }]`.
 * - A rescue that cost nothing on the tier's quota names the use of it (`benefitUseId`).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE agencyJob (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    customerId TEXT NOT NULL REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'taken' CHECK (state IN ('taken', 'underWay', 'ready', 'handedBack', 'cancelled')),
    dueDay TEXT,
    ownerId TEXT REFERENCES staff (id),
    feeFen INTEGER NOT NULL DEFAULT 0 CHECK (feeFen >= 0),
    officialFen INTEGER NOT NULL DEFAULT 0 CHECK (officialFen >= 0),
    paid INTEGER NOT NULL DEFAULT 0,
    documents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(documents)),
    note TEXT,
    readyAt INTEGER,
    endedAt INTEGER,
    handedBackTo TEXT,
    cancelReason TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state IN ('handedBack', 'cancelled')) = (endedAt IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX agencyJobOpen ON agencyJob (dueDay, createdAt) WHERE endedAt IS NULL AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX agencyJobEnded ON agencyJob (endedAt, id) WHERE endedAt IS NOT NULL AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX agencyJobCustomer ON agencyJob (customerId, createdAt)`.execute(db);
  await sql`CREATE INDEX agencyJobVehicle ON agencyJob (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE rescue (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    strangerName TEXT,
    strangerPhone TEXT,
    strangerPlate TEXT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'called' CHECK (state IN ('called', 'dispatched', 'arrived', 'closed', 'cancelled')),
    place TEXT NOT NULL,
    trouble TEXT,
    crew TEXT,
    calledAt INTEGER NOT NULL,
    dispatchedAt INTEGER,
    arrivedAt INTEGER,
    endedAt INTEGER,
    feeFen INTEGER NOT NULL DEFAULT 0 CHECK (feeFen >= 0),
    benefitUseId TEXT REFERENCES benefitUse (id),
    result TEXT,
    cancelReason TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state IN ('closed', 'cancelled')) = (endedAt IS NOT NULL)),
    CHECK (customerId IS NOT NULL OR strangerName IS NOT NULL OR strangerPhone IS NOT NULL OR strangerPlate IS NOT NULL)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX rescueOpen ON rescue (calledAt) WHERE endedAt IS NULL AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX rescueEnded ON rescue (endedAt, id) WHERE endedAt IS NOT NULL AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX rescueCustomer ON rescue (customerId, calledAt) WHERE customerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX rescueVehicle ON rescue (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX rescueBenefit ON rescue (benefitUseId) WHERE benefitUseId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE claim (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    customerId TEXT NOT NULL REFERENCES customer (id),
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    kind TEXT NOT NULL CHECK (kind IN ('assisted', 'agent')),
    state TEXT NOT NULL DEFAULT 'reported'
      CHECK (state IN ('reported', 'surveyed', 'repairing', 'submitted', 'paid', 'unpaid')),
    accidentDay TEXT NOT NULL,
    place TEXT,
    what TEXT,
    policyId TEXT REFERENCES policy (id),
    insurer TEXT,
    caseNo TEXT,
    estimateFen INTEGER CHECK (estimateFen >= 0),
    paidFen INTEGER CHECK (paidFen >= 0),
    documents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(documents)),
    ownerId TEXT REFERENCES staff (id),
    note TEXT,
    endedAt INTEGER,
    handedBackTo TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state IN ('paid', 'unpaid')) = (endedAt IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX claimOpen ON claim (createdAt) WHERE endedAt IS NULL AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX claimEnded ON claim (endedAt, id) WHERE endedAt IS NOT NULL AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX claimCustomer ON claim (customerId, createdAt)`.execute(db);
  await sql`CREATE INDEX claimVehicle ON claim (vehicleId)`.execute(db);
  await sql`CREATE INDEX claimPolicy ON claim (policyId) WHERE policyId IS NOT NULL`.execute(db);
};

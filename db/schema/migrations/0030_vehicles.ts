import { type Kysely, sql } from 'kysely';

/**
 * Vehicles (车辆), their mileage log and insurance policies. `lastMileage`, `lastVisitDay` and `insuranceEndDay` are what
 * lists and the strip read; the features that write readings, visits and policies keep them in the same transaction.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE vehicle (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    vin TEXT,
    plate TEXT,
    brand TEXT,
    series TEXT,
    model TEXT,
    color TEXT,
    energy TEXT CHECK (energy IN ('fuel', 'hybrid', 'plugin', 'electric')),
    use TEXT NOT NULL DEFAULT 'private' CHECK (use IN ('private', 'official', 'taxi', 'rideHailing')),
    purchasedHere INTEGER NOT NULL DEFAULT 1,
    purchaseDay TEXT,
    deliveryDay TEXT,
    inspectionDueDay TEXT,
    warrantyEndDay TEXT,
    warrantyKm INTEGER,
    roadConditions TEXT,
    openingSpendFen INTEGER NOT NULL DEFAULT 0,
    openingVisitDay TEXT,
    insuranceEndDay TEXT,
    lastMileage INTEGER,
    lastMileageDay TEXT,
    lastVisitDay TEXT,
    note TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX vehicleCustomer ON vehicle (customerId)`.execute(db);
  await sql`CREATE UNIQUE INDEX vehicleVin ON vehicle (vin) WHERE deletedAt IS NULL AND vin IS NOT NULL`.execute(db);
  await sql`CREATE INDEX vehiclePlate ON vehicle (plate) WHERE plate IS NOT NULL`.execute(db);
  await sql`CREATE INDEX vehicleInsurance ON vehicle (insuranceEndDay, customerId)
    WHERE deletedAt IS NULL AND insuranceEndDay IS NOT NULL`.execute(db);
  await sql`CREATE INDEX vehicleInspection ON vehicle (inspectionDueDay, customerId)
    WHERE deletedAt IS NULL AND inspectionDueDay IS NOT NULL`.execute(db);
  await sql`CREATE INDEX vehicleOtherUse ON vehicle (use, customerId)
    WHERE deletedAt IS NULL AND use <> 'private'`.execute(db);
  await sql`CREATE INDEX vehicleSeries ON vehicle (series, customerId) WHERE deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE mileageLog (
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    day TEXT NOT NULL,
    km INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (vehicleId, day, km, source)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`CREATE TABLE policy (
    id TEXT PRIMARY KEY NOT NULL,
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    kind TEXT NOT NULL CHECK (kind IN ('compulsory', 'commercial')),
    insurer TEXT,
    policyNo TEXT,
    startDay TEXT,
    endDay TEXT NOT NULL,
    premiumFen INTEGER,
    boughtHere INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX policyVehicle ON policy (vehicleId, endDay)`.execute(db);
};

import { type Kysely, sql } from 'kysely';

/**
 * Vehicles that were sold or scrapped, and who had a vehicle before. The present owner is the vehicle's own `customerId`, since
 * the last `toDay` here; a row is an owner who has it no more. A VIN stands once among the vehicles that are still in use.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE vehicle ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'sold', 'scrapped'))`.execute(db);
  await sql`ALTER TABLE vehicle ADD COLUMN statusDay TEXT CHECK (statusDay IS NULL OR status <> 'active')`.execute(db);
  await sql`DROP INDEX vehicleVin`.execute(db);
  await sql`CREATE UNIQUE INDEX vehicleVin ON vehicle (vin) WHERE deletedAt IS NULL AND vin IS NOT NULL AND status = 'active'`.execute(
    db,
  );
  await sql`CREATE INDEX vehicleVinKnown ON vehicle (vin, deletedAt) WHERE vin IS NOT NULL`.execute(db);

  await sql`CREATE TABLE vehicleOwner (
    id TEXT PRIMARY KEY NOT NULL,
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    customerId TEXT NOT NULL REFERENCES customer (id),
    fromDay TEXT,
    toDay TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX vehicleOwnerVehicle ON vehicleOwner (vehicleId, toDay)`.execute(db);
  await sql`CREATE INDEX vehicleOwnerCustomer ON vehicleOwner (customerId)`.execute(db);
};

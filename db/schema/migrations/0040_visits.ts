import { type Kysely, sql } from 'kysely';

/**
 * Visits (到店 / 工单) and their lines. `amountFen` is the sum of the lines' amounts received, written once with them.
 * An order number stands once; a void visit keeps its number.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE visit (
    id TEXT PRIMARY KEY NOT NULL,
    orderNo TEXT,
    vehicleId TEXT NOT NULL REFERENCES vehicle (id),
    customerId TEXT NOT NULL REFERENCES customer (id),
    arrivedAt INTEGER NOT NULL,
    day TEXT NOT NULL,
    mileage INTEGER,
    adviser TEXT,
    note TEXT,
    amountFen INTEGER NOT NULL,
    voidedAt INTEGER,
    voidedBy TEXT,
    voidReason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX visitOrderNo ON visit (orderNo) WHERE deletedAt IS NULL AND orderNo IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX visitCustomer ON visit (customerId, arrivedAt)`.execute(db);
  await sql`CREATE INDEX visitVehicle ON visit (vehicleId, day)`.execute(db);
  await sql`CREATE INDEX visitDay ON visit (day, arrivedAt)`.execute(db);

  await sql`CREATE TABLE visitLine (
    visitId TEXT NOT NULL REFERENCES visit (id),
    position INTEGER NOT NULL,
    category TEXT NOT NULL,
    description TEXT,
    amountFen INTEGER NOT NULL,
    listFen INTEGER,
    costFen INTEGER,
    PRIMARY KEY (visitId, position)
  ) STRICT, WITHOUT ROWID`.execute(db);
};

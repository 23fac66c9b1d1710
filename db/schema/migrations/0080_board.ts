import { type Kysely, sql } from 'kysely';

/**
 * The day's board. A visit's present step and the moments of its steps stand in its own row, so that moving a card is one
 * tracked change; visits of files and old systems have no step and stand on no board. The checks keep a step's moment from
 * being there before the step is. A booking (预约) is a customer's or a stranger's, who has a name and a phone.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of [
    "step TEXT CHECK (step IN ('arrived', 'inWork', 'ready', 'left'))",
    "inWorkAt INTEGER CHECK (inWorkAt IS NULL OR step IN ('inWork', 'ready', 'left'))",
    "readyAt INTEGER CHECK (readyAt IS NULL OR step IN ('ready', 'left'))",
    "leftAt INTEGER CHECK (leftAt IS NULL OR step = 'left')",
  ]) {
    await sql`ALTER TABLE visit ADD COLUMN ${sql.raw(column)}`.execute(db);
  }
  await sql`CREATE INDEX visitOpen ON visit (day) WHERE step IN ('arrived', 'inWork', 'ready')
    AND voidedAt IS NULL AND deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE appointment (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    startsAt INTEGER NOT NULL,
    adviserId TEXT REFERENCES staff (id),
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    name TEXT,
    phone TEXT,
    wishKind TEXT NOT NULL,
    wish TEXT,
    state TEXT NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'arrived', 'cancelled', 'noShow')),
    cancelReason TEXT,
    visitId TEXT REFERENCES visit (id),
    bookedBy TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK (customerId IS NOT NULL OR name IS NOT NULL),
    CHECK ((state = 'arrived') = (visitId IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX appointmentDay ON appointment (day, time)`.execute(db);
  await sql`CREATE INDEX appointmentCustomer ON appointment (customerId, day) WHERE customerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX appointmentVehicle ON appointment (vehicleId, day) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE UNIQUE INDEX appointmentVisit ON appointment (visitId) WHERE visitId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX appointmentBooked ON appointment (day) WHERE state = 'booked' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX appointmentNoShow ON appointment (customerId) WHERE state = 'noShow'`.execute(db);
  await sql`CREATE INDEX appointmentNoShowPhone ON appointment (phone) WHERE state = 'noShow'`.execute(db);
};

import { type Kysely, sql } from 'kysely';

/**
 * Enquiries (咨询) and the answers that are kept of them (常用答复).
 *
 * - `answeredAt` says that it is answered; an enquiry that was opened again keeps its last answer's words without it.
 * - How often a kept answer was used is counted from the enquiries that name it.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE keptAnswer (
    id TEXT PRIMARY KEY NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    topic TEXT NOT NULL,
    enquiryId TEXT REFERENCES enquiry (id),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX keptAnswerOf ON keptAnswer (enquiryId) WHERE enquiryId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE enquiry (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    topic TEXT NOT NULL,
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    strangerName TEXT,
    strangerPhone TEXT,
    question TEXT NOT NULL,
    answer TEXT,
    answeredAt INTEGER,
    answeredBy TEXT,
    keptAnswerId TEXT REFERENCES keptAnswer (id),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'handedOver', 'answered', 'closed')),
    expertId TEXT REFERENCES staff (id),
    handedAt INTEGER,
    handNote TEXT,
    receivedAt INTEGER NOT NULL,
    dueAt INTEGER NOT NULL,
    reopenNote TEXT,
    closedAt INTEGER,
    closeNote TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'closed') = (closedAt IS NOT NULL)),
    CHECK (state <> 'answered' OR answeredAt IS NOT NULL),
    CHECK (state NOT IN ('open', 'handedOver') OR answeredAt IS NULL),
    CHECK (state <> 'handedOver' OR expertId IS NOT NULL),
    CHECK (answeredAt IS NULL OR answer IS NOT NULL)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX enquiryOpen ON enquiry (dueAt, state) WHERE state <> 'closed' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX enquiryClosed ON enquiry (closedAt, id) WHERE state = 'closed' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX enquiryCustomer ON enquiry (customerId, receivedAt) WHERE customerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX enquiryVehicle ON enquiry (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX enquiryKept ON enquiry (keptAnswerId) WHERE keptAnswerId IS NOT NULL AND deletedAt IS NULL`.execute(
    db,
  );
};

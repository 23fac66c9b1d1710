import { type Kysely, sql } from 'kysely';

/** Key accounts (重点客户): one plan per customer and year, with its review once there was one. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE accountPlan (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    year INTEGER NOT NULL,
    goals TEXT NOT NULL,
    measures TEXT,
    ownerId TEXT REFERENCES staff (id),
    reviewDay TEXT NOT NULL,
    reviewedDay TEXT,
    result TEXT,
    rating TEXT CHECK (rating IN ('exceeded', 'met', 'partly', 'missed')),
    next TEXT,
    reviewedBy TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((reviewedDay IS NULL) = (rating IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX accountPlanYear ON accountPlan (customerId, year) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX accountPlanReview ON accountPlan (reviewDay) WHERE reviewedDay IS NULL AND deletedAt IS NULL`.execute(
    db,
  );
};

import { type Kysely, sql } from 'kysely';

/**
 * Member cards (会员卡) as the old system kept them. The two balances are what the ledger opens the account with
 * (`migrate` entries); nothing edits them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE memberCard (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    number TEXT NOT NULL,
    tier TEXT NOT NULL,
    joinMode TEXT,
    joinDay TEXT,
    validThrough TEXT,
    openingCumulativePoints INTEGER NOT NULL DEFAULT 0,
    openingRedeemablePoints INTEGER NOT NULL DEFAULT 0,
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX memberCardNumber ON memberCard (number) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX memberCardCustomer ON memberCard (customerId)`.execute(db);
  await sql`CREATE INDEX memberCardTier ON memberCard (tier, customerId) WHERE deletedAt IS NULL`.execute(db);
};

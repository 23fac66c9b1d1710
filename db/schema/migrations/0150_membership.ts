import { type Kysely, sql } from 'kysely';

/**
 * Memberships (会籍) and the cards that speak for them. Tier, validity and points belong to the membership; a card is a number
 * in somebody's hand, so a family's cards share one membership and a replaced card loses nothing.
 *
 * Cards of an earlier store become one membership each, under the card's own id.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE membership (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    tier TEXT NOT NULL,
    joinMode TEXT,
    joinDay TEXT,
    validThrough TEXT,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled', 'merged')),
    mergedInto TEXT REFERENCES membership (id),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'merged') = (mergedInto IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`INSERT INTO membership (id, customerId, tier, joinMode, joinDay, validThrough, createdAt, updatedAt, deletedAt)
    SELECT id, customerId, tier, joinMode, joinDay, validThrough, createdAt, createdAt, deletedAt FROM memberCard`.execute(
    db,
  );
  await sql`CREATE INDEX membershipCustomer ON membership (customerId)`.execute(db);
  await sql`CREATE INDEX membershipMerged ON membership (mergedInto) WHERE mergedInto IS NOT NULL`.execute(db);
  await sql`CREATE INDEX membershipTier ON membership (tier, customerId) WHERE deletedAt IS NULL AND state = 'active'`.execute(
    db,
  );
  // who has no last day comes last
  await sql`CREATE INDEX membershipValid ON membership (coalesce(validThrough, '9999-12-31'), id)
    WHERE deletedAt IS NULL AND state = 'active'`.execute(db);
  await sql`CREATE INDEX membershipJoined ON membership (coalesce(joinDay, ''), id) WHERE deletedAt IS NULL`.execute(
    db,
  );

  await sql`ALTER TABLE memberCard ADD COLUMN membershipId TEXT REFERENCES membership (id)`.execute(db);
  await sql`ALTER TABLE memberCard ADD COLUMN role TEXT NOT NULL DEFAULT 'main' CHECK (role IN ('main', 'supplementary'))`.execute(
    db,
  );
  await sql`ALTER TABLE memberCard ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
    CHECK (state IN ('active', 'frozen', 'lost', 'replaced', 'cancelled'))`.execute(db);
  await sql`ALTER TABLE memberCard ADD COLUMN stateReason TEXT`.execute(db);
  await sql`ALTER TABLE memberCard ADD COLUMN stateAt INTEGER`.execute(db);
  await sql`ALTER TABLE memberCard ADD COLUMN stateBy TEXT`.execute(db);
  await sql`ALTER TABLE memberCard ADD COLUMN replacedBy TEXT REFERENCES memberCard (id)`.execute(db);
  await sql`UPDATE memberCard SET membershipId = id`.execute(db);
  await sql`CREATE INDEX memberCardMembership ON memberCard (membershipId)`.execute(db);
  // a membership has one card at a time that speaks for its owner
  await sql`CREATE UNIQUE INDEX memberCardMain ON memberCard (membershipId)
    WHERE role = 'main' AND state IN ('active', 'frozen', 'lost') AND deletedAt IS NULL`.execute(db);

  await sql`CREATE TABLE membershipEvent (
    id TEXT PRIMARY KEY NOT NULL,
    membershipId TEXT NOT NULL REFERENCES membership (id),
    cardId TEXT REFERENCES memberCard (id),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    tierFrom TEXT,
    tierTo TEXT,
    validFrom TEXT,
    validTo TEXT,
    path TEXT,
    reason TEXT,
    feeFen INTEGER,
    receiptNo TEXT,
    entryId TEXT,
    ruleDay TEXT,
    facts TEXT NOT NULL DEFAULT '{}'
  ) STRICT`.execute(db);
  await sql`CREATE INDEX membershipEventOf ON membershipEvent (membershipId, at)`.execute(db);
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`membershipEventNo${what}`)} BEFORE ${sql.raw(what)} ON membershipEvent
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }

  await sql`DROP INDEX memberCardTier`.execute(db);
  for (const column of ['tier', 'joinMode', 'joinDay', 'validThrough']) {
    await sql`ALTER TABLE memberCard DROP COLUMN ${sql.ref(column)}`.execute(db);
  }
};

import { type Kysely, sql } from 'kysely';

/**
 * Rewards (积分商城), vouchers (券), approvals (审批), service packages (服务包) and what waits for its points.
 *
 * - A voucher is one thing owed to a customer: bought with points (`entryId` is the redeem or donate entry) or given without. What it
 *   is worth stands on it, so a reward may change afterwards. It lapses by its `lastDay`; no job writes that.
 * - `reward.stock` is what was ever put in; what is left is that less its vouchers that are not void, never a counter of its own.
 * - `benefitUse` is one use of a service of a membership's year; what is left is counted from it.
 * - `pointsQueue` holds visits whose points are still to be worked out, as an import leaves them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE reward (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('labour', 'cash', 'gift', 'partner', 'donation')),
    name TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points > 0),
    valueFen INTEGER CHECK (valueFen >= 0),
    stock INTEGER CHECK (stock >= 0),
    tiers TEXT NOT NULL DEFAULT '[]',
    mostPerPerson INTEGER CHECK (mostPerPerson > 0),
    mostPerPeriod TEXT NOT NULL DEFAULT 'ever' CHECK (mostPerPeriod IN ('ever', 'year', 'month')),
    validDays INTEGER NOT NULL CHECK (validDays > 0),
    partner TEXT,
    settleFen INTEGER CHECK (settleFen >= 0),
    cause TEXT,
    fromDay TEXT,
    toDay TEXT,
    active INTEGER NOT NULL DEFAULT 1,
    note TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((kind = 'partner') = (partner IS NOT NULL)),
    CHECK ((kind = 'donation') = (cause IS NOT NULL))
  ) STRICT`.execute(db);

  await sql`CREATE TABLE voucher (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL UNIQUE,
    customerId TEXT NOT NULL REFERENCES customer (id),
    membershipId TEXT REFERENCES membership (id),
    rewardId TEXT REFERENCES reward (id),
    kind TEXT NOT NULL CHECK (kind IN ('labour', 'cash', 'gift', 'partner', 'donation')),
    name TEXT NOT NULL,
    valueFen INTEGER CHECK (valueFen >= 0),
    points INTEGER NOT NULL DEFAULT 0 CHECK (points >= 0),
    entryId TEXT REFERENCES pointsEntry (id),
    origin TEXT NOT NULL CHECK (origin IN ('redeem', 'segment', 'birthday', 'complaint', 'event', 'hand')),
    reason TEXT,
    partner TEXT,
    settleFen INTEGER,
    cause TEXT,
    lastDay TEXT NOT NULL,
    issuedDay TEXT NOT NULL,
    issuedAt INTEGER NOT NULL,
    issuedBy TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'used', 'void')),
    endedDay TEXT,
    endedAt INTEGER,
    endedBy TEXT,
    endReason TEXT,
    visitId TEXT REFERENCES visit (id),
    grantId TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((points > 0) = (entryId IS NOT NULL)),
    CHECK ((state = 'active') = (endedAt IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX voucherCustomer ON voucher (customerId, issuedAt)`.execute(db);
  await sql`CREATE INDEX voucherIssued ON voucher (issuedAt, id)`.execute(db);
  await sql`CREATE INDEX voucherReward ON voucher (rewardId, state) WHERE rewardId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX voucherMembership ON voucher (membershipId, rewardId, issuedDay) WHERE membershipId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX voucherVisit ON voucher (visitId) WHERE visitId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX voucherSettle ON voucher (partner, endedDay) WHERE partner IS NOT NULL`.execute(db);
  await sql`CREATE INDEX voucherCause ON voucher (cause, endedDay) WHERE cause IS NOT NULL`.execute(db);
  await sql`CREATE INDEX voucherGrant ON voucher (grantId) WHERE grantId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE approval (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('adjust', 'voucher', 'voucherMany')),
    customerId TEXT REFERENCES customer (id),
    membershipId TEXT REFERENCES membership (id),
    request TEXT NOT NULL,
    reason TEXT NOT NULL,
    requestedAt INTEGER NOT NULL,
    requestedBy TEXT NOT NULL,
    requestedById TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'granted', 'refused', 'withdrawn')),
    decidedAt INTEGER,
    decidedBy TEXT,
    decisionNote TEXT,
    resultId TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'waiting') = (decidedAt IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX approvalWaiting ON approval (requestedAt) WHERE state = 'waiting' AND deletedAt IS NULL`.execute(
    db,
  );

  await sql`CREATE TABLE benefitUse (
    id TEXT PRIMARY KEY NOT NULL,
    membershipId TEXT NOT NULL REFERENCES membership (id),
    benefit TEXT NOT NULL,
    name TEXT NOT NULL,
    yearFrom TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    visitId TEXT REFERENCES visit (id),
    takenBackAt INTEGER,
    takenBackBy TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX benefitUseOf ON benefitUse (membershipId, benefit, yearFrom)`.execute(db);

  await sql`CREATE TABLE participation (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX participationCustomer ON participation (customerId, day)`.execute(db);

  await sql`CREATE TABLE pointsQueue (
    visitId TEXT PRIMARY KEY NOT NULL REFERENCES visit (id)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`ALTER TABLE visit ADD COLUMN paidAt INTEGER`.execute(db);

  // what starting tiers (起始卡级) and ways up are found by, over all customers at once
  await sql`CREATE INDEX visitSpend ON visit (customerId, amountFen) WHERE voidedAt IS NULL AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX visitLineCost ON visitLine (visitId, amountFen, costFen) WHERE costFen IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX policyHere ON policy (substr(coalesce(startDay, date(endDay, '-1 year', '+1 day')), 1, 4), vehicleId, premiumFen)
    WHERE boughtHere = 1 AND premiumFen > 0 AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX visitLineInsurance ON visitLine (visitId, amountFen) WHERE category = 'insurance'`.execute(db);
  await sql`CREATE INDEX vehicleOpening ON vehicle (customerId, openingSpendFen)
    WHERE openingSpendFen > 0 AND deletedAt IS NULL`.execute(db);
};

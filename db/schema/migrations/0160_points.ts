import { type Kysely, sql } from 'kysely';

const newUuid = sql`lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
  || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

/**
 * The points ledger (积分台账), two tracks in one book (domain: points).
 *
 * - `pointsEntry` can only grow. `cumulative` and `redeemable` are what it moves; `sourceKind`/`sourceId` name its document, which
 *   gives points of a kind once as long as they are not reversed: a trigger refuses a second time, whatever program writes.
 * - `pointsLot` is what an entry earned, with the last day on which it can be spent.
 * - `pointsMove` says how an entry's redeemable points went in and out of lots; without a lot they made (−) or paid (+) a debt.
 *   For every entry the sum of its moves is its `redeemable`.
 * - `remaining`, `pointsBalance` and `pointsMonth` are sums kept by triggers; nothing else writes them, `caredesk verify` adds
 *   them up again.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE pointsEntry (
    id TEXT PRIMARY KEY NOT NULL,
    membershipId TEXT NOT NULL REFERENCES membership (id),
    kind TEXT NOT NULL CHECK (kind IN ('earn', 'bonus', 'redeem', 'expire', 'reverse', 'adjust', 'renew', 'upgrade', 'donate',
      'migrate', 'transferIn', 'transferOut', 'mergeIn', 'mergeOut')),
    cumulative INTEGER NOT NULL,
    redeemable INTEGER NOT NULL,
    tier TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    sourceKind TEXT,
    sourceId TEXT,
    ruleDay TEXT,
    reverses TEXT REFERENCES pointsEntry (id),
    reason TEXT,
    detail TEXT NOT NULL DEFAULT '{}',
    CHECK ((kind = 'reverse') = (reverses IS NOT NULL)),
    CHECK ((sourceKind IS NULL) = (sourceId IS NULL)),
    CHECK (kind NOT IN ('earn', 'bonus') OR (cumulative >= 0 AND redeemable >= 0)),
    CHECK (kind NOT IN ('redeem', 'renew', 'upgrade', 'donate', 'expire', 'transferOut') OR (cumulative = 0 AND redeemable <= 0)),
    CHECK (kind <> 'transferIn' OR (cumulative = 0 AND redeemable >= 0))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX pointsEntryOf ON pointsEntry (membershipId, at, id)`.execute(db);
  await sql`CREATE INDEX pointsEntrySource ON pointsEntry (sourceId, sourceKind, kind) WHERE sourceId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX pointsEntryReverses ON pointsEntry (reverses) WHERE reverses IS NOT NULL`.execute(db);

  await sql`CREATE TABLE pointsLot (
    id TEXT PRIMARY KEY NOT NULL,
    membershipId TEXT NOT NULL REFERENCES membership (id),
    entryId TEXT NOT NULL REFERENCES pointsEntry (id),
    lastDay TEXT NOT NULL,
    remaining INTEGER NOT NULL DEFAULT 0 CHECK (remaining >= 0)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX pointsLotEntry ON pointsLot (entryId)`.execute(db);
  await sql`CREATE INDEX pointsLotOpen ON pointsLot (membershipId, lastDay, id) WHERE remaining > 0`.execute(db);
  await sql`CREATE INDEX pointsLotDue ON pointsLot (lastDay) WHERE remaining > 0`.execute(db);

  await sql`CREATE TABLE pointsMove (
    seq INTEGER PRIMARY KEY,
    entryId TEXT NOT NULL REFERENCES pointsEntry (id),
    lotId TEXT REFERENCES pointsLot (id),
    points INTEGER NOT NULL CHECK (points <> 0)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX pointsMoveEntry ON pointsMove (entryId)`.execute(db);
  await sql`CREATE INDEX pointsMoveLot ON pointsMove (lotId) WHERE lotId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE pointsBalance (
    membershipId TEXT PRIMARY KEY NOT NULL REFERENCES membership (id),
    cumulative INTEGER NOT NULL,
    redeemable INTEGER NOT NULL,
    debt INTEGER NOT NULL DEFAULT 0 CHECK (debt >= 0)
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX pointsBalanceCumulative ON pointsBalance (cumulative)`.execute(db);

  await sql`CREATE TABLE pointsMonth (
    month TEXT NOT NULL,
    tier TEXT NOT NULL,
    kind TEXT NOT NULL,
    entries INTEGER NOT NULL,
    cumulative INTEGER NOT NULL,
    redeemable INTEGER NOT NULL,
    PRIMARY KEY (month, tier, kind)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`CREATE TRIGGER pointsEntryOnce BEFORE INSERT ON pointsEntry
    WHEN NEW.kind IN ('earn', 'bonus', 'migrate', 'redeem', 'renew', 'upgrade', 'donate') AND NEW.sourceId IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'source-twice') FROM pointsEntry e
      WHERE e.sourceId = NEW.sourceId AND e.sourceKind = NEW.sourceKind AND e.kind = NEW.kind
        AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id); END`.execute(db);
  await sql`CREATE TRIGGER pointsEntrySums AFTER INSERT ON pointsEntry BEGIN
    INSERT INTO pointsBalance (membershipId, cumulative, redeemable) VALUES (NEW.membershipId, NEW.cumulative, NEW.redeemable)
      ON CONFLICT (membershipId) DO UPDATE SET cumulative = cumulative + excluded.cumulative,
        redeemable = redeemable + excluded.redeemable;
    INSERT INTO pointsMonth (month, tier, kind, entries, cumulative, redeemable)
      VALUES (substr(NEW.day, 1, 7), NEW.tier, NEW.kind, 1, NEW.cumulative, NEW.redeemable)
      ON CONFLICT (month, tier, kind) DO UPDATE SET entries = entries + 1, cumulative = cumulative + excluded.cumulative,
        redeemable = redeemable + excluded.redeemable;
    END`.execute(db);
  await sql`CREATE TRIGGER pointsMoveOfLot AFTER INSERT ON pointsMove WHEN NEW.lotId IS NOT NULL
    BEGIN UPDATE pointsLot SET remaining = remaining + NEW.points WHERE id = NEW.lotId; END`.execute(db);
  await sql`CREATE TRIGGER pointsMoveOfDebt AFTER INSERT ON pointsMove WHEN NEW.lotId IS NULL
    BEGIN UPDATE pointsBalance SET debt = debt - NEW.points
      WHERE membershipId = (SELECT membershipId FROM pointsEntry WHERE id = NEW.entryId); END`.execute(db);
  for (const table of ['pointsEntry', 'pointsMove']) {
    for (const what of ['UPDATE', 'DELETE']) {
      await sql`CREATE TRIGGER ${sql.ref(`${table}No${what}`)} BEFORE ${sql.raw(what)} ON ${sql.table(table)}
        BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
    }
  }
  await sql`CREATE TRIGGER pointsLotNoDelete BEFORE DELETE ON pointsLot
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  await sql`CREATE TRIGGER pointsLotOnlyRemaining BEFORE UPDATE ON pointsLot
    WHEN NOT (NEW.id = OLD.id AND NEW.membershipId = OLD.membershipId AND NEW.entryId = OLD.entryId AND NEW.lastDay = OLD.lastDay)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);

  await openWithOldBalances(db);
};

/** What an earlier store kept beside its cards opens the accounts: one entry and one lot each, as if earned on the go-live day. */
const openWithOldBalances = async (db: Kysely<unknown>): Promise<void> => {
  await sql`INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
    SELECT ${newUuid}, c.id, 'migrate', c.openingCumulativePoints, c.openingRedeemablePoints, m.tier, s.goLiveDay, c.createdAt,
      'migration', 'card', c.id
    FROM memberCard c JOIN membership m ON m.id = c.membershipId, (SELECT coalesce(goLiveDay, date(createdAt / 1000, 'unixepoch')) AS goLiveDay FROM store) s
    WHERE c.deletedAt IS NULL AND (c.openingCumulativePoints <> 0 OR c.openingRedeemablePoints <> 0)`.execute(db);
  await sql`INSERT INTO pointsLot (id, membershipId, entryId, lastDay)
    SELECT ${newUuid}, membershipId, id, date(day, 'start of month', '+25 months', '-1 day') FROM pointsEntry
    WHERE redeemable > 0`.execute(db);
  await sql`INSERT INTO pointsMove (entryId, lotId, points)
    SELECT e.id, l.id, e.redeemable FROM pointsEntry e JOIN pointsLot l ON l.entryId = e.id`.execute(db);
  for (const column of ['openingCumulativePoints', 'openingRedeemablePoints']) {
    await sql`ALTER TABLE memberCard DROP COLUMN ${sql.ref(column)}`.execute(db);
  }
};

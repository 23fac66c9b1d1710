import { type Kysely, sql } from 'kysely';

/**
 * Complaints (投诉), what was promised (承诺) and the files kept with them (附件).
 *
 * - A complaint's clocks are worked out from `receivedAt`, `roundAt` (where the present round began), `acknowledgedAt`, `solvedAt` and the spans in
 *   `complaintPause`; nothing counts down. `acknowledgeLate` and `solveLate` are written where a clock stopped, so that a figure of last year does
 *   not change with this year's opening hours; `solveLate` stays 1 once a round was late.
 * - `complaintEvent` is what is on record, in the order it was told; it only grows.
 * - `complaintAlert` makes a warning happen once: its key is the clock, the round and the percent.
 * - `compensation` moves nothing itself: points are entries of the ledger, a voucher is a voucher.
 * - An attachment's bytes lie beside the database under their digest; the row says what they are.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE complaint (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    visitId TEXT REFERENCES visit (id),
    strangerName TEXT,
    strangerPhone TEXT,
    title TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT,
    severity TEXT NOT NULL CHECK (severity IN ('minor', 'major', 'critical')),
    category TEXT NOT NULL,
    part TEXT,
    about TEXT,
    department TEXT,
    ownerId TEXT REFERENCES staff (id),
    authority TEXT,
    authorityDay TEXT,
    receivedAt INTEGER NOT NULL,
    receivedDay TEXT NOT NULL,
    step TEXT NOT NULL DEFAULT 'received' CHECK (step IN
      ('received', 'acknowledged', 'investigating', 'proposed', 'agreed', 'done', 'askedBack', 'closed')),
    round INTEGER NOT NULL DEFAULT 1,
    roundAt INTEGER NOT NULL,
    acknowledgedAt INTEGER,
    acknowledgeLate INTEGER,
    solvedAt INTEGER,
    solveLate INTEGER,
    doneAt INTEGER,
    doneDay TEXT,
    askedBackAt INTEGER,
    askedScore INTEGER CHECK (askedScore BETWEEN 1 AND 5),
    closedAt INTEGER,
    outcome TEXT,
    cause TEXT,
    causeNote TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((step = 'closed') = (closedAt IS NOT NULL)),
    CHECK ((authority IS NULL) = (authorityDay IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX complaintOpen ON complaint (step, receivedAt) WHERE step <> 'closed' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX complaintClosed ON complaint (closedAt, id) WHERE step = 'closed' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX complaintReceived ON complaint (receivedDay)`.execute(db);
  // all that the figures of years need, so that no complaint's long texts are read for them
  await sql`CREATE INDEX complaintFigures ON complaint (receivedDay, id, number, receivedAt, step, round, acknowledgeLate, solvedAt, solveLate,
    category, department, cause, deletedAt) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX complaintCustomer ON complaint (customerId, receivedAt) WHERE customerId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX complaintVehicle ON complaint (vehicleId, receivedDay) WHERE vehicleId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX complaintVisit ON complaint (visitId) WHERE visitId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE complaintEvent (
    id TEXT PRIMARY KEY NOT NULL,
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    writtenAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    channel TEXT,
    text TEXT,
    detail TEXT NOT NULL DEFAULT '{}'
  ) STRICT`.execute(db);
  await sql`CREATE INDEX complaintEventOf ON complaintEvent (complaintId, at)`.execute(db);
  await sql`CREATE INDEX complaintAskedBack ON complaintEvent (complaintId, at, detail) WHERE kind = 'askedBack'`.execute(
    db,
  );
  await sql`CREATE TRIGGER complaintEventNoDelete BEFORE DELETE ON complaintEvent
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  // erasing a person blanks what was said and nothing else
  await sql`CREATE TRIGGER complaintEventOnlyBlanks BEFORE UPDATE ON complaintEvent
    WHEN NOT (NEW.text IS NULL AND NEW.id = OLD.id AND NEW.complaintId = OLD.complaintId AND NEW.kind = OLD.kind
      AND NEW.at = OLD.at AND NEW.writtenAt = OLD.writtenAt AND NEW.byName = OLD.byName
      AND NEW.channel IS OLD.channel AND NEW.detail = OLD.detail)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);

  await sql`CREATE TABLE complaintPause (
    id TEXT PRIMARY KEY NOT NULL,
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    kind TEXT NOT NULL CHECK (kind IN ('waiting', 'proposed')),
    reason TEXT,
    fromAt INTEGER NOT NULL,
    toAt INTEGER,
    CHECK (toAt IS NULL OR toAt >= fromAt)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX complaintPauseOf ON complaintPause (complaintId, fromAt)`.execute(db);

  await sql`CREATE TABLE complaintAlert (
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    clock TEXT NOT NULL CHECK (clock IN ('acknowledge', 'solve')),
    round INTEGER NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    at INTEGER NOT NULL,
    forId TEXT REFERENCES staff (id),
    seenAt INTEGER,
    PRIMARY KEY (complaintId, clock, round, percent)
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX complaintAlertFor ON complaintAlert (forId, at) WHERE seenAt IS NULL`.execute(db);

  await sql`CREATE TABLE complaintBreach (
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    clock TEXT NOT NULL CHECK (clock IN ('acknowledge', 'solve')),
    round INTEGER NOT NULL,
    reason TEXT NOT NULL,
    managerId TEXT NOT NULL REFERENCES staff (id),
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    PRIMARY KEY (complaintId, clock, round)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`CREATE TABLE complaintAction (
    id TEXT PRIMARY KEY NOT NULL,
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    kind TEXT NOT NULL CHECK (kind IN ('corrective', 'preventive')),
    text TEXT NOT NULL,
    ownerId TEXT REFERENCES staff (id),
    dueDay TEXT NOT NULL,
    doneDay TEXT,
    checkDay TEXT,
    checkedDay TEXT,
    helped TEXT CHECK (helped IN ('yes', 'partly', 'no')),
    checkNote TEXT,
    createdAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((checkedDay IS NULL) = (helped IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX complaintActionOf ON complaintAction (complaintId)`.execute(db);

  await sql`CREATE TABLE compensation (
    id TEXT PRIMARY KEY NOT NULL,
    complaintId TEXT NOT NULL REFERENCES complaint (id),
    kind TEXT NOT NULL CHECK (kind IN ('amount', 'points', 'voucher')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'given', 'refused', 'takenBack')),
    amountFen INTEGER NOT NULL CHECK (amountFen >= 0),
    points INTEGER CHECK (points > 0),
    name TEXT,
    validDays INTEGER,
    entryId TEXT REFERENCES pointsEntry (id),
    voucherId TEXT REFERENCES voucher (id),
    approvedBy TEXT,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((kind = 'points') = (points IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX compensationOf ON compensation (complaintId)`.execute(db);

  await sql`CREATE TABLE promise (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT REFERENCES customer (id),
    complaintId TEXT REFERENCES complaint (id),
    text TEXT NOT NULL,
    dueAt INTEGER NOT NULL,
    ownerId TEXT NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'dropped')),
    endedAt INTEGER,
    endedBy TEXT,
    note TEXT,
    createdAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'open') = (endedAt IS NULL)),
    CHECK (customerId IS NOT NULL OR complaintId IS NOT NULL)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX promiseOpen ON promise (dueAt) WHERE state = 'open' AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX promiseCustomer ON promise (customerId, dueAt) WHERE customerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX promiseComplaint ON promise (complaintId) WHERE complaintId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL,
    subjectId TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'pdf', 'document')),
    mime TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    digest TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX attachmentOf ON attachment (subject, subjectId, at)`.execute(db);
  await sql`CREATE INDEX attachmentDigest ON attachment (digest)`.execute(db);

  // the same inbox takes compensations: SQLite changes no check, so the table is written anew
  await sql`CREATE TABLE approvalWider (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('adjust', 'voucher', 'voucherMany', 'compensation')),
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
  await sql`INSERT INTO approvalWider (id, kind, customerId, membershipId, request, reason, requestedAt, requestedBy, requestedById,
      state, decidedAt, decidedBy, decisionNote, resultId, version, deletedAt)
    SELECT id, kind, customerId, membershipId, request, reason, requestedAt, requestedBy, requestedById,
      state, decidedAt, decidedBy, decisionNote, resultId, version, deletedAt FROM approval`.execute(db);
  await sql`DROP TABLE approval`.execute(db);
  await sql`ALTER TABLE approvalWider RENAME TO approval`.execute(db);
  await sql`CREATE INDEX approvalWaiting ON approval (requestedAt) WHERE state = 'waiting' AND deletedAt IS NULL`.execute(
    db,
  );

  // and the print log takes the record of a complaint, in the same way
  await sql`CREATE TABLE printLogWider (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL CHECK (document IN ('card', 'slip', 'statementA5', 'statement80', 'complaint', 'calibration')),
    cardId TEXT REFERENCES memberCard (id),
    voucherId TEXT REFERENCES voucher (id),
    membershipId TEXT REFERENCES membership (id),
    complaintId TEXT REFERENCES complaint (id),
    printerId TEXT REFERENCES printer (id),
    batchId TEXT,
    reason TEXT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`INSERT INTO printLogWider (id, document, cardId, voucherId, membershipId, printerId, batchId, reason, day, at, byName)
    SELECT id, document, cardId, voucherId, membershipId, printerId, batchId, reason, day, at, byName FROM printLog`.execute(
    db,
  );
  await sql`DROP TABLE printLog`.execute(db);
  await sql`ALTER TABLE printLogWider RENAME TO printLog`.execute(db);
  await sql`CREATE INDEX printLogCard ON printLog (cardId, at) WHERE cardId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX printLogAt ON printLog (at)`.execute(db);
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`printLogNo${what}`)} BEFORE ${sql.raw(what)} ON printLog
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }
};

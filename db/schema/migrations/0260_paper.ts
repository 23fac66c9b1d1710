import { type Kysely, sql } from 'kysely';

/**
 * Sheets that were printed to be written on and entered afterwards (纸质模式): complaint forms, sign-in sheets, questionnaires. Call sheets have
 * tables of their own (0220), and gain that a row was not used.
 *
 * - `seq` counts the rows of a kind for ever, the code follows from kind and `seq`: a code comes round after a hundred thousand rows.
 * - The print log takes what has an id of its own (`subjectId`): a sheet, a slip of the club; the contract alone says which documents there are.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE paperSheet (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'signIn', 'survey')),
    questionnaireId TEXT REFERENCES questionnaire (id),
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    CHECK ((kind = 'survey') = (questionnaireId IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX paperSheetAt ON paperSheet (at)`.execute(db);

  await sql`CREATE TABLE paperRow (
    id TEXT PRIMARY KEY NOT NULL,
    sheetId TEXT NOT NULL REFERENCES paperSheet (id),
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    appointmentId TEXT REFERENCES appointment (id),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'entered', 'unused', 'lapsed')),
    complaintId TEXT REFERENCES complaint (id),
    visitId TEXT REFERENCES visit (id),
    responseId TEXT REFERENCES surveyResponse (id),
    enteredAt INTEGER,
    enteredBy TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'entered') = (coalesce(complaintId, visitId, responseId) IS NOT NULL)),
    UNIQUE (kind, seq)
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX paperRowOpen ON paperRow (code) WHERE state = 'open'`.execute(db);
  await sql`CREATE INDEX paperRowCode ON paperRow (code, seq)`.execute(db);
  await sql`CREATE INDEX paperRowSheet ON paperRow (sheetId, position)`.execute(db);
  await sql`CREATE INDEX paperRowCustomer ON paperRow (customerId) WHERE customerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX paperRowVehicle ON paperRow (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX paperRowAppointment ON paperRow (appointmentId) WHERE appointmentId IS NOT NULL`.execute(db);
  for (const result of ['complaint', 'visit', 'response']) {
    const column = sql.ref(`${result}Id`);
    await sql`CREATE INDEX ${sql.ref(`paperRowOf_${result}`)} ON paperRow (${column}) WHERE ${column} IS NOT NULL`.execute(
      db,
    );
  }

  await sql`DROP INDEX callSheetRowOpen`.execute(db);
  await sql`DROP INDEX callSheetRowCode`.execute(db);
  await sql`DROP INDEX callSheetRowSheet`.execute(db);
  await sql`DROP INDEX callSheetRowCustomer`.execute(db);
  await sql`DROP INDEX callSheetRowContact`.execute(db);
  await sql`CREATE TABLE callSheetRowWider (
    id TEXT PRIMARY KEY NOT NULL,
    sheetId TEXT NOT NULL REFERENCES callSheet (id),
    seq INTEGER NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    taskIds TEXT NOT NULL CHECK (json_valid(taskIds)),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'entered', 'unused', 'lapsed')),
    contactId TEXT REFERENCES contact (id),
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'entered') = (contactId IS NOT NULL))
  ) STRICT`.execute(db);
  await sql`INSERT INTO callSheetRowWider (id, sheetId, seq, position, code, customerId, taskIds, state, contactId, version, deletedAt)
    SELECT id, sheetId, seq, position, code, customerId, taskIds, state, contactId, version, deletedAt FROM callSheetRow`.execute(
    db,
  );
  await sql`DROP TABLE callSheetRow`.execute(db);
  await sql`ALTER TABLE callSheetRowWider RENAME TO callSheetRow`.execute(db);
  await sql`CREATE UNIQUE INDEX callSheetRowOpen ON callSheetRow (code) WHERE state = 'open'`.execute(db);
  await sql`CREATE INDEX callSheetRowCode ON callSheetRow (code, seq)`.execute(db);
  await sql`CREATE INDEX callSheetRowSheet ON callSheetRow (sheetId, position)`.execute(db);
  await sql`CREATE INDEX callSheetRowCustomer ON callSheetRow (customerId)`.execute(db);
  await sql`CREATE INDEX callSheetRowContact ON callSheetRow (contactId) WHERE contactId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE printLogWider (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL,
    cardId TEXT REFERENCES memberCard (id),
    voucherId TEXT REFERENCES voucher (id),
    membershipId TEXT REFERENCES membership (id),
    complaintId TEXT REFERENCES complaint (id),
    vehicleId TEXT REFERENCES vehicle (id),
    subjectId TEXT,
    pieces INTEGER,
    printerId TEXT REFERENCES printer (id),
    batchId TEXT,
    reason TEXT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`INSERT INTO printLogWider (id, document, cardId, voucherId, membershipId, complaintId, vehicleId, pieces, printerId, batchId,
      reason, day, at, byName)
    SELECT id, document, cardId, voucherId, membershipId, complaintId, vehicleId, pieces, printerId, batchId, reason, day, at, byName
    FROM printLog`.execute(db);
  await sql`DROP TABLE printLog`.execute(db);
  await sql`ALTER TABLE printLogWider RENAME TO printLog`.execute(db);
  await sql`CREATE INDEX printLogCard ON printLog (cardId, at) WHERE cardId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX printLogAt ON printLog (at)`.execute(db);
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`printLogNo${what}`)} BEFORE ${sql.raw(what)} ON printLog
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }
};

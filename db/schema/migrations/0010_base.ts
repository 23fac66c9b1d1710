import { type Kysely, sql } from 'kysely';

/**
 * The ground every other table stands on: the store's own row, settings by day, staff and sessions, and the three logs.
 * The audit log and the change log can only grow: triggers refuse anything else, for whoever opens the file with whatever
 * program. Erasing a person may blank a change's images and delete an audit detail; the chain of hashes holds without them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    storeId TEXT NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    timeZone TEXT NOT NULL,
    goLiveDay TEXT,
    demo INTEGER NOT NULL DEFAULT 0,
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`.execute(db);

  await sql`CREATE TABLE setting (
    key TEXT NOT NULL,
    fromDay TEXT NOT NULL,
    value TEXT NOT NULL,
    changedAt INTEGER NOT NULL,
    changedBy TEXT NOT NULL,
    PRIMARY KEY (key, fromDay)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`CREATE TABLE staff (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    displayName TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reception', 'service', 'manager', 'admin')),
    passwordHash TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1,
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX staffName ON staff (name COLLATE NOCASE)`.execute(db);

  await sql`CREATE TABLE session (
    tokenHash TEXT PRIMARY KEY NOT NULL,
    staffId TEXT NOT NULL REFERENCES staff (id),
    desk TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    endedAt INTEGER
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX sessionStaff ON session (staffId, createdAt)`.execute(db);

  await sql`CREATE TABLE apiToken (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    tokenHash TEXT NOT NULL UNIQUE,
    createdAt INTEGER NOT NULL,
    createdBy TEXT NOT NULL,
    lastUsedAt INTEGER,
    revokedAt INTEGER
  ) STRICT`.execute(db);

  await sql`CREATE TABLE auditLog (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    actorKind TEXT NOT NULL,
    desk TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT,
    entityId TEXT,
    requestId TEXT,
    detailDigest TEXT NOT NULL,
    prevHash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`CREATE INDEX auditEntity ON auditLog (entityId, seq) WHERE entityId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE auditDetail (
    seq INTEGER PRIMARY KEY REFERENCES auditLog (seq),
    salt TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT`.execute(db);

  await sql`CREATE TABLE changeLog (
    seq INTEGER PRIMARY KEY,
    command INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entityId TEXT NOT NULL,
    ownerId TEXT,
    version INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'restore')),
    before TEXT,
    after TEXT
  ) STRICT`.execute(db);
  await sql`CREATE INDEX changeEntity ON changeLog (entityId)`.execute(db);
  await sql`CREATE INDEX changeOwner ON changeLog (ownerId) WHERE ownerId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX changeCommand ON changeLog (command)`.execute(db);

  for (const table of ['auditLog', 'changeLog']) {
    await sql`CREATE TRIGGER ${sql.ref(`${table}NoDelete`)} BEFORE DELETE ON ${sql.table(table)}
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }
  await sql`CREATE TRIGGER auditLogNoUpdate BEFORE UPDATE ON auditLog
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  await sql`CREATE TRIGGER auditDetailNoUpdate BEFORE UPDATE ON auditDetail
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  await sql`CREATE TRIGGER changeLogOnlyBlanks BEFORE UPDATE ON changeLog
    WHEN NOT (NEW.before IS NULL AND NEW.after IS NULL AND NEW.seq = OLD.seq AND NEW.command = OLD.command
      AND NEW.entity = OLD.entity AND NEW.entityId = OLD.entityId AND NEW.ownerId IS OLD.ownerId
      AND NEW.version = OLD.version AND NEW.op = OLD.op)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);

  await sql`CREATE TABLE requestResult (
    requestId TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    inputHash TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX requestResultAt ON requestResult (at)`.execute(db);
};

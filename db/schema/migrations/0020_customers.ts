import { type Kysely, sql } from 'kysely';

/** Customers (客户) with phones, tags, notes, relations and consents. JSON columns hold short lists of words. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE customer (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
    name TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('male', 'female')),
    residentId TEXT,
    birthCalendar TEXT CHECK (birthCalendar IN ('solar', 'lunar')),
    birthYear INTEGER,
    birthMonth INTEGER,
    birthDay INTEGER,
    birthLeap INTEGER NOT NULL DEFAULT 0,
    stage TEXT NOT NULL DEFAULT 'current' CHECK (stage IN ('prospect', 'current', 'satisfied', 'loyal')),
    wechat TEXT,
    email TEXT,
    address TEXT,
    education TEXT,
    income TEXT,
    job TEXT,
    interests TEXT NOT NULL DEFAULT '[]',
    outlook TEXT,
    habits TEXT,
    priceSensitivity TEXT CHECK (priceSensitivity IN ('low', 'middle', 'high')),
    needs TEXT NOT NULL DEFAULT '[]',
    contactHours TEXT,
    source TEXT,
    referrerId TEXT REFERENCES customer (id),
    adviserId TEXT REFERENCES staff (id),
    note TEXT,
    lastVisitDay TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX customerPinyin ON customer (pinyin, id) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX customerLastVisit ON customer (coalesce(lastVisitDay, ''), id) WHERE deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX customerBirthday ON customer (birthMonth, birthDay) WHERE birthMonth IS NOT NULL`.execute(db);
  await sql`CREATE INDEX customerAdviser ON customer (adviserId) WHERE adviserId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX customerReferrer ON customer (referrerId) WHERE referrerId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE customerPhone (
    customerId TEXT NOT NULL REFERENCES customer (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mobile', 'landline', 'service')),
    label TEXT NOT NULL DEFAULT 'mobile',
    PRIMARY KEY (customerId, position)
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX customerPhoneNumber ON customerPhone (number)`.execute(db);

  await sql`CREATE TABLE customerTag (
    customerId TEXT NOT NULL REFERENCES customer (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (customerId, tag)
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX customerTagTag ON customerTag (tag, customerId)`.execute(db);

  await sql`CREATE TABLE customerNote (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX customerNoteCustomer ON customerNote (customerId, at)`.execute(db);

  await sql`CREATE TABLE relation (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    otherId TEXT REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('spouse', 'child', 'parent', 'friend', 'keyPerson', 'driver')),
    name TEXT NOT NULL,
    phone TEXT,
    birthCalendar TEXT CHECK (birthCalendar IN ('solar', 'lunar')),
    birthYear INTEGER,
    birthMonth INTEGER,
    birthDay INTEGER,
    birthLeap INTEGER NOT NULL DEFAULT 0,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX relationCustomer ON relation (customerId)`.execute(db);
  await sql`CREATE INDEX relationOther ON relation (otherId) WHERE otherId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE consent (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    purpose TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('granted', 'refused', 'withdrawn')),
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL,
    note TEXT
  ) STRICT`.execute(db);
  await sql`CREATE INDEX consentCustomer ON consent (customerId, purpose, at)`.execute(db);
};

import { type Kysely, sql } from 'kysely';

/**
 * The one box. Each customer is one document of suffix tokens (see db/domain/searchTokens.ts) in a contentless FTS5 index.
 * A document is written anew, with a higher `docId`, whenever its customer changes or comes in, so walking docIds from the
 * top is walking the customers by who was here last, and a query can stop after the first dozen: no sort at any size.
 * One character, and one or two letters, match at the start of a name only, from ordered B-trees: two letters are the first
 * two initials (`lw`) or how the pinyin begins (`li`).
 *
 * An import queues its customers here and the writer indexes them in short batches between other commands: writing 100,000
 * documents takes as long as all the rest of the import, and no desk should wait for it.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE searchDoc (
    docId INTEGER PRIMARY KEY AUTOINCREMENT,
    customerId TEXT NOT NULL UNIQUE REFERENCES customer (id),
    firstChar TEXT NOT NULL,
    initial1 TEXT NOT NULL,
    initial2 TEXT NOT NULL,
    pinyin2 TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`CREATE INDEX searchDocFirstChar ON searchDoc (firstChar)`.execute(db);
  await sql`CREATE INDEX searchDocInitial1 ON searchDoc (initial1)`.execute(db);
  await sql`CREATE INDEX searchDocInitial2 ON searchDoc (initial2)`.execute(db);
  await sql`CREATE INDEX searchDocPinyin2 ON searchDoc (pinyin2)`.execute(db);
  await sql`CREATE VIRTUAL TABLE searchIndex USING fts5(
    tokens, content='', contentless_delete=1, detail=none, prefix='2 3 4'
  )`.execute(db);
  await sql`CREATE TABLE searchQueue (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    customerId TEXT NOT NULL
  ) STRICT`.execute(db);
};

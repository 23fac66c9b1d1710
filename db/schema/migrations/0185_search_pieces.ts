import { type Kysely, sql } from 'kysely';

/**
 * Every commit leaves a piece of the one box's index, and FTS5 merges the pieces by itself in whichever commit finds too many: at
 * 100,000 customers one visit in some hundred then waited for more than half a second. It is told not to; the writer merges
 * in short steps between commands (db/store/searchMerge.ts).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`INSERT INTO searchIndex (searchIndex, rank) VALUES ('automerge', 0)`.execute(db);
  await sql`INSERT INTO searchIndex (searchIndex, rank) VALUES ('crisismerge', 1000)`.execute(db);
};

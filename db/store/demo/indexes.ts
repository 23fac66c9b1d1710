import type { Connection } from '../connection.ts';

/** An index that a migration made, as it made it. */
export interface MadeIndex {
  readonly name: string;
  readonly sql: string;
}

/**
 * Drops the indexes of the given tables (not those that uphold a PRIMARY KEY or UNIQUE) and says how to make them again:
 * sorting all rows once is far quicker than finding each row's place.
 */
export const dropIndexes = (connection: Connection, tables: readonly string[]): MadeIndex[] => {
  const found = connection
    .prepare<string[], MadeIndex>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables.map(() => '?').join(', ')}) ORDER BY rowid`,
    )
    .all(...tables);
  for (const index of found) connection.exec(`DROP INDEX "${index.name}"`);
  return found;
};

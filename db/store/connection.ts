import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/** `cache_size` of the two kinds of connection; negative means KiB. */
export const writerCacheKib = -65_536;
const readerCacheKib = -32_768;

export type Connection = Database.Database;

/**
 * Opens the file as it must be opened. WAL with `synchronous=FULL`, because a ledger must survive a power cut (WAL's own
 * default does not); `recursive_triggers`, because without it INSERT OR REPLACE walks past the append-only triggers.
 */
export const openConnection = (file: string, options: { readonly?: boolean } = {}): Connection => {
  const connection = new Database(file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.readonly ?? false,
  });
  try {
    connection.pragma('busy_timeout = 5000');
    if (!options.readonly) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
    }
    connection.pragma('foreign_keys = ON');
    connection.pragma('recursive_triggers = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('mmap_size = 268435456');
    connection.pragma(`cache_size = ${options.readonly ? readerCacheKib : writerCacheKib}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const dialectOf = (connection: Connection): SqliteDialect => new SqliteDialect({ database: connection });

export const kyselyOf = (connection: Connection): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialectOf(connection) });

/** For migrations: they know no tables but their own. */
export const untypedKyselyOf = (connection: Connection): Kysely<unknown> =>
  new Kysely<unknown>({ dialect: dialectOf(connection) });

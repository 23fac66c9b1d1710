import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/** Pages of the log after which a commit copies them into the file: with SQLite's own thousand one commit in twenty takes twice as long. */
const checkpointPages = 300;

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
      connection.pragma(`wal_autocheckpoint = ${checkpointPages}`);
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

/** Prepared statements that Kysely asks for again; beyond so many the longest unused goes. */
const keptStatements = 400;

/**
 * Kysely prepares anew whatever it runs, and SQLite takes longer to plan a statement than to run it: the same text gets the
 * statement that there is. One that is being iterated is busy, so that a second gets its own.
 */
const preparing = (connection: Connection): ((text: string) => Database.Statement) => {
  const kept = new Map<string, Database.Statement>();
  return (text) => {
    const known = kept.get(text);
    if (known) {
      if (known.busy) return connection.prepare(text);
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const statement = connection.prepare(text);
    kept.set(text, statement);
    if (kept.size > keptStatements) {
      const [longestUnused = text] = kept.keys();
      kept.delete(longestUnused);
    }
    return statement;
  };
};

export const kyselyOf = (connection: Connection): Kysely<Tables> => {
  const database = { prepare: preparing(connection), close: () => void connection.close() };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
};

/** For migrations: they know no tables but their own, and no statement outlives the tables that it was made for. */
export const untypedKyselyOf = (connection: Connection): Kysely<unknown> =>
  new Kysely<unknown>({ dialect: new SqliteDialect({ database: connection }) });

import Database from 'better-sqlite3';
import { CareError, type ErrorCode } from '../contract/errors.ts';
import { NewerStoreError } from '../schema/migrate.ts';

const codes: readonly (readonly [prefix: string, code: ErrorCode, reason: string])[] = [
  ['SQLITE_FULL', 'DISK_FULL', 'disk-full'],
  ['SQLITE_IOERR', 'DB_CORRUPT', 'disk-failing'],
  ['SQLITE_READONLY', 'DB_READONLY', 'store-readonly'],
  ['SQLITE_CANTOPEN', 'DB_READONLY', 'store-unreachable'],
  ['SQLITE_CORRUPT', 'DB_CORRUPT', 'store-corrupt'],
  ['SQLITE_NOTADB', 'DB_CORRUPT', 'store-corrupt'],
  ['SQLITE_BUSY', 'BUSY', 'store-busy'],
  ['SQLITE_LOCKED', 'BUSY', 'store-busy'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'CONFLICT', 'already-there'],
];

/** What SQLite says, in our codes; anything else stays as it is and ends as INTERNAL. */
export const careErrorOf = (error: unknown): unknown => {
  if (error instanceof NewerStoreError) {
    return new CareError('DB_READONLY', {
      reason: 'store-newer',
      values: { found: error.found, known: error.known },
    });
  }
  if (error instanceof Database.SqliteError) {
    const match = codes.find(([prefix]) => error.code.startsWith(prefix));
    if (match) return new CareError(match[1], { reason: match[2] });
  }
  return error;
};

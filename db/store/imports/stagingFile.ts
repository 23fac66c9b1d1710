import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { notFound } from '../../contract/errors.ts';
import type { ImportKind, ImportSummary } from '../../contract/imports.ts';
import type { Connection } from '../connection.ts';

/** What a staged file is, beside its rows. */
export interface StagedMeta {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly header: string[];
  readonly headerRow: number;
  readonly mapping: Record<string, number>;
  readonly summary: ImportSummary;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Only ids that we made name files. @throws CareError NOT_FOUND */
const fileOf = (dataDir: string, importId: string): string => {
  if (!uuid.test(importId)) throw notFound('import');
  return join(dataDir, 'staging', `${importId}.sqlite`);
};

/**
 * A scratch file for one import: every row as it stood, cleaned, with its problems and its fate. No journal: half a file is
 * thrown away, and it gets its name only when it is whole.
 */
export const createStaging = (dataDir: string, importId: string) => {
  const file = fileOf(dataDir, importId);
  const partial = `${file}.partial`;
  mkdirSync(join(dataDir, 'staging'), { recursive: true });
  rmSync(partial, { force: true });
  const connection = new Database(partial);
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.exec(`
    CREATE TABLE meta (value TEXT NOT NULL) STRICT;
    CREATE TABLE row (
      number INTEGER PRIMARY KEY,
      cells TEXT NOT NULL,
      row TEXT,
      fate TEXT,
      warning INTEGER NOT NULL DEFAULT 0,
      problems TEXT NOT NULL,
      changes TEXT NOT NULL DEFAULT '[]'
    ) STRICT;`);
  return {
    connection,
    finish: (meta: StagedMeta): void => {
      connection.exec('CREATE INDEX rowFate ON row (fate, number); CREATE INDEX rowWarning ON row (warning, number)');
      connection.prepare('INSERT INTO meta (value) VALUES (?)').run(JSON.stringify(meta));
      connection.close();
      renameSync(partial, file);
    },
    discard: (): void => {
      connection.close();
      rmSync(partial, { force: true });
    },
  };
};

/** @throws CareError NOT_FOUND where nothing is staged under that id */
export const openStaging = (dataDir: string, importId: string): { connection: Connection; meta: StagedMeta } => {
  const file = fileOf(dataDir, importId);
  let connection: Connection;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
  } catch {
    throw notFound('import');
  }
  const meta = connection.prepare<[], string>('SELECT value FROM meta').pluck(true).get();
  if (!meta) throw notFound('import');
  return { connection, meta: JSON.parse(meta) as StagedMeta };
};

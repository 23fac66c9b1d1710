import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../db/schema/migrate.ts';
import { migrations } from '../../db/schema/migrations.ts';
import { openConnection, untypedKyselyOf } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';

/** A store's file after all migrations and before its first opening, made once for all tests of a file: they take most of an opening. */
let migrated: Promise<Buffer> | null = null;

const makeMigrated = async (): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'caredesk-migrated-'));
  try {
    const connection = openConnection(storeFileOf(folder));
    await migrate(untypedKyselyOf(connection), migrations, async () => undefined);
    connection.close();
    return readFileSync(storeFileOf(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Lays it into an empty folder, where a store then opens at once. */
export const layMigratedFile = async (dataDir: string): Promise<void> => {
  migrated ??= makeMigrated();
  writeFileSync(storeFileOf(dataDir), await migrated);
};

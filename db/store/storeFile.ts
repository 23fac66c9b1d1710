import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { CareError } from '../contract/errors.ts';
import { migrate } from '../schema/migrate.ts';
import { migrations } from '../schema/migrations.ts';
import { type Connection, kyselyOf, openConnection, untypedKyselyOf } from './connection.ts';
import { idMaker } from './ids.ts';
import { careErrorOf } from './sqliteErrors.ts';

export const storeFileOf = (dataDir: string): string => join(dataDir, 'caredesk.sqlite');

export const defaultTimeZone = 'Asia/Shanghai';

/** Copies kept from before migrations. */
const keptCopies = 3;

/**
 * A copy of the store as it was before a migration, opened and checked before it counts: written under a `.partial` name,
 * integrity-checked, then renamed.
 */
const copyBeforeMigration = (connection: Connection, dataDir: string, from: number, now: number): void => {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const file = join(folder, `before-migration-${from}-${stamp}.sqlite`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  connection.prepare('VACUUM INTO ?').run(partial);
  const copy = openConnection(partial, { readonly: true });
  const verdict = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') throw new CareError('DB_CORRUPT', { reason: 'copy-failed' });
  renameSync(partial, file);
  const copies = readdirSync(folder)
    .filter((name) => /^before-migration-.*\.sqlite$/.test(name))
    .sort();
  for (const old of copies.slice(0, -keptCopies)) rmSync(join(folder, old));
};

/**
 * Opens the store's file for writing, makes it where there is none, and brings it to the newest version.
 *
 * @throws CareError NOT_FOUND `no-store`, DB_READONLY `store-newer`, DB_CORRUPT, DISK_FULL
 */
export const openStoreFile = async (
  dataDir: string,
  options: { create: boolean; now: () => number },
): Promise<Connection> => {
  const file = storeFileOf(dataDir);
  const there = existsSync(file);
  if (!there && !options.create) throw new CareError('NOT_FOUND', { reason: 'no-store' });
  let connection: Connection | undefined;
  try {
    if (!there) mkdirSync(dataDir, { recursive: true });
    connection = openConnection(file);
    const opened = connection;
    const db = kyselyOf(opened);
    await migrate(untypedKyselyOf(opened), migrations, async (from) =>
      copyBeforeMigration(opened, dataDir, from, options.now()),
    );
    const { rows } = await sql`SELECT 1 FROM store`.execute(db);
    if (rows.length === 0) {
      await db
        .insertInto('store')
        .values({
          one: 1,
          storeId: idMaker(options.now)(),
          name: '',
          city: '',
          timeZone: defaultTimeZone,
          createdAt: options.now(),
        })
        .execute();
    }
    return opened;
  } catch (error) {
    connection?.close();
    throw careErrorOf(error);
  }
};

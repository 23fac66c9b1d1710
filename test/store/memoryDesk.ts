import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { migrate } from '../../db/schema/migrate.ts';
import { migrations } from '../../db/schema/migrations.ts';
import { kyselyOf, untypedKyselyOf } from '../../db/store/connection.ts';
import { parseInput } from '../../db/store/entries.ts';
import { allowedEntry } from '../../db/store/inlineStore.ts';
import { queryRunner } from '../../db/store/reader.ts';
import { careErrorOf } from '../../db/store/sqliteErrors.ts';
import { commandRunner } from '../../db/store/writer.ts';
import { memberDesk } from './memberDesk.ts';
import { admin, type TestStore, testNow } from './openTestStore.ts';

/**
 * The store's own command and query runners over tables in memory: everything but the disk and the threads, for histories by the
 * thousand. What reads between two commands reads the same connection.
 */
export const openMemoryDesk = async () => {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  await migrate(untypedKyselyOf(connection), migrations, async () => {});
  const clock = { now: testNow };
  const db = kyselyOf(connection);
  const store = {
    storeId: randomUUID(),
    name: '',
    city: '',
    timeZone: 'Asia/Shanghai',
    goLiveDay: null,
    createdAt: testNow,
  };
  await db.insertInto('store').values(store).execute();
  const query = queryRunner(connection, db, () => clock.now);
  const command = commandRunner(connection, db, '/nowhere', () => clock.now);
  const call: TestStore['call'] = async (name, input = {}, actor = admin) => {
    try {
      const entry = allowedEntry(name, actor);
      const parsed = parseInput(entry, input);
      if (entry.query) return await query(entry, parsed, actor);
      const given = { entry, input: parsed, actor, onProgress: () => {}, cancelled: () => false };
      return (await command.run(given)).output;
    } catch (error) {
      throw careErrorOf(error);
    }
  };
  return { connection, clock, call, ...memberDesk({ call, clock }, (run) => run(connection)) };
};
export type MemoryDesk = Awaited<ReturnType<typeof openMemoryDesk>>;

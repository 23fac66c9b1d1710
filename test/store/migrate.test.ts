import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { tableTypes } from '../../build/scripts/tableTypes.ts';
import { migrate, NewerStoreError } from '../../db/schema/migrate.ts';
import { migrations, newestSchema } from '../../db/schema/migrations.ts';
import { openConnection, untypedKyselyOf } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, refusal, tempFolder } from './openTestStore.ts';

const openFile = (folder: string) => openConnection(join(folder, 'caredesk.sqlite'));

describe('migrations', () => {
  it('rise in their numbers and are all on the list', () => {
    const numbers = migrations.map((migration) => migration.number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    const files = readdirSync(new URL('../../db/schema/migrations', import.meta.url)).sort();
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(numbers);
  });

  it('bring a store from every earlier version to the newest with its rows', async () => {
    for (let count = 1; count < migrations.length; count++) {
      const connection = openFile(tempFolder());
      const db = untypedKyselyOf(connection);
      const early = migrations.slice(0, count);
      await migrate(db, early, async () => {});
      connection.exec("INSERT INTO requestResult VALUES ('r', 'n', 'h', '1', 5)");
      const copies: number[] = [];
      const { from, to } = await migrate(db, migrations, async (version) => void copies.push(version));
      expect({ from, to, copies }).toEqual({
        from: early.at(-1)?.number,
        to: newestSchema,
        copies: [early.at(-1)?.number],
      });
      expect(connection.prepare('SELECT at FROM requestResult').pluck().get()).toBe(5);
      connection.close();
    }
  });

  it('leave nothing of a migration that fails half way', async () => {
    const connection = openFile(tempFolder());
    const db = untypedKyselyOf(connection);
    const broken = {
      number: newestSchema + 10,
      name: 'broken',
      up: async (inside: typeof db) => {
        await sql`CREATE TABLE halfWay (id INTEGER) STRICT`.execute(inside);
        await sql`CREATE TABLE halfWay (id INTEGER) STRICT`.execute(inside);
      },
    };
    await expect(migrate(db, [...migrations, broken], async () => {})).rejects.toThrow(/halfWay/);
    expect(connection.pragma('user_version', { simple: true })).toBe(newestSchema);
    expect(connection.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'halfWay'").pluck().get()).toBe(0);
    connection.close();
  });

  it('refuse a file from a newer version and do not touch it', async () => {
    const folder = tempFolder();
    const made = await openTestStore({ dataDir: folder });
    await made.store.close();
    const connection = openFile(folder);
    connection.pragma(`user_version = ${newestSchema + 10}`);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
    const before = readFileSync(join(folder, 'caredesk.sqlite'));
    expect(await refusal(openTestStore({ dataDir: folder }))).toEqual({ code: 'DB_READONLY', reason: 'store-newer' });
    expect(readFileSync(join(folder, 'caredesk.sqlite')).equals(before)).toBe(true);
    const again = openFile(folder);
    await expect(migrate(untypedKyselyOf(again), migrations, async () => {})).rejects.toThrow(NewerStoreError);
    again.close();
  });

  it('make a checked copy first where a store is about to change', async () => {
    const folder = tempFolder();
    // a store as it was before the last migration
    const connection = openFile(folder);
    await migrate(untypedKyselyOf(connection), migrations.slice(0, -1), async () => {});
    const id = '01980000-0000-7000-8000-000000000001';
    connection.exec(`INSERT INTO store (one, storeId, name, city, timeZone, createdAt) VALUES (1, 's', '', '', 'Asia/Shanghai', 1);
      INSERT INTO customer (id, kind, name, pinyin, createdAt, updatedAt) VALUES ('${id}', 'person', '王伟', 'wang wei', 1, 1)`);
    connection.close();
    const opened = await openTestStore({ dataDir: folder });
    expect((await opened.call('customers.get', { id })).customer.name).toBe('王伟');
    const copies = readdirSync(join(folder, 'backups'));
    expect(copies).toHaveLength(1);
    const copy = openConnection(join(folder, 'backups', copies[0] ?? ''), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.at(-2)?.number);
    expect(copy.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(1);
    copy.close();
  });

  it('give cards of an earlier store memberships, and their balances accounts that hold the same', async () => {
    const folder = tempFolder();
    const connection = openFile(folder);
    const before = migrations.filter(({ number }) => number <= 145);
    await migrate(untypedKyselyOf(connection), before, async () => {});
    const id = '01980000-0000-7000-8000-000000000001';
    const cards = ['01980000-0000-7000-8000-00000000000a', '01980000-0000-7000-8000-00000000000b'];
    connection.exec(`INSERT INTO store (one, storeId, name, city, timeZone, goLiveDay, createdAt)
        VALUES (1, 's', '', '', 'Asia/Shanghai', '2026-10-05', 1);
      INSERT INTO customer (id, kind, name, pinyin, createdAt, updatedAt) VALUES ('${id}', 'person', '王伟', 'wang wei', 1, 1);
      INSERT INTO searchDoc (customerId, firstChar, initial1, initial2, pinyin2) VALUES ('${id}', '王', 'w', 'ww', 'wa');
      INSERT INTO memberCard (id, customerId, number, tier, joinMode, joinDay, validThrough, openingCumulativePoints,
          openingRedeemablePoints, createdAt, deletedAt)
        VALUES ('${cards[0]}', '${id}', '8001', 'gold', 'spend', '2024-02-27', '2027-02-26', 16640, 12470, 1, NULL),
          ('${cards[1]}', '${id}', '8002', 'silver', NULL, NULL, '2026-02-26', 100, 0, 1, NULL),
          ('01980000-0000-7000-8000-00000000000c', '${id}', '8003', 'silver', NULL, NULL, NULL, 7, 7, 1, 2)`);
    connection.close();
    const { call, dataDir } = await openTestStore({ dataDir: folder });
    expect((await call('customers.get', { id })).card).toEqual({
      id: cards[0],
      number: '8001',
      tier: 'gold',
      tierName: '金卡',
      joinMode: 'spend',
      joinDay: '2024-02-27',
      validThrough: '2027-02-26',
      cumulativePoints: 16_740,
      redeemablePoints: 12_470,
      debtPoints: 0,
      lapsingPoints: 0,
      membershipId: cards[0],
      state: 'active',
      eligibleFor: null,
    });
    expect((await call('customers.list', { filter: { tier: 'silver' } })).rows).toHaveLength(1);
    expect((await verifyStore(dataDir)).findings).toEqual([]);
    const after = openFile(folder);
    expect(after.prepare('SELECT lastDay, remaining FROM pointsLot').all()).toEqual([
      { lastDay: '2028-10-31', remaining: 12_470 },
    ]);
    after.close();
  });

  it('are what db/schema/tables.ts says', async () => {
    const committed = readFileSync(new URL('../../db/schema/tables.ts', import.meta.url), 'utf8');
    expect(committed, 'run npm run generate').toBe(await tableTypes());
  });
});

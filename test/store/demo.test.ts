import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categories } from '../../db/domain/category.ts';
import { type AuditRow, auditHash, firstHash } from '../../db/store/audit.ts';
import { type Connection, openConnection } from '../../db/store/connection.ts';
import { demoPassword, demoStaff } from '../../db/store/demo/accounts.ts';
import { buildDemo } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyPassword } from '../../db/store/passwords.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { customers, demoStore, today } from './demoStore.ts';

const demo = demoStore();

/** Everything that the seed decides: all rows but salts and the hashes that hang on them. */
const contentHash = (connection: Connection): string => {
  const hash = createHash('sha256');
  const tables = connection
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'searchIndex%' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('auditLog', 'auditDetail') ORDER BY name`,
    )
    .pluck(true)
    .all();
  for (const table of tables) {
    hash.update(table);
    for (const row of connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).iterate()) {
      delete row['passwordHash'];
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
};

describe('a demo store', () => {
  it('has exactly as many customers, vehicles and visits as asked for, one to three lines each', () => {
    expect(demo.built).toMatchObject({ customers, vehicles: 2400, visits: 8000 });
    for (const [table, count] of [
      ['customer', demo.built.customers],
      ['vehicle', demo.built.vehicles],
      ['visit', demo.built.visits],
      ['visitLine', demo.built.lines],
      ['policy', demo.built.policies],
      ['memberCard', demo.built.cards],
    ] as const) {
      expect(demo.value(`SELECT count(*) FROM ${table}`), table).toBe(count);
    }
    expect(demo.column('SELECT DISTINCT count(*) FROM visitLine GROUP BY visitId').toSorted()).toEqual([1, 2, 3]);
    // what is still being worked at has none yet
    const bare = 'SELECT count(*) FROM visit WHERE id NOT IN (SELECT visitId FROM visitLine)';
    expect(demo.value(`${bare} AND step IN ('arrived', 'inWork')`)).toBe(4);
    expect(demo.value(bare)).toBe(4);
    expect(new Set(demo.column('SELECT DISTINCT category FROM visitLine'))).toEqual(new Set(categories));
  });

  it('is whole: pragmas, indexes and triggers as the migrations made them', async () => {
    expect(demo.db.pragma('foreign_key_check')).toEqual([]);
    expect(demo.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(demo.db.pragma('journal_mode', { simple: true })).toBe('wal');
    const fresh = await openStore(join(demo.root, 'fresh'));
    await fresh.close();
    const other = openConnection(storeFileOf(join(demo.root, 'fresh')), { readonly: true });
    const schema = (connection: Connection): unknown[] =>
      connection.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    expect(schema(demo.db)).toEqual(schema(other));
    other.close();
    expect(readdirSync(demo.dir).filter((name) => !name.startsWith('caredesk.sqlite'))).toEqual([]);
  });

  it('lets its four people in and says on the record how it was made', async () => {
    const staff = demo.db
      .prepare<[], { name: string; role: string; passwordHash: string }>('SELECT name, role, passwordHash FROM staff')
      .all();
    expect(staff.map(({ name, role }) => ({ name, role }))).toEqual(
      demoStaff.map(({ name, role }) => ({ name, role })),
    );
    for (const person of staff) expect(await verifyPassword(demoPassword, person.passwordHash)).toBe(true);
    expect(demo.value('SELECT demo FROM store')).toBe(1);
    const [row] = demo.db.prepare<[], AuditRow>('SELECT * FROM auditLog').all();
    expect(row).toMatchObject({ seq: 1, action: 'demo.build', prevHash: firstHash });
    if (row) expect(auditHash(row)).toBe(row.hash);
  });

  it('comes out the same for the same seed, and only then', async () => {
    const hashes: string[] = [];
    for (const [name, seed] of [
      ['same', 7],
      ['other', 8],
    ] as const) {
      await buildDemo(join(demo.root, name), { customers, seed, today });
      const other = openConnection(storeFileOf(join(demo.root, name)), { readonly: true });
      hashes.push(contentHash(other));
      other.close();
    }
    const own = contentHash(demo.db);
    expect(hashes[0]).toBe(own);
    expect(hashes[1]).not.toBe(own);
  });

  it('builds any size and span', async () => {
    for (const [size, years] of [
      [1, 1],
      [7, 30],
      [60, 0.1],
    ] as const) {
      const folder = join(demo.root, `size-${size}`);
      const counts = await buildDemo(folder, { customers: size, years, today });
      expect(counts.vehicles).toBe(Math.round(size * 1.2));
      const small = openConnection(storeFileOf(folder), { readonly: true });
      expect(small.pragma('foreign_key_check')).toEqual([]);
      small.close();
    }
  });
});

describe('a folder for a demo store', () => {
  it('is refused where it holds a store, which stays as it was', async () => {
    const before = contentHash(demo.db);
    await expect(buildDemo(demo.dir, { customers: 5, today })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'store-there' },
    });
    expect(contentHash(demo.db)).toBe(before);
  });

  it('is left empty by a build that was called off', async () => {
    const folder = join(demo.root, 'called-off');
    const caller = new AbortController();
    const onProgress = ({ done }: { done: number }): void => {
      if (done > 0) caller.abort();
    };
    await expect(buildDemo(folder, { customers, today, signal: caller.signal, onProgress })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(storeFileOf(folder))).toBe(false);
  });

  it('is refused sizes that are none', async () => {
    for (const wrong of [
      { customers: 0 },
      { customers: 1.5 },
      { customers: 10, years: 0 },
      { customers: 10, seed: 0.5 },
    ]) {
      await expect(buildDemo(join(demo.root, 'wrong'), { today, ...wrong })).rejects.toMatchObject({
        code: 'VALIDATION',
      });
    }
  });
});

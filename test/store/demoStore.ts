import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Connection, openConnection } from '../../db/store/connection.ts';
import { buildDemo, type DemoCounts } from '../../db/store/demo/buildDemo.ts';
import { openStore } from '../../db/store/openStore.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Actor, Store } from '../../db/store/types.ts';

export const customers = 2000;
export const today = '2026-11-22';
export const desk: Actor = { kind: 'cli', id: 'cli:test', name: 'test', role: 'manager', desk: 'test' };

export interface DemoStore {
  /** for more stores of the same test; goes when it is over */
  readonly root: string;
  readonly dir: string;
  readonly built: DemoCounts;
  readonly db: Connection;
  readonly store: Store;
  column<T = string>(sql: string): T[];
  value<T = number>(sql: string): T;
}

/** One demo store for all tests of a file, which only read it. Its fields are there once the tests run. */
export const demoStore = (): DemoStore => {
  const root = mkdtempSync(join(tmpdir(), 'caredesk-demo-'));
  const dir = join(root, 'one');
  const made: { built?: DemoCounts; db?: Connection; store?: Store } = {};
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('not built yet');
    return value;
  };
  const column = <T = string>(sql: string): T[] => there(made.db).prepare<[], T>(sql).pluck(true).all();
  beforeAll(async () => {
    made.built = await buildDemo(dir, { customers, seed: 7, today });
    made.store = await openStore(dir, { create: false });
    made.db = openConnection(storeFileOf(dir), { readonly: true });
  }, 60_000);
  afterAll(async () => {
    made.db?.close();
    await made.store?.close();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    root,
    dir,
    get built() {
      return there(made.built);
    },
    get db() {
      return there(made.db);
    },
    get store() {
      return there(made.store);
    },
    column,
    value: <T = number>(sql: string): T => {
      const [first] = column<T>(sql);
      if (first === undefined) throw new Error(`nothing: ${sql}`);
      return first;
    },
  };
};

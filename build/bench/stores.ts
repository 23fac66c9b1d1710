import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../db/schema/migrate.ts';
import { migrations } from '../../db/schema/migrations.ts';
import { untypedKyselyOf } from '../../db/store/connection.ts';
import { buildDemo, demoGenerator } from '../../db/store/demo/buildDemo.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { root } from '../scripts/root.mjs';

const kept = join(root, '.cache', 'bench');

/** The schema's last version and a digest of it: a migration edited before its release gives new stores too. */
const schemaVersion = async (): Promise<string> => {
  const connection = new Database(':memory:');
  await migrate(untypedKyselyOf(connection), migrations, async () => {});
  const sql = connection
    .prepare<[], string>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name')
    .pluck(true)
    .all();
  connection.close();
  const digest = createHash('sha256').update(sql.join('\n')).digest('hex');
  return `${migrations.at(-1)?.number ?? 0}.${digest.slice(0, 8)}`;
};

/** Stores of this size that an older schema or generator made: a million customers take 5 GB. */
const removeOlder = (customers: number): void => {
  for (const name of readdirSync(kept)) {
    if (name.startsWith(`${customers}-`) && !name.includes('.partial-'))
      rmSync(join(kept, name), { recursive: true, force: true });
  }
};

/** Demo stores, built once and kept in `.cache/bench/<customers>-<schema version>-<generator version>`. */
export const keptStores = (say: (text: string) => void): ((customers: number) => Promise<string>) => {
  const known = new Map<number, Promise<string>>();
  const build = async (customers: number): Promise<string> => {
    const dir = join(kept, `${customers}-${await schemaVersion()}-${demoGenerator}`);
    if (existsSync(storeFileOf(dir))) return dir;
    const partial = `${dir}.partial-${process.pid}`;
    const from = performance.now();
    let told = from;
    const onProgress = ({ phase, done, total }: { phase: string; done: number; total: number }): void => {
      if (performance.now() - told < 15_000) return;
      told = performance.now();
      say(`  ${phase} ${Math.round((done / total) * 100)} %`);
    };
    say(`building a demo store of ${customers.toLocaleString('en')} customers`);
    try {
      await buildDemo(partial, { customers, onProgress });
      removeOlder(customers);
      renameSync(partial, dir);
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
    say(`  built in ${Math.round((performance.now() - from) / 1000)} s`);
    return dir;
  };
  return (customers) => {
    const building = known.get(customers) ?? build(customers);
    known.set(customers, building);
    return building;
  };
};

/** Folders of one run; `remove` takes them all away. */
export const runFolders = () => {
  const base = join(kept, `run-${process.pid}`);
  let count = 0;
  const folder = (name: string): string => {
    const path = join(base, `${++count}-${name}`);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    folder,
    copyOf: (dir: string): string => {
      const copy = folder('copy');
      const file = storeFileOf(copy);
      copyFileSync(storeFileOf(dir), file);
      // else the first checkpoint of what is measured has to wait for the copy
      const written = openSync(file, 'r+');
      fsyncSync(written);
      closeSync(written);
      return copy;
    },
    remove: (): void => rmSync(base, { recursive: true, force: true }),
  };
};

import { spawn } from 'node:child_process';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { root } from '../../scripts/root.mjs';
import { againWhereMissed } from '../againWhereMissed.ts';
import { buildDesk, startDesk } from '../deskProcess.ts';
import { type Part, sizeName } from '../part.ts';
import { timesOf } from '../time.ts';

const customers = 100_000;
const bound = 1000;

/** A process that opens the file and counts, and no more. */
const bareStart = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = `import Database from 'better-sqlite3'; const db = new Database(${JSON.stringify(file)}, { readonly: true });
      db.prepare('SELECT name FROM store').get(); db.close();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`bare start: ${code}`))));
  });

/** From the command to the line that says where the desk is. */
export const hostStart: Part = {
  name: 'start',
  run: async (bench) => {
    await buildDesk();
    const dir = await bench.copyOf(customers);
    const starts = async (count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let i = 0; i < count; i++) {
        const desk = await startDesk(dir);
        times.push(desk.readyMs);
        await desk.stop();
      }
      return times;
    };
    // the first start after a build reads everything from the disk
    if (!bench.small) await starts(1);
    const samples = await againWhereMissed(0.95, bench.small ? Number.POSITIVE_INFINITY : bound, () =>
      starts(bench.small ? 1 : 7),
    );
    const tries = Array.from({ length: bench.small ? 1 : 5 }, () => storeFileOf(dir));
    return [
      {
        name: `host start ${sizeName(bench.sizeOf(customers))}`,
        samples,
        bare: await timesOf(tries, bareStart),
        bound,
        judged: 'p95',
      },
    ];
  },
};

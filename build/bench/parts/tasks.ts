import { setTimeout as pause } from 'node:timers/promises';
import { openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import type { Store } from '../../../db/store/types.ts';
import { noLog } from '../../../electron/host/log.ts';
import { TaskJob, usualTimes } from '../../../electron/host/taskJob.ts';
import { clerk } from '../actor.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { queryKinds } from '../searchTerms.ts';

const customers = 50_000;
const searchEveryMs = 20;
const dayMs = 86_400_000;

interface Round {
  readonly seconds: number;
  /** ms of each call, by its entry */
  readonly times: ReadonlyMap<string, readonly number[]>;
}

/** The desk's own job from its first question to the end of its round. */
const round = async (store: Store): Promise<Round> => {
  const times = new Map<string, number[]>();
  const { promise: over, resolve: isOver } = Promise.withResolvers<void>();
  let from = 0;
  const watched: Store = {
    ...store,
    call: async (name, input, ...rest) => {
      const begun = performance.now();
      if (from === 0) from = begun;
      const output = await store.call(name, input, ...rest);
      const taken = performance.now() - begun;
      times.set(name, [...(times.get(name) ?? []), taken]);
      if (name === 'tasks.asked') isOver();
      return output;
    },
  };
  const job = new TaskJob(watched, noLog, { ...usualTimes, firstMs: 0 });
  try {
    await over;
    return { seconds: (performance.now() - from) / 1000, times };
  } finally {
    await job.close();
  }
};

/** A desk that goes on searching meanwhile; the times of its searches. */
const searching = (store: Store, words: readonly string[]) => {
  const samples: number[] = [];
  let over = false;
  const work = async (): Promise<void> => {
    for (let turn = 0; !over; turn++) {
      const begun = performance.now();
      await store.call('customers.search', { q: words[turn % words.length] ?? '', limit: 12 }, clerk);
      samples.push(performance.now() - begun);
      await pause(searchEveryMs);
    }
  };
  const working = work();
  working.catch(() => undefined);
  return {
    end: async (): Promise<readonly number[]> => {
      over = true;
      await working;
      return samples;
    },
  };
};

/** Rules that gave more tasks on a day than their cap allows. */
const overCap =
  'SELECT r.name FROM task t JOIN taskRule r ON r.id = t.ruleId GROUP BY t.ruleId, t.day HAVING count(*) > r.mostPerDay';

/** The desk was off for ten days: what it finds then is no more than a day's, and nothing that is over. */
const afterDaysOff = async (dir: string): Promise<Round> => {
  const store = await openStore(dir, { threads: false, create: false, now: () => Date.now() + 10 * dayMs });
  try {
    return await round(store);
  } finally {
    await store.close();
  }
};

/** A day's tasks: every rule asked of the whole store while somebody searches; asked once more it adds nothing. */
export const tasks: Part = {
  name: 'tasks',
  run: async (bench: Bench): Promise<Measured[]> => {
    const dir = await bench.copyOf(customers);
    const connection = openConnection(storeFileOf(dir));
    const words = queryKinds(connection, 40).flatMap((kind) => kind.words);
    // as if the store had never asked, whatever its sample had done for it
    connection.exec('DELETE FROM contactTask; DELETE FROM contact; DELETE FROM task; UPDATE taskRun SET day = NULL');
    const again = connection.prepare('UPDATE taskRun SET day = NULL');
    const count = connection.prepare<[], number>('SELECT count(*) FROM task').pluck(true);
    const over = connection.prepare<[], string>(overCap).pluck(true);
    const old = connection.prepare<[], number>('SELECT count(*) FROM task WHERE lastDay < day').pluck(true);
    const store = await openStore(dir, { threads: true, create: false });
    try {
      for (const q of words.slice(0, 100)) await store.call('customers.search', { q, limit: 12 }, clerk);
      const life = searching(store, words);
      const first = await round(store);
      const searches = await life.end();
      const made = count.get() ?? 0;
      if (made === 0) throw new Error('no task was found');
      again.run();
      const second = await round(store);
      if (count.get() !== made) throw new Error(`asked twice, ${(count.get() ?? 0) - made} tasks more`);
      bench.say(`  ${made.toLocaleString('en')} tasks, ${searches.length} searches meanwhile`);
      await store.close();
      const late = await afterDaysOff(dir);
      const burst = over.all();
      if (burst.length > 0) throw new Error(`more than a day’s: ${burst.join(', ')}`);
      if (old.get() !== 0) throw new Error(`${old.get()} tasks were over when they were made`);
      bench.say(`  ${((count.get() ?? 0) - made).toLocaleString('en')} tasks more after ten days off`);
      const size = sizeName(bench.sizeOf(customers));
      return [
        { name: `tasks ${size}: a day’s round`, unit: 's', samples: [first.seconds], bound: 5, judged: 'p50' },
        { name: `search while ${size} are asked for tasks`, samples: searches, bound: 50, judged: 'p95' },
        {
          name: `tasks ${size}: a batch written`,
          samples: first.times.get('tasks.add') ?? [],
          bound: 20,
          judged: 'p50',
        },
        { name: `tasks ${size}: a rule asked`, samples: first.times.get('tasks.found') ?? [] },
        { name: `tasks ${size}: which are over`, samples: second.times.get('tasks.over') ?? [] },
        { name: `tasks ${size}: after ten days off`, unit: 's', samples: [late.seconds], bound: 5, judged: 'p50' },
        { name: `tasks ${size}: asked again`, unit: 's', samples: [second.seconds], bound: 5, judged: 'p50' },
      ];
    } finally {
      await store.close();
      connection.close();
    }
  },
};

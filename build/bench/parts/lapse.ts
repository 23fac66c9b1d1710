import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../../db/domain/day.ts';
import { dayOf } from '../../../db/domain/zonedTime.ts';
import { openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import type { Store } from '../../../db/store/types.ts';
import { noLog } from '../../../electron/host/log.ts';
import { PointsJob } from '../../../electron/host/pointsJob.ts';
import { clerk, system } from '../actor.ts';
import { membershipIds, writeLots } from '../manyLots.ts';
import { membersCars } from '../members.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { queryKinds } from '../searchTerms.ts';

const customers = 100_000;
const searchEveryMs = 40;
const awardEveryMs = 200;

interface DeskLife {
  readonly searches: number[];
  readonly awards: number[];
  end(): Promise<void>;
}

/** A desk that goes on searching and entering members' visits meanwhile; what began before `counts` is no part of it. */
const deskLife = (store: Store, words: readonly string[], cars: readonly string[], counts: () => boolean): DeskLife => {
  const [searches, awards]: [number[], number[]] = [[], []];
  let over = false;
  const again = async (times: number[], everyMs: number, work: (turn: number) => Promise<unknown>): Promise<void> => {
    for (let turn = 0; !over; turn++) {
      const isMeanwhile = counts();
      const from = performance.now();
      await work(turn);
      if (isMeanwhile) times.push(performance.now() - from);
      await pause(everyMs);
    }
  };
  const award = (turn: number): Promise<unknown> => {
    const visit = {
      requestId: randomUUID(),
      vehicleId: cars[turn % cars.length] ?? '',
      arrivedAt: Date.now() - 60_000,
      lines: [{ category: 'parts', amountFen: 46_000 }],
    };
    return store.call('visits.add', visit, clerk);
  };
  const working = Promise.all([
    again(searches, searchEveryMs, (turn) =>
      store.call('customers.search', { q: words[turn % words.length] ?? '', limit: 12 }, clerk),
    ),
    again(awards, awardEveryMs, award),
  ]);
  // told at the end; until then nobody listens
  working.catch(() => undefined);
  return {
    searches,
    awards,
    end: async () => {
      over = true;
      await working;
    },
  };
};

/** A night after which very many lots are over: the desk's own job lapses them while somebody works on. */
export const lapse: Part = {
  name: 'lapse',
  run: async (bench: Bench): Promise<Measured[]> => {
    const dir = await bench.copyOf(customers);
    const today = dayOf(Date.now(), 'Asia/Shanghai');
    const lots = bench.small ? 5000 : 1_000_000;
    const connection = openConnection(storeFileOf(dir));
    const words = queryKinds(connection, 40).flatMap((kind) => kind.words);
    const cars = membersCars(connection, 600);
    bench.say(`  writing ${lots.toLocaleString('en')} lots`);
    writeLots(connection, membershipIds(connection, lots), {
      points: 10,
      today,
      lastDay: (i) => addDays(today, -1 - (i % 3)),
    });
    const due = connection.prepare<[string], number>(
      'SELECT count(*) FROM pointsLot WHERE remaining > 0 AND lastDay < ?',
    );
    if ((due.pluck(true).get(today) ?? 0) < lots) throw new Error('fewer lots than written');
    connection.close();
    const store = await openStore(dir, { threads: true, create: false });
    for (const q of words.slice(0, 100)) await store.call('customers.search', { q, limit: 12 }, clerk);
    let from = 0;
    // it looks when the desks are up: the time runs from its first batch, and so do the waits
    const life = deskLife(store, words, cars, () => from > 0);
    const watched: Store = {
      ...store,
      call: (name, ...rest) => {
        if (name === 'points.lapse' && from === 0) from = performance.now();
        return store.call(name, ...rest);
      },
    };
    const job = new PointsJob(watched, noLog);
    try {
      const isDue = async (): Promise<boolean> =>
        ((await store.call('points.due', {}, system)) as { due: boolean }).due;
      while (await isDue()) await pause(100);
      const seconds = (performance.now() - from) / 1000;
      // a few lots are gone before anybody came
      while (life.awards.length === 0) await pause(100);
      await life.end();
      bench.say(`  ${life.searches.length} searches, ${life.awards.length} awards meanwhile`);
      const size = sizeName(lots);
      return [
        { name: `lapse ${size} lots`, unit: 's', samples: [seconds], bound: 120 },
        { name: `search while ${size} lots lapse`, samples: life.searches, bound: 50, judged: 'p95' },
        { name: `award while ${size} lots lapse: the longest`, samples: [Math.max(...life.awards)], bound: 100 },
        { name: `award while ${size} lots lapse`, samples: life.awards },
      ];
    } finally {
      await job.close();
      await life.end().catch(() => undefined);
      await store.close();
    }
  },
};

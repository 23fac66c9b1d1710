import { openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import type { Store } from '../../../db/store/types.ts';
import { clerk } from '../actor.ts';
import { bareCustomerPage, bareList, bareToday } from '../barePages.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { warmTimesOf } from '../time.ts';

const call = (store: Store, name: string) => (input: unknown) => store.call(name, input, clerk);

/** What a desk opens all day: a customer's page with its timeline, a page of the list, 今日. */
const at = async (bench: Bench, customers: number): Promise<Measured[]> => {
  const dir = await bench.store(customers);
  const connection = openConnection(storeFileOf(dir), { readonly: true });
  const store = await openStore(dir, { threads: true, create: false });
  const size = sizeName(customers);
  try {
    const most = connection.prepare<[], number>('SELECT max(rowid) FROM customer').pluck(true).get() ?? 0;
    const idAt = connection.prepare<[number], string>('SELECT id FROM customer WHERE rowid >= ? LIMIT 1').pluck(true);
    const count = bench.samples(300);
    const ids = Array.from({ length: count }, (_, i) => idAt.get(1 + Math.floor((i * most) / count)) ?? '').map(
      (id) => ({ id }),
    );
    const get = await warmTimesOf(ids, call(store, 'customers.get'));
    const timeline = await warmTimesOf(ids, call(store, 'customers.timeline'));
    const times = Array.from({ length: bench.samples(40) }, () => ({}));
    const page = { filter: {}, sort: 'recent', limit: 100 };
    const list = await warmTimesOf(
      times.map(() => page),
      call(store, 'customers.list'),
    );
    const first = (await store.call('customers.list', page, clerk)) as { next: string };
    const following = await warmTimesOf(
      times.map(() => ({ ...page, cursor: first.next })),
      call(store, 'customers.list'),
    );
    const today = await warmTimesOf(times, call(store, 'home.today'));
    const bareGet = bareCustomerPage(connection);
    return [
      { name: `customer page ${size}`, samples: get, bare: await warmTimesOf(ids, ({ id }) => bareGet(id)) },
      { name: `timeline ${size}`, samples: timeline },
      {
        name: `customer list ${size}: first page`,
        samples: list,
        bare: await warmTimesOf(times, bareList(connection)),
      },
      { name: `customer list ${size}: next page`, samples: following },
      {
        name: `today ${size}`,
        samples: today,
        bare: await warmTimesOf(times, bareToday(connection)),
        bound: customers <= 100_000 ? 50 : null,
        judged: 'p95',
      },
    ];
  } finally {
    await store.close();
    connection.close();
  }
};

export const pages: Part = {
  name: 'pages',
  run: async (bench) =>
    bench.small ? at(bench, 2000) : [...(await at(bench, 100_000)), ...(await at(bench, 1_000_000))],
};

import { openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { againWhereMissed } from '../againWhereMissed.ts';
import { bareSearch } from '../bareSearch.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { queryKinds } from '../searchTerms.ts';
import { warmTimesOf } from '../time.ts';

/** The one box through the store's API, as the host calls it: threads, schema, Kysely and all. */
const at = async (bench: Bench, customers: number, bound: number): Promise<Measured[]> => {
  const dir = await bench.store(customers);
  const connection = openConnection(storeFileOf(dir), { readonly: true });
  const store = await openStore(dir, { threads: true, create: false });
  const bare = bareSearch(connection);
  const measured: Measured[] = [];
  try {
    for (const { name, words } of queryKinds(connection, bench.samples(300))) {
      let found = 0;
      const search = async (q: string): Promise<void> => {
        const { hits } = (await store.call('customers.search', { q, limit: 12 }, clerk)) as { hits: unknown[] };
        found += hits.length;
      };
      const samples = await againWhereMissed(0.99, bench.small ? Number.POSITIVE_INFINITY : bound, () =>
        warmTimesOf(words, search),
      );
      if ((found === 0) !== (name === 'no match')) throw new Error(`search, ${name}: ${found} hits for ${words[0]}`);
      measured.push({
        name: `search ${sizeName(customers)}: ${name}`,
        samples,
        bare: await warmTimesOf(words, bare),
        bound,
        judged: 'p99',
      });
    }
  } finally {
    await store.close();
    connection.close();
  }
  return measured;
};

export const search: Part = {
  name: 'search',
  run: async (bench) =>
    bench.small ? at(bench, 2000, 5) : [...(await at(bench, 200_000, 5)), ...(await at(bench, 1_000_000, 15))],
};

import { candidateQueries } from '../../../db/features/duplicates/candidates.ts';
import { kyselyOf, openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { warmTimesOf } from '../time.ts';

/** All pairs of the store that may be one customer, and one customer's, in a reader thread. Bare: the statements alone. */
const at = async (bench: Bench, customers: number): Promise<Measured[]> => {
  const dir = await bench.store(customers);
  const connection = openConnection(storeFileOf(dir), { readonly: true });
  const store = await openStore(dir, { threads: true, create: false });
  try {
    const statements = candidateQueries.map((query) => query.compile(kyselyOf(connection)));
    const bareList = (): void => {
      for (const { sql, parameters } of statements) connection.prepare(sql).all(...parameters);
    };
    const rounds = Array.from({ length: bench.small ? 1 : 5 }, (_, round) => round);
    const ids = connection
      .prepare<[number], string>('SELECT id FROM customer ORDER BY substr(id, -6) LIMIT ?')
      .pluck(true)
      .all(bench.samples(300));
    return [
      {
        name: `duplicates ${sizeName(customers)}: all`,
        samples: await warmTimesOf(rounds, () => store.call('duplicates.list', { limit: 50 }, clerk)),
        bare: await warmTimesOf(rounds, bareList),
        bound: 5000,
        judged: 'p99',
      },
      {
        name: `duplicates ${sizeName(customers)}: of one customer`,
        samples: await warmTimesOf(ids, (id) => store.call('duplicates.ofCustomer', { id }, clerk)),
        bound: 20,
        judged: 'p99',
      },
    ];
  } finally {
    await store.close();
    connection.close();
  }
};

export const duplicates: Part = { name: 'duplicates', run: async (bench) => at(bench, 100_000) };

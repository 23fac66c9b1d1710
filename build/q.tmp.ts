import { openConnection } from '../db/store/connection.ts';
import { openStore } from '../db/store/openStore.ts';
import { clerk } from './bench/actor.ts';
import { bareSearch } from './bench/bareSearch.ts';
import { rowOf } from './bench/row.ts';
import { queryKinds } from './bench/searchTerms.ts';
import { tableOf } from './bench/table.ts';
import { warmTimesOf } from './bench/time.ts';

const dir = process.argv[2]!;
const c = openConnection(dir + '/caredesk.sqlite', { readonly: true });
const store = await openStore(dir, { threads: true, create: false });
const bare = bareSearch(c);
const rows = [];
for (const { name, words } of queryKinds(c, 300)) {
  const samples = await warmTimesOf(words, (q) => store.call('customers.search', { q, limit: 12 }, clerk));
  rows.push(rowOf({ name, samples, bare: await warmTimesOf(words, bare), bound: 15 }, true));
}
console.log(tableOf(rows));
await store.close();
c.close();

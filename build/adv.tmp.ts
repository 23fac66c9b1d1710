import { openStore } from '../db/store/openStore.ts';
import { clerk } from './bench/actor.ts';
import { percentile } from './bench/row.ts';

const dir = process.argv[2]!;
const store = await openStore(dir, { create: false, threads: true });
for (const q of [
  'wang',
  'zhang',
  'zhan',
  'zha',
  'chen',
  'li',
  '浙a',
  '浙A1',
  '139',
  '1390',
  '13901',
  '王 138',
  '浙a 建国',
  '浙a 王',
  '王 浙a 建国',
  'lgb',
  'lgbh',
  'lgbh52e',
  'lgb 浙a',
  'lgb 1380',
  '有限',
  '公司',
  '公司 138',
  '公司 王',
  'x 浙a',
  'x lgb',
  'qx 浙a',
  '端 浙a',
  '司马',
  '司 公司',
  'zq lgb',
  'lgb 139 浙a',
  'lgb 139 浙a 建国 wang 1380',
  'lgb e0',
  'w w',
  '王 李',
  'l w',
  '乐 有限',
  '翟 有限公司',
  '仇 139',
  '翁 lgb',
  'zj 浙F',
  'ou 沪',
]) {
  const t: number[] = [];
  let r: any;
  for (let i = 0; i < 15; i++) {
    const f = performance.now();
    r = await store.call('customers.search', { q, limit: 12 }, clerk);
    t.push(performance.now() - f);
  }
  console.log(
    q.padEnd(24),
    r.hits.length,
    r.terms.join('|').padEnd(20),
    percentile(t, 0.5).toFixed(2),
    Math.max(...t).toFixed(2),
  );
}
await store.close();

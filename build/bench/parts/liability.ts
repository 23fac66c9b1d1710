import { addMonths } from '../../../db/domain/day.ts';
import { dayOf } from '../../../db/domain/zonedTime.ts';
import { type Connection, openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import { warmTimesOf } from '../time.ts';

const customers = 100_000;

/** So many entries in all, over three years, with the ledger's own triggers keeping the sums. */
const fillUp = (bench: Bench, connection: Connection, wanted: number, today: string): number => {
  const count = connection.prepare<[], number>('SELECT count(*) FROM pointsEntry').pluck(true);
  const members = connection.prepare<[], number>('SELECT count(*) FROM membership').pluck(true).get() ?? 1;
  const each = Math.ceil((wanted - (count.get() ?? 0)) / members);
  bench.say(`  writing ${(each * members).toLocaleString('en')} entries`);
  connection.pragma('synchronous = OFF');
  // in the order of the memberships, as their index lies
  const fill = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
     WITH RECURSIVE turn (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM turn WHERE n < @each)
     SELECT 'f' || substr(m.id, 2) || printf('%04d', n), m.id, 'earn', n % 90, 0, m.tier,
       date(@today, '-' || (n % 1095) || ' days'), @at + n, 'bench'
     FROM (SELECT id, tier FROM membership WHERE rowid BETWEEN @from AND @to ORDER BY id) m, turn ORDER BY m.id, n`,
  );
  const most = connection.prepare<[], number>('SELECT max(rowid) FROM membership').pluck(true).get() ?? 0;
  const step = 1000;
  for (let from = 0; from <= most; from += step) {
    fill.run({ each, today, at: Date.now(), from: from + 1, to: from + step });
  }
  connection.pragma('wal_checkpoint(TRUNCATE)');
  return count.get() ?? 0;
};

/** 积分负债报表 over three years; bare: the same sums added up from the entries themselves. */
export const liability: Part = {
  name: 'liability',
  run: async (bench) => {
    const dir = await bench.copyOf(customers);
    const today = dayOf(Date.now(), 'Asia/Shanghai');
    const connection = openConnection(storeFileOf(dir));
    const entries = fillUp(bench, connection, bench.small ? 20_000 : 5_000_000, today);
    const store = await openStore(dir, { threads: true, create: false });
    try {
      const months = { fromMonth: addMonths(today, -36).slice(0, 7), toMonth: today.slice(0, 7) };
      const bare = connection.prepare(
        'SELECT substr(day, 1, 7) AS month, tier, kind, sum(redeemable) FROM pointsEntry GROUP BY 1, 2, 3',
      );
      const rounds = Array.from({ length: bench.samples(100) }, (_, round) => round);
      return [
        {
          name: `liability of ${sizeName(Math.round(entries / 1000) * 1000)} entries`,
          samples: await warmTimesOf(rounds, () => store.call('points.liability', months, clerk)),
          bare: await warmTimesOf([0], () => bare.all()),
          bound: 1000,
          judged: 'p99',
        },
      ];
    } finally {
      await store.close();
      connection.close();
    }
  },
};

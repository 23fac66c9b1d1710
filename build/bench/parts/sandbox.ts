import { addDays } from '../../../db/domain/day.ts';
import { dayOf, instantOf } from '../../../db/domain/zonedTime.ts';
import { defaultSettings } from '../../../db/features/settings/defaults.ts';
import { openConnection } from '../../../db/store/connection.ts';
import { idMaker } from '../../../db/store/ids.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { type Part, sizeName } from '../part.ts';
import { timesOf } from '../time.ts';

const customers = 200_000;
const wanted = 50_000;
const visitsEach = 4;
const timeZone = 'Asia/Shanghai';

/** Every member comes four times in the twelve months, beside the visits that the store has. */
const writeVisits = (dir: string, members: number, today: string): number => {
  const connection = openConnection(storeFileOf(dir));
  connection.pragma('synchronous = OFF');
  const cars = connection
    .prepare<[string, number], { id: string; customerId: string }>(
      `SELECT min(v.id) AS id, v.customerId FROM membership m JOIN vehicle v ON v.customerId = m.customerId
       WHERE m.state = 'active' AND m.deletedAt IS NULL AND m.validThrough >= ? AND v.deletedAt IS NULL
       GROUP BY v.customerId LIMIT ?`,
    )
    .all(today, members);
  // as if everybody had been a member all year
  connection
    .prepare('UPDATE membership SET joinDay = ? WHERE joinDay > ?')
    .run(addDays(today, -370), addDays(today, -370));
  const visit = connection.prepare(
    'INSERT INTO visit (id, vehicleId, customerId, arrivedAt, day, amountFen) VALUES (?, ?, ?, ?, ?, 74000)',
  );
  const line = connection.prepare('INSERT INTO visitLine (visitId, position, category, amountFen) VALUES (?, ?, ?, ?)');
  const newId = idMaker(Date.now);
  connection.transaction(() => {
    cars.forEach(({ id, customerId }, index) => {
      for (let turn = 0; turn < visitsEach; turn++) {
        const day = addDays(today, -1 - ((index + turn * 90) % 360));
        const visitId = newId();
        visit.run(visitId, id, customerId, instantOf(day, '10:00', timeZone), day);
        line.run(visitId, 0, 'maintenanceLabour', 28_000);
        line.run(visitId, 1, 'parts', 46_000);
      }
    });
  })();
  connection.close();
  return cars.length;
};

/** 规则沙盘: twelve months of fifty thousand members replayed under another rule, on a reader thread. */
export const sandbox: Part = {
  name: 'sandbox',
  run: async (bench) => {
    const dir = await bench.copyOf(customers);
    const today = dayOf(Date.now(), timeZone);
    const members = writeVisits(dir, bench.small ? 400 : wanted, today);
    const store = await openStore(dir, { threads: true, create: false });
    try {
      const { pointsRules } = defaultSettings;
      const rules = {
        ...pointsRules,
        ratios: pointsRules.ratios.map((ratio) => ({ ...ratio, points: 2 })),
        birthdayPercent: 200,
      };
      const rounds = Array.from({ length: bench.small ? 1 : 3 }, (_, round) => round);
      let visits = 0;
      const replay = async (): Promise<void> => {
        const result = (await store.call('points.sandbox', { rules, months: 12, toDay: today }, clerk)) as {
          visits: number;
          members: number;
          winners: number;
        };
        visits = result.visits;
        if (result.members < members) throw new Error(`${result.members} of ${members} members`);
        if (result.winners < members) throw new Error(`${result.winners} winners`);
      };
      const samples = (await timesOf(rounds, replay)).map((ms) => ms / 1000);
      bench.say(`  ${visits.toLocaleString('en')} visits`);
      return [{ name: `sandbox 12 months × ${sizeName(members)} members`, unit: 's', samples, bound: 30 }];
    } finally {
      await store.close();
    }
  },
};

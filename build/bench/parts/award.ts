import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../db/domain/zonedTime.ts';
import { settleVisit } from '../../../db/features/points/settleVisit.ts';
import { type Connection, kyselyOf, openConnection } from '../../../db/store/connection.ts';
import type { CommandContext } from '../../../db/store/handler.ts';
import { idMaker } from '../../../db/store/ids.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { bareAward } from '../bareAward.ts';
import { bareVisit, type VisitInput } from '../bareVisit.ts';
import { membersCars } from '../members.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { timesOf } from '../time.ts';

const customers = 100_000;
const timeZone = 'Asia/Shanghai';
const lines = [
  { category: 'maintenanceLabour', description: '常规保养工时', amountFen: 28_000 },
  { category: 'parts', description: '机油 4L 5W-30、机油滤清器', amountFen: 46_000 },
] as const;

const visitOf = (vehicleId: string, series: string, index: number): VisitInput => {
  const arrivedAt = Date.now() - 60_000;
  return {
    requestId: randomUUID(),
    vehicleId,
    orderNo: `${series}${index}`,
    arrivedAt,
    day: dayOf(arrivedAt, timeZone),
    mileage: 2_950_000,
    adviser: '李敏',
    lines,
  };
};

/** Visits of members that are there but have earned nothing yet. */
const unsettled = (connection: Connection, count: number): string[] => {
  const visit = connection.prepare(
    `INSERT INTO visit (id, vehicleId, customerId, arrivedAt, day, amountFen)
     SELECT ?, id, customerId, ?, ?, 74000 FROM vehicle WHERE id = ?`,
  );
  const line = connection.prepare('INSERT INTO visitLine (visitId, position, category, amountFen) VALUES (?, ?, ?, ?)');
  const newId = idMaker(Date.now);
  return connection.transaction(() =>
    membersCars(connection, count).map((vehicleId, index) => {
      const { arrivedAt, day } = visitOf(vehicleId, 'S', index);
      const id = newId();
      visit.run(id, arrivedAt, day, vehicleId);
      lines.forEach(({ category, amountFen }, position) => {
        line.run(id, position, category, amountFen);
      });
      return id;
    }),
  )();
};

/** Alternating, so that both meet the same pages and the same moments of a busy machine. */
const settling = async (bench: Bench, connection: Connection): Promise<Pick<Measured, 'samples' | 'bare'>> => {
  const db = kyselyOf(connection);
  const bare = bareAward(connection);
  // what settling asks of a command's context
  const ctx = {
    actor: clerk,
    now: Date.now,
    today: () => dayOf(Date.now(), timeZone),
    timeZone,
    newId: idMaker(Date.now),
    touch: () => {},
  } satisfies Partial<CommandContext> as unknown as CommandContext;
  const inTransaction = async (work: () => unknown): Promise<void> => {
    connection.exec('BEGIN IMMEDIATE');
    await work();
    connection.exec('COMMIT');
  };
  const warm = 40;
  const ids = unsettled(connection, 2 * (bench.samples(500) + warm));
  const [samples, bareTimes]: [number[], number[]] = [[], []];
  for (const [index, id] of ids.entries()) {
    const ours = index % 2 === 0;
    const from = performance.now();
    await inTransaction(() => (ours ? settleVisit(db, id, ctx) : bare(id)));
    if (index >= 2 * warm) (ours ? samples : bareTimes).push(performance.now() - from);
  }
  const given = connection.prepare<[string, string], number>(
    `SELECT count(*) FROM pointsEntry WHERE sourceKind = 'visit' AND kind = 'earn' AND sourceId BETWEEN ? AND ?`,
  );
  const count = given.pluck(true).get(ids[0] ?? '', ids.at(-1) ?? '');
  if (count !== ids.length) throw new Error(`${count} of ${ids.length} visits earned`);
  return { samples, bare: bareTimes };
};

/** The whole of a visit's entry, written through to the disk; bare: the same with prepared statements. */
const entering = async (bench: Bench, dir: string): Promise<Pick<Measured, 'samples' | 'bare'>> => {
  const connection = openConnection(storeFileOf(dir));
  const store = await openStore(dir, { threads: true, create: false });
  try {
    const count = bench.samples(200);
    const cars = membersCars(connection, 2 * count + 20);
    const add = ({ day: _day, ...input }: VisitInput): Promise<unknown> => store.call('visits.add', input, clerk);
    const visit = bareVisit(connection, bareAward(connection));
    const of = (series: string, from: number, to: number) =>
      cars.slice(from, to).map((car, index) => visitOf(car, series, index));
    await timesOf(of('W', 0, 10), add);
    await timesOf(of('V', 10, 20), visit);
    const samples = await timesOf(of('A', 20, 20 + count), add);
    return { samples, bare: await timesOf(of('B', 20 + count, 20 + 2 * count), visit) };
  } finally {
    await store.close();
    connection.close();
  }
};

/**
 * Points for a visit. First the settling alone, from BEGIN to COMMIT, with `synchronous` off on both sides: a disk that takes three
 * milliseconds to write through would hide everything else. Then a member's visit as the desk enters it.
 */
export const award: Part = {
  name: 'award',
  run: async (bench) => {
    const size = sizeName(bench.sizeOf(customers));
    const dir = await bench.copyOf(customers);
    const connection = openConnection(storeFileOf(dir));
    connection.pragma('synchronous = OFF');
    let settled: Pick<Measured, 'samples' | 'bare'>;
    try {
      settled = await settling(bench, connection);
    } finally {
      connection.close();
    }
    return [
      { name: `award ${size}: settling a visit`, ...settled, bound: 1, judged: 'p50', ratioBound: 3 },
      { name: `award ${size}: a member’s visit entered, to the disk`, ...(await entering(bench, dir)), ratioBound: 3 },
    ];
  },
};

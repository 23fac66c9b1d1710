import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../db/domain/zonedTime.ts';
import { type Connection, openConnection } from '../../../db/store/connection.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { bareVisit, type VisitInput } from '../bareVisit.ts';
import { type Part, sizeName } from '../part.ts';
import { timesOf } from '../time.ts';

const customers = 100_000;

const visitsOf = (connection: Connection, count: number, series: string): VisitInput[] => {
  const most = connection.prepare<[], number>('SELECT max(rowid) FROM vehicle').pluck(true).get() ?? 0;
  const at = connection.prepare<[number], { id: string; km: number | null }>(
    'SELECT id, lastMileage AS km FROM vehicle WHERE rowid >= ? LIMIT 1',
  );
  const arrivedAt = Date.now() - 60_000;
  return Array.from({ length: count }, (_, i) => {
    const vehicle = at.get(1 + Math.floor((i * most) / count));
    return {
      requestId: randomUUID(),
      vehicleId: vehicle?.id ?? '',
      orderNo: `${series}${i}`,
      arrivedAt,
      day: dayOf(arrivedAt, 'Asia/Shanghai'),
      mileage: (vehicle?.km ?? 0) + 500,
      adviser: '李敏',
      lines: [
        { category: 'maintenanceLabour', description: '常规保养工时', amountFen: 28_000 },
        { category: 'parts', description: '机油 4L 5W-30、机油滤清器', amountFen: 46_000 },
      ],
    };
  });
};

/** 登记到店: a visit with two lines, written through to the disk. */
export const visitEntry: Part = {
  name: 'visit',
  run: async (bench) => {
    const dir = await bench.copyOf(customers);
    const count = bench.samples(200);
    const store = await openStore(dir, { threads: true, create: false });
    const connection = openConnection(storeFileOf(dir));
    try {
      // the first few prepare statements and warm the pages
      const [warm, counted] = [visitsOf(connection, 10, 'W'), visitsOf(connection, count, 'A')];
      const add = ({ day: _day, ...input }: VisitInput): Promise<unknown> => store.call('visits.add', input, clerk);
      await timesOf(warm, add);
      const samples = await timesOf(counted, add);
      const bare = bareVisit(connection);
      await timesOf(visitsOf(connection, 10, 'V'), bare);
      return [
        {
          name: `visit entry ${sizeName(bench.sizeOf(customers))}`,
          samples,
          bare: await timesOf(visitsOf(connection, count, 'B'), bare),
        },
      ];
    } finally {
      connection.close();
      await store.close();
    }
  },
};

import type { CustomerPage } from '../../db/contract/customerViews.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { type Connection, openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';

/** An entry of the API, asked as somebody who may do everything. */
export type Call = <Output>(entry: string, input?: object) => Promise<Output>;

type Vehicle = CustomerPage['vehicles'][number] & { readonly customerId: string };
interface Saved {
  readonly id: string;
  readonly version: number;
}

const minute = 60_000;
const timeZone = 'Asia/Shanghai';
const dayAt = (at: number): string => dayOf(at, timeZone);
const timeAt = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const quarterAfter = (at: number): number => Math.ceil(at / (15 * minute)) * 15 * minute;

/**
 * Half a day at the sample store on top of what its board has: cars with notes and with a recall, bookings that are late, missed and
 * cancelled, people who look for a car, key accounts. What was earlier is entered now and then moved back in the store's file.
 */
export const sampleDay = async (call: Call, dataDir: string): Promise<void> => {
  const connection = openConnection(storeFileOf(dataDir));
  try {
    const vehicles = await vehiclesOf(call, 17);
    await onTheBoard(call, connection, vehicles.slice(0, 4));
    await bookings(call, connection, vehicles.slice(4, 13));
    await prospects(call, vehicles.slice(13, 15));
    await recall(call, [...vehicles.slice(0, 3), ...vehicles.slice(13, 17)]);
    await keyAccounts(call);
  } finally {
    connection.close();
  }
};

/** Of those who were here last and are not here today, one each. */
const vehiclesOf = async (call: Call, count: number): Promise<readonly Vehicle[]> => {
  const { columns } = await call<{ columns: Record<string, readonly { vehicleId: string | null }[]> }>('board.day');
  const known = new Set(Object.values(columns).flatMap((cards) => cards.map(({ vehicleId }) => vehicleId)));
  const { rows } = await call<{ rows: { id: string }[] }>('customers.list', {
    filter: { kind: 'person' },
    sort: 'lastVisit',
    limit: 120,
  });
  const found: Vehicle[] = [];
  for (const { id } of rows) {
    if (found.length === count) break;
    const { vehicles } = await call<CustomerPage>('customers.get', { id });
    const [vehicle] = vehicles;
    // those with several cars are left to the customer page's pictures
    if (vehicles.length !== 1 || !vehicle?.plate || !vehicle.vin || known.has(vehicle.id)) continue;
    found.push({ ...vehicle, customerId: id });
  }
  return found;
};

/** step, minutes since arrival, minutes since the step, fen of its line */
const cars = [
  ['arrived', 21, 0, 0],
  ['arrived', 98, 0, 0],
  ['inWork', 152, 121, 128_000],
  ['left', 118, 44, 109_200],
] as const;
const notes = ['首保，客户在休息区等', '刹车有异响', '换前轮胎两条'];

const onTheBoard = async (call: Call, connection: Connection, vehicles: readonly Vehicle[]): Promise<void> => {
  const sinceMidnight = Math.floor((Date.now() - Date.parse(`${dayAt(Date.now())}T00:00:00+08:00`)) / minute);
  const back = connection.prepare(
    `UPDATE visit SET arrivedAt = arrivedAt - @wait, inWorkAt = inWorkAt - @work, readyAt = readyAt - @ready, leftAt = leftAt - @left
     WHERE id = @id`,
  );
  const shift = (minutes: number): number => Math.min(minutes, sinceMidnight) * minute;
  for (const [index, [step, wait, since, fen]] of cars.entries()) {
    const vehicle = vehicles[index];
    if (!vehicle) return;
    const { id, version } = await call<Saved>('board.walkIn', { vehicleId: vehicle.id, note: notes[index] || null });
    let now = version;
    if (fen > 0) {
      const lines = [{ category: 'maintenanceLabour', amountFen: fen }];
      now = (await call<Saved>('board.setLines', { id, version, lines })).version;
    }
    for (const to of ['inWork', 'ready', 'left'] as const) {
      if (step === 'arrived') break;
      now = (await call<{ card: Saved }>('board.move', { id, version: now, to })).card.version;
      if (step === to) break;
    }
    back.run({
      id,
      wait: shift(wait),
      work: shift(step === 'inWork' ? since : wait - 10),
      ready: shift(step === 'left' ? since + 15 : since),
      left: shift(since),
    });
  }
};

const bookings = async (call: Call, connection: Connection, vehicles: readonly Vehicle[]): Promise<void> => {
  const { rows: staff } = await call<{ rows: { id: string }[] }>('staff.list');
  const begin = quarterAfter(Date.now() + 10 * minute);
  const wishes = ['maintenance', 'repair', 'inspection', 'bodyPaint', 'maintenance', 'accessories'] as const;
  const words = ['6 万公里保养', '空调不制冷', '', '后保险杠', '', '加装行车记录仪'];
  /** the next day's morning where today has no room left */
  const slot = (at: number): { readonly day: string; readonly time: string } =>
    dayAt(at) === dayAt(begin) ? { day: dayAt(at), time: timeAt(at) } : { day: dayAt(at + 86_400_000), time: '09:00' };
  const book = async (index: number, at: number): Promise<Saved | null> => {
    const vehicle = vehicles[index];
    if (!vehicle) return null;
    return call<Saved>('appointments.add', {
      ...slot(at),
      vehicleId: vehicle.id,
      adviserId: staff[index % 3]?.id ?? null,
      wishKind: wishes[index % wishes.length],
      wish: words[index % words.length] || null,
    });
  };
  for (const [index, after] of [0, 45].entries()) await book(index, begin + after * minute);
  await call('appointments.add', {
    ...slot(begin + 60 * minute),
    name: '林小满',
    phone: '13812345678',
    wishKind: 'testDrive',
    wish: '看奇骏',
  });
  for (const [index, days] of [1, 1, 2].entries())
    await book(3 + index, begin + days * 86_400_000 + index * 60 * minute);

  const move = connection.prepare('UPDATE appointment SET day = ?, time = ?, startsAt = ? WHERE id = ?');
  const earlier = async (index: number, ago: number): Promise<Saved | null> => {
    const booked = await book(index, begin + 15 * minute);
    const at = Math.floor((Date.now() - ago) / minute) * minute;
    if (booked) move.run(dayAt(at), timeAt(at), at, booked.id);
    return booked;
  };
  await earlier(6, 25 * minute);
  const forgotten = await earlier(7, 95 * minute);
  if (forgotten) await call('appointments.noShow', { id: forgotten.id, version: forgotten.version });
  const cancelled = await book(8, begin + 90 * minute);
  if (cancelled) {
    await call('appointments.cancel', { id: cancelled.id, version: cancelled.version, reason: '客户来电取消' });
  }
};

const daysOff = (days: number): string => dayAt(Date.now() + days * 86_400_000);

const prospects = async (call: Call, owners: readonly Vehicle[]): Promise<void> => {
  const look = (input: object): Promise<Saved> => call<Saved>('prospects.add', input);
  await look({
    name: '苏晓',
    phones: [{ number: '13900001234' }],
    models: ['奇骏', '逍客'],
    budgetFromFen: 15_000_000,
    budgetToFen: 18_000_000,
    source: '自然到店',
    next: { what: '约周末试驾', day: daysOff(0) },
    testDrive: { day: daysOff(-3), model: '逍客', remark: '空间够，想看奇骏' },
  });
  await look({
    name: '郑凯文',
    phones: [{ number: '13700005678' }],
    models: ['ARIYA 艾睿雅'],
    source: '车展',
    tradeIn: true,
    tradeInNote: '2018 年轩逸，6 万公里',
    next: { what: '报置换价', day: daysOff(2) },
  });
  await look({ name: '何雨桐', phones: [{ number: '13600009012' }], models: ['轩逸'], source: '朋友介绍' });
  const [owner, other] = owners;
  if (owner) {
    await look({ customerId: owner.customerId, models: ['天籁'], next: { what: '寄新车资料', day: daysOff(5) } });
  }
  if (other) {
    const lost = await look({ customerId: other.customerId, models: ['逍客'], source: '老客户增购' });
    await call('prospects.lose', { id: lost.id, version: lost.version, reason: '买了别的品牌' });
  }
};

const recall = async (call: Call, vehicles: readonly Vehicle[]): Promise<void> => {
  const { id } = await call<Saved>('recalls.add', {
    number: 'S2026M0012I',
    title: '燃油泵壳体召回',
    issuer: '东风日产',
    fromDay: daysOff(-40),
    description: '免费更换燃油泵总成，约 1.5 小时。',
    vins: [...vehicles.map((vehicle) => vehicle.vin), 'LGBH12E09FY704182'].join('\n'),
  });
  const { rows } = await call<{ rows: Saved[] }>('recalls.vehicles', { id, show: 'open', limit: 10 });
  const last = rows.at(-1);
  if (last) await call('recalls.done', { id: last.id, version: last.version, day: daysOff(0) });
};

const keyAccounts = async (call: Call): Promise<void> => {
  const year = Number(daysOff(0).slice(0, 4));
  const { rows } = await call<{ rows: { customerId: string }[] }>('accounts.candidates', { limit: 3 });
  const [first, second] = rows;
  const plan = (customerId: string, reviewDay: string): Promise<Saved> =>
    call<Saved>('accounts.add', {
      customerId,
      year,
      goals: '全年保养回店 40 台次，续保 10 台',
      measures: '每季上门检测一次，专属顾问',
      reviewDay,
    });
  if (first) await plan(first.customerId, daysOff(12));
  if (!second) return;
  const { id, version } = await plan(second.customerId, daysOff(20));
  await call('accounts.update', {
    id,
    version,
    goals: '续保 6 台',
    reviewDay: daysOff(20),
    review: { result: '续保 5 台，流失 1 台', rating: 'partly', next: '提前 60 天报价' },
  });
};

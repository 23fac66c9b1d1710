import type { DeliveryStep } from '../../contract/deliveries.ts';
import { deliverySteps } from '../../domain/deliveries/steps.ts';
import { defaultSettings } from '../../features/settings/defaults.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { idKinds } from './seededIds.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;
/** Sold in the last so many days and not in the workshop yet: waits for its delivery still. */
const soldWithin = 60;
/** What was delivered of late stays delivered, days. */
const lately = 7;
/** How far back deliveries are on record, days. */
const recordedFor = 240;
const mostRecorded = 18;
/** The newest vehicles stand at the end; further back none is looked for. */
const lookedAt = 4000;

interface UnderWay {
  readonly step: Exclude<DeliveryStep, 'delivered'>;
  /** days from today on which it is to be delivered; null: not agreed yet */
  readonly due: number | null;
  readonly time: string | null;
  /** items of the list that are settled */
  readonly settled: number;
  readonly ceremony: string | null;
  readonly note: string | null;
}

/** One late, two for today, the others of every step. */
const underWay: readonly UnderWay[] = [
  {
    step: 'preparation',
    due: 0,
    time: '15:00',
    settled: 5,
    ceremony: '全家一起来，准备花束和合影；孩子喜欢汽车模型',
    note: null,
  },
  { step: 'pdi', due: 2, time: '10:00', settled: 2, ceremony: null, note: '加装行车记录仪' },
  { step: 'transport', due: 5, time: null, settled: 1, ceremony: null, note: null },
  { step: 'preparation', due: -2, time: '10:00', settled: 3, ceremony: '喜欢自驾，送一盏露营灯', note: '等临时牌照' },
  { step: 'inspection', due: null, time: null, settled: 0, ceremony: null, note: null },
  { step: 'preparation', due: 0, time: '17:00', settled: 6, ceremony: '致辞后交钥匙，讲解手机互联', note: '尾款转账' },
  { step: 'pdi', due: 3, time: '14:00', settled: 2, ceremony: null, note: null },
  { step: 'inspection', due: 9, time: null, settled: 0, ceremony: null, note: '颜色以实车为准' },
  { step: 'transport', due: 7, time: null, settled: 1, ceremony: null, note: '从厂家直发' },
];

interface Found {
  readonly vehicle: number;
  /** as the calendar counts */
  readonly delivered: number;
}

/** Cars sold here in the last while that nothing else is told of yet, the newest first. */
const newCars = ({ connection, plan, vehicleId }: DemoBuild): readonly Found[] => {
  const untold = connection.prepare<[Record<string, string>], { found: number }>(`SELECT 1 AS found WHERE NOT EXISTS
      (SELECT 1 FROM visit WHERE vehicleId = @id) AND NOT EXISTS (SELECT 1 FROM complaint WHERE vehicleId = @id)
    AND NOT EXISTS (SELECT 1 FROM appointment WHERE vehicleId = @id AND vehicleId IS NOT NULL)`);
  const found: Found[] = [];
  const end = Math.max(0, plan.vehicles - lookedAt);
  for (let vehicle = plan.vehicles - 1; vehicle >= end; vehicle--) {
    const delivered = plan.delivery[vehicle] ?? 0;
    const age = plan.today - delivered;
    if (plan.purchasedHere[vehicle] !== 1 || age < 1 || age > recordedFor || (plan.use[vehicle] ?? 0) > 0) continue;
    if (untold.get({ id: vehicleId(vehicle) })) found.push({ vehicle, delivered });
  }
  return found.sort((a, b) => b.delivered - a.delivered || b.vehicle - a.vehicle);
};

/** What is settled of the store's list, the first so many. */
const checksOf = (settled: number, at: number): string =>
  JSON.stringify(
    defaultSettings.deliveryChecklist.map(({ code, name }, index) =>
      index < settled
        ? { code, name, state: code === 'insurance' && settled === 6 ? 'needless' : 'done', at, byName: '周凯' }
        : { code, name, state: 'open', at: null, byName: null },
    ),
  );

/**
 * 交车: cars of every step on the board, some delivered in the last days, more in the months before, and one that was put off. Those under
 * way were sold of late: their day of delivery, plate and what runs from them are not there yet.
 */
export const writeDeliveries = (build: DemoBuild): void => {
  const { connection, ids, dates, plan, staffIds } = build;
  if (plan.customers < fewestCustomers) return;
  const cars = newCars(build);
  const age = ({ delivered }: Found): number => plan.today - delivered;
  const waiting = cars.filter((car) => age(car) > lately && age(car) <= soldWithin).slice(0, underWay.length);
  const recorded = cars.filter((car) => age(car) <= lately || age(car) > soldWithin).slice(0, mostRecorded);
  const deliveries = bulkInsert(connection, 'delivery', [
    ...[
      'id',
      'customerId',
      'vehicleId',
      'step',
      'stepAt',
      'plannedDay',
      'plannedTime',
      'adviserId',
      'ceremony',
      'note',
    ],
    ...['checks', 'deliveredAt', 'cancelledAt', 'cancelReason', 'createdAt', 'updatedAt', 'byName', 'version'],
  ]);
  const moves = bulkInsert(connection, 'deliveryMove', ['id', 'deliveryId', 'step', 'at', 'byName', 'note']);
  const notYet = connection.prepare(
    'UPDATE vehicle SET deliveryDay = NULL, plate = NULL, inspectionDueDay = NULL, warrantyEndDay = NULL WHERE id = ?',
  );
  let written = 0;
  let moved = 0;
  const customerOf = (vehicle: number): string => build.customerId(plan.owner[vehicle] ?? 0);
  /** Through the steps up to the last, evenly; when it came to the last. */
  const writeMoves = (deliveryId: string, last: DeliveryStep, from: number, to: number): void => {
    const count = deliverySteps.indexOf(last);
    deliverySteps.slice(0, count + 1).forEach((step, index) => {
      const evenly = count === 0 ? from : from + ((to - from) * index) / count;
      // within the day's work, but for the first and the last
      const worked = dates.instant(Math.floor((evenly + 8 * hour) / dayMs), 9 * 60 + ((moved * 137) % 480));
      const at = index === 0 ? from : index === count ? to : Math.min(to, Math.max(from, worked));
      moves.add([
        ids(idKinds.deliveryMove, moved++, at),
        deliveryId,
        step,
        at,
        index % 2 === 0 ? '周凯' : '陈刚',
        null,
      ]);
    });
  };
  connection.exec('BEGIN');
  waiting.forEach(({ vehicle }, index) => {
    const one = underWay[index] as UnderWay;
    const planned = dates.instant(plan.today - 12 + index, 10 * 60 + index * 23);
    const createdAt = Math.max(plan.vehicleCreatedAt[vehicle] ?? 0, planned);
    const cameAt = dates.instant(plan.today - 1 - (index % 3), 14 * 60 + index * 17);
    const stepAt = one.step === 'inspection' ? createdAt : Math.max(createdAt, cameAt);
    const id = ids(idKinds.delivery, written++, createdAt);
    notYet.run(build.vehicleId(vehicle));
    deliveries.add([
      ...[id, customerOf(vehicle), build.vehicleId(vehicle), one.step, stepAt],
      ...[one.due === null ? null : dates.text(plan.today + one.due), one.time, staffIds[index % 3] ?? null],
      ...[one.ceremony, one.note, checksOf(one.settled, stepAt), null, null, null, createdAt, stepAt, '周凯', 2],
    ]);
    writeMoves(id, one.step, createdAt, stepAt);
  });
  recorded.forEach(({ vehicle, delivered }, index) => {
    const deliveredAt = dates.instant(delivered, 10 * 60 + ((index * 67) % 400));
    const createdAt = Math.min(plan.vehicleCreatedAt[vehicle] ?? 0, deliveredAt - 9 * dayMs);
    const planned = dates.text(delivered);
    const facts = [customerOf(vehicle), build.vehicleId(vehicle)];
    if (index === 5) {
      // put off, and planned anew
      const cancelledAt = createdAt + dayMs;
      const id = ids(idKinds.delivery, written++, createdAt - dayMs);
      deliveries.add([
        ...[id, ...facts, 'inspection', createdAt - dayMs, planned, null, staffIds[0] ?? null, null, null],
        ...[
          checksOf(0, cancelledAt),
          null,
          cancelledAt,
          '客户临时出差，改期重新安排',
          createdAt - dayMs,
          cancelledAt,
          '周凯',
          2,
        ],
      ]);
      writeMoves(id, 'inspection', createdAt - dayMs, createdAt - dayMs);
    }
    const id = ids(idKinds.delivery, written++, createdAt);
    deliveries.add([
      ...[id, ...facts, 'delivered', deliveredAt, planned, '10:00', staffIds[index % 3] ?? null],
      ...[
        index % 3 === 0 ? '合影留念，送平安挂件' : null,
        null,
        checksOf(6, deliveredAt - hour),
        deliveredAt,
        null,
        null,
      ],
      ...[createdAt, deliveredAt, '周凯', 3],
    ]);
    writeMoves(id, 'delivered', createdAt, deliveredAt);
  });
  deliveries.flush();
  moves.flush();
  connection.exec('COMMIT');
};

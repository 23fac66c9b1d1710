import { validThrough } from '../../domain/day.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { carModels } from './catalogue.ts';
import { planUses } from './plan.ts';
import { plateOf } from './plates.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';
import { colorOf, inspectionDays, policiesOf, roadsOf } from './vehicles.ts';
import { vinOf } from './vins.ts';
import type { VisitTraces } from './writeVisits.ts';

export interface Owned {
  readonly count: number;
  readonly visits: number;
  /** last 回店 of any of them, 0 where there is none */
  readonly lastVisit: number;
}

/** New cars drive on temporary plates for about so many days. */
const plateAfterDays = 9;

/** Writes one customer's vehicles with their policies at a time. */
export const vehicleWriter = (build: DemoBuild, traces: VisitTraces) => {
  const { connection, random, ids, dates, plan, today } = build;
  const vehicles = bulkInsert(connection, 'vehicle', [
    ...['id', 'customerId', 'vin', 'plate', 'brand', 'series', 'model', 'color', 'energy', 'use', 'purchasedHere'],
    ...['purchaseDay', 'deliveryDay', 'inspectionDueDay', 'warrantyEndDay', 'warrantyKm', 'roadConditions'],
    ...[
      'openingSpendFen',
      'insuranceEndDay',
      'lastMileage',
      'lastMileageDay',
      'lastVisitDay',
      'createdAt',
      'updatedAt',
      'version',
    ],
  ]);
  const policies = bulkInsert(connection, 'policy', [
    ...[
      'id',
      'vehicleId',
      'kind',
      'insurer',
      'policyNo',
      'startDay',
      'endDay',
      'premiumFen',
      'boughtHere',
      'source',
      'version',
    ],
  ]);
  const inspectionDay = inspectionDays(today);
  let policyCount = 0;
  const dayOrNull = (day: number): string | null => (day === 0 ? null : dates.text(day));

  const writeVehicle = (vehicle: number, customerId: string): void => {
    random.begin(streams.vehicle, vehicle);
    const id = build.vehicleId(vehicle);
    const car = carModels[plan.model[vehicle] ?? 0] ?? carModels[0];
    if (!car) throw new Error('no car models');
    const use = planUses[plan.use[vehicle] ?? 0] ?? 'private';
    const delivered = plan.delivery[vehicle] ?? 0;
    const deliveryDay = dates.text(delivered);
    const purchasedHere = plan.purchasedHere[vehicle] === 1;
    const createdAt = plan.vehicleCreatedAt[vehicle] ?? 0;
    const plate = plateOf(vehicle, car.energy, random);
    const known = policiesOf(random, car, { use, deliveryDay, purchasedHere }, today);
    let insuranceEndDay: string | null = null;
    for (const policy of known) {
      if (insuranceEndDay === null || policy.endDay > insuranceEndDay) insuranceEndDay = policy.endDay;
      policies.add([
        ids(idKinds.policy, policyCount++, createdAt),
        id,
        policy.kind,
        policy.insurer,
        policy.policyNo,
        policy.startDay,
        policy.endDay,
        policy.premiumFen,
        policy.boughtHere,
        'desk',
        1,
      ]);
    }
    vehicles.add([
      id,
      customerId,
      vinOf(vehicle, car.vinHead, Number(deliveryDay.slice(0, 4))),
      plan.today - delivered < plateAfterDays ? null : plate,
      car.brand,
      car.series,
      car.model,
      colorOf(random),
      car.energy,
      use,
      purchasedHere ? 1 : 0,
      dates.text(delivered - random.between(0, 12)),
      deliveryDay,
      inspectionDay(deliveryDay, use),
      validThrough(deliveryDay, 3),
      100_000,
      roadsOf(random),
      0,
      insuranceEndDay,
      traces.lastKmDay[vehicle] === 0 ? null : (traces.lastKm[vehicle] ?? 0),
      dayOrNull(traces.lastKmDay[vehicle] ?? 0),
      dayOrNull(traces.lastVisit[vehicle] ?? 0),
      createdAt,
      createdAt,
      1,
    ]);
  };

  return {
    write: (customer: number, customerId: string): Owned => {
      const first = plan.firstVehicle[customer] ?? 0;
      const end = plan.firstVehicle[customer + 1] ?? first;
      let visits = 0;
      let lastVisit = 0;
      for (let vehicle = first; vehicle < end; vehicle++) {
        writeVehicle(vehicle, customerId);
        visits += traces.visitCount[vehicle] ?? 0;
        lastVisit = Math.max(lastVisit, traces.lastVisit[vehicle] ?? 0);
      }
      return { count: end - first, visits, lastVisit };
    },
    flush: (): { policies: number } => {
      vehicles.flush();
      policies.flush();
      return { policies: policyCount };
    },
  };
};

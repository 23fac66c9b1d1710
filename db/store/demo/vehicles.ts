import { addMonths, addYears, type Day, validThrough } from '../../domain/day.ts';
import { nextInspection, type VehicleUse } from '../../domain/inspection.ts';
import type { CarModel } from './catalogue.ts';
import type { Random } from './random.ts';

type Words = readonly [string, ...string[]];

const colors: Words = ['珠光白', '珠光白', '墨玉黑', '钛金灰', '钛金灰', '宝石蓝', '流光金', '炫目红'];
const roads: Words = ['市区', '市区', '市区', '市区、高速', '高速', '高速、山路', '山路', '工地'];
const insurers: Words = [
  '人保财险',
  '人保财险',
  '平安产险',
  '平安产险',
  '太平洋产险',
  '国寿财险',
  '中华联合',
  '阳光产险',
  '大地保险',
];

export interface DemoPolicy {
  readonly kind: 'compulsory' | 'commercial';
  readonly insurer: string;
  readonly policyNo: string;
  readonly startDay: Day;
  readonly endDay: Day;
  readonly premiumFen: number;
  readonly boughtHere: number;
}

export const colorOf = (random: Random): string => random.pick(colors);
export const roadsOf = (random: Random): string | null => (random.chance(0.3) ? random.pick(roads) : null);

/** Days at which an inspection is due, asked once for a month of registration and a use. */
export const inspectionDays = (today: Day): ((registered: Day, use: VehicleUse) => Day | null) => {
  const known = new Map<string, Day | null>();
  return (registered, use) => {
    const key = `${registered.slice(0, 7)}${use}`;
    let day = known.get(key);
    if (day === undefined) {
      day = nextInspection(registered, use, today)?.dueDay ?? null;
      known.set(key, day);
    }
    return day;
  };
};

const commercialPremium = (car: CarModel, use: VehicleUse, random: Random): number => {
  const rate = use === 'taxi' || use === 'rideHailing' ? 0.045 : 0.018;
  return Math.round((car.priceYuan * rate + 900) * (0.8 + random.unit() * 0.5)) * 100;
};

/**
 * The policies (保单) that the store knows of a vehicle: a pair for the year that runs, or for the last one where it was not
 * renewed, and now and then the commercial one of the year before.
 */
export const policiesOf = (
  random: Random,
  car: CarModel,
  facts: { readonly use: VehicleUse; readonly deliveryDay: Day; readonly purchasedHere: boolean },
  today: Day,
): DemoPolicy[] => {
  if (!random.chance(0.72)) return [];
  const { deliveryDay, use } = facts;
  let years = Number(today.slice(0, 4)) - Number(deliveryDay.slice(0, 4));
  if (addYears(deliveryDay, years) > today) years--;
  const lapsed = years > 0 && random.chance(0.17);
  const renewedEarly = !lapsed && random.chance(0.3) && addYears(deliveryDay, years + 1) <= addMonths(today, 1);
  const running = lapsed ? years - 1 : renewedEarly ? years + 1 : years;
  const here = facts.purchasedHere ? 0.62 : 0.3;
  const policy = (kind: DemoPolicy['kind'], year: number): DemoPolicy => {
    const startDay = addYears(deliveryDay, year);
    return {
      kind,
      insurer: random.pick(insurers),
      policyNo: `P${kind === 'compulsory' ? 'DZA' : 'DAA'}${startDay.slice(0, 4)}3301${String(random.below(100_000_000)).padStart(8, '0')}`,
      startDay,
      endDay: validThrough(startDay, 1),
      premiumFen: kind === 'compulsory' ? (year > 2 ? 66_500 : 95_000) : commercialPremium(car, use, random),
      boughtHere: random.chance(year === 0 && facts.purchasedHere ? 0.95 : here) ? 1 : 0,
    };
  };
  const policies = [policy('compulsory', running), policy('commercial', running)];
  if (running > 0 && random.chance(0.35)) policies.push(policy('commercial', running - 1));
  return policies;
};

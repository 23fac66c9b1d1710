import { cardCount } from './board.ts';
import type { Calendar } from './calendar.ts';
import { busyness } from './calendar.ts';
import { boughtElsewhere, fleetCars, pickCar, soldHere } from './catalogue.ts';
import { type Random, streams } from './random.ts';

export const planKinds = { person: 0, company: 1, taxiCompany: 2, prospect: 3 } as const;
export const planUses = ['private', 'official', 'taxi', 'rideHailing'] as const;

/** A visit is its minute since 1970 (wall clock) times this, plus its vehicle: sorting the numbers sorts the visits. */
const vehiclesInKey = 2 ** 24;

/**
 * Who came when: what must be known of everybody before the first row can be written, about 90 bytes a customer. All the
 * rest is drawn from the seed and the index when its row is written.
 */
export interface DemoPlan {
  readonly customers: number;
  readonly vehicles: number;
  /** the first and the last day of the store, whole days since 1970 */
  readonly first: number;
  readonly today: number;
  readonly customerKind: Uint8Array;
  /** UTC ms, rising */
  readonly customerCreatedAt: Float64Array;
  /** of customer i: vehicles firstVehicle[i] … firstVehicle[i + 1] - 1 */
  readonly firstVehicle: Int32Array;
  readonly owner: Int32Array;
  readonly vehicleCreatedAt: Float64Array;
  readonly delivery: Int32Array;
  readonly model: Uint8Array;
  readonly use: Uint8Array;
  readonly kmPerDay: Uint16Array;
  readonly purchasedHere: Uint8Array;
  /** rising; see `visitOf` */
  readonly visits: Float64Array;
}

export const visitOf = (key: number): { vehicle: number; day: number; minuteOfDay: number } => {
  const vehicle = key % vehiclesInKey;
  const minute = (key - vehicle) / vehiclesInKey;
  const day = Math.floor(minute / 1440);
  return { vehicle, day, minuteOfDay: minute - day * 1440 };
};

const opens = 8 * 60;
const closes = 18 * 60;

/** Most come in the morning, some after lunch: a minute between opening and closing. */
const arrivalMinute = (random: Random, latest: number): number => {
  const peak = random.chance(0.62) ? 9 * 60 + 25 : 14 * 60 + 20;
  const minute = Math.round(peak + (random.unit() + random.unit() + random.unit() - 1.5) * 130);
  return Math.min(latest, Math.max(opens, minute));
};

const kmPerDayOf = (use: number, random: Random): number => {
  switch (planUses[use]) {
    case 'taxi':
      return random.between(240, 380);
    case 'rideHailing':
      return random.between(130, 260);
    case 'official':
      return random.between(45, 120);
    default:
      return random.between(14, 75);
  }
};

const kindOf = (random: Random, progress: number): number => {
  const roll = random.unit();
  if (roll < 0.028) return planKinds.company;
  if (roll < 0.03) return planKinds.taxiCompany;
  return roll > 0.94 && progress > 0.7 ? planKinds.prospect : planKinds.person;
};

/** @param latestToday the minute of the day after which nobody has come yet today */
export const demoPlan = (
  random: Random,
  dates: Calendar,
  span: { readonly customers: number; readonly first: number; readonly today: number; readonly latestToday: number },
): DemoPlan => {
  const { customers, first, today } = span;
  const vehicles = Math.round(customers * 1.2);
  const wantedVisits = customers * 4;
  const plan = {
    customers,
    vehicles,
    first,
    today,
    customerKind: new Uint8Array(customers),
    customerCreatedAt: new Float64Array(customers),
    firstVehicle: new Int32Array(customers + 1),
    owner: new Int32Array(vehicles),
    vehicleCreatedAt: new Float64Array(vehicles),
    delivery: new Int32Array(vehicles),
    model: new Uint8Array(vehicles),
    use: new Uint8Array(vehicles),
    kmPerDay: new Uint16Array(vehicles),
    purchasedHere: new Uint8Array(vehicles),
  };
  const weights = busyness(dates, first - 40, today);
  const years = Math.max(0.25, (today - first) / 365.25);
  const gapFactor = years / 8;
  const aliveToday = Math.min(cardCount, Math.floor(customers / 12));
  let keys = new Float64Array(Math.ceil(wantedVisits * 1.2) + 64);
  let count = 0;
  let todayCount = 0;

  const addVisit = (day: number, vehicle: number): void => {
    if (count === keys.length) {
      const longer = new Float64Array(keys.length * 2);
      longer.set(keys);
      keys = longer;
    }
    const minute = arrivalMinute(random, day === today ? span.latestToday : closes);
    if (day === today) todayCount++;
    keys[count++] = (day * 1440 + minute) * vehiclesInKey + vehicle;
  };

  /** One of two days near by, the busier one more likely, so that the year's and the week's rhythm shows; open ones only. */
  const busyDay = (day: number, earliest: number): number => {
    const weight = (at: number): number => (at < earliest || at > today ? 0 : (weights[at - first + 40] ?? 1));
    const other = day + random.between(-5, 5);
    const both = weight(day) + weight(other);
    if (both === 0) return day + 4;
    return random.unit() * both < weight(other) ? other : day;
  };

  const planVisits = (vehicle: number, created: number): void => {
    const delivered = plan.delivery[vehicle] ?? 0;
    const here = plan.purchasedHere[vehicle] === 1;
    const gap = (plan.use[vehicle] ?? 0) >= 2 ? 0.7 : 1;
    const stays = random.unit() < 0.8;
    if (here && random.chance(0.08)) addVisit(delivered, vehicle);
    let earliest = here ? delivered + 1 : created;
    let day = here ? delivered + Math.round(random.between(50, 250) * Math.min(1, gapFactor * 1.5)) : created;
    while (day <= today) {
      let at = busyDay(day, earliest);
      if (at > today) break;
      const next = day + Math.max(4, Math.round(random.between(95, 330) * gapFactor * gap));
      if (next > today && todayCount < aliveToday && today - at < 50 && random.chance(0.4)) at = today;
      addVisit(at, vehicle);
      earliest = at + 3;
      if (random.chance(stays ? 0.115 : 0.42)) break;
      day = Math.max(next, earliest);
    }
  };

  let owed = 0;
  let used = 0;
  for (let customer = 0; customer < customers; customer++) {
    random.begin(streams.plan, customer);
    const progress = (customer + random.unit()) / customers;
    const kind = kindOf(random, progress);
    const exact = first + (today - first) * progress ** 0.85;
    const created = Math.floor(exact);
    const latest = created === today ? span.latestToday : closes;
    const earliest = Math.min(opens, latest);
    const createdAt = dates.instant(created, earliest) + Math.floor((exact - created) * (latest - earliest) * 60_000);
    plan.customerKind[customer] = kind;
    plan.customerCreatedAt[customer] = Math.max(createdAt, (plan.customerCreatedAt[customer - 1] ?? 0) + 1);
    plan.firstVehicle[customer] = used;
    owed += 1.2;
    const left = vehicles - used;
    const most = Math.min(Math.floor(owed + 1e-6), left);
    let owns = kind === planKinds.prospect ? 0 : Math.min(1, most);
    if (kind === planKinds.company || kind === planKinds.taxiCompany) owns = Math.min(most, random.between(1, 8));
    else if (kind === planKinds.person && most > 1 && (random.chance(0.45) || most > 12)) owns = 2;
    if (customer === customers - 1) owns = left;
    owed -= owns;
    for (let i = 0; i < owns; i++) {
      const vehicle = used++;
      const here = random.chance(0.88);
      const boughtOn = i === 0 ? created : random.between(created, today);
      plan.owner[vehicle] = customer;
      plan.purchasedHere[vehicle] = here ? 1 : 0;
      plan.delivery[vehicle] = here ? boughtOn : boughtOn - random.between(200, 2300);
      plan.vehicleCreatedAt[vehicle] =
        i === 0
          ? (plan.customerCreatedAt[customer] ?? 0)
          : dates.instant(boughtOn, boughtOn === today ? Math.min(opens, span.latestToday) : 15 * 60);
      const fleet = kind === planKinds.company ? 1 : kind === planKinds.taxiCompany ? 2 : 0;
      const use = fleet || (random.chance(0.025) ? 3 : 0);
      plan.use[vehicle] = use;
      const among = here ? (use > 0 ? fleetCars : soldHere) : boughtElsewhere;
      const year = Number(dates.text(plan.delivery[vehicle] ?? 0).slice(0, 4));
      plan.model[vehicle] = pickCar(random, among, year);
      plan.kmPerDay[vehicle] = kmPerDayOf(use, random);
      planVisits(vehicle, boughtOn);
    }
  }
  plan.firstVehicle[customers] = used;
  const sorted = keys.subarray(0, count).sort();
  return { ...plan, visits: trimmed(sorted, wantedVisits, (today - 3) * 1440 * vehiclesInKey, random) };
};

/** Exactly as many visits as were asked for: what is too much falls out evenly, save of the last days. */
const trimmed = (keys: Float64Array, wanted: number, until: number, random: Random): Float64Array => {
  random.begin(streams.plan, -1);
  let surplus = Math.max(0, keys.length - wanted);
  let candidates = keys.findIndex((key) => key >= until);
  if (candidates < 0) candidates = keys.length;
  const kept = new Float64Array(keys.length - Math.min(surplus, candidates));
  let at = 0;
  for (const key of keys) {
    const droppable = candidates-- > 0;
    if (droppable && surplus > 0 && random.below(candidates + 1) < surplus) {
      surplus--;
      continue;
    }
    kept[at++] = key;
  }
  return kept;
};

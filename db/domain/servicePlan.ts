import type { ServicePlanItem, ServicePlanRules } from '../contract/servicePlanRules.ts';
import { addDays, addMonths, type Day, daysBetween, monthsBetween } from './day.ts';
import { drivingOf, inOrder, type Reading } from './tasks/serviceForecast.ts';

export type PlanKind = 'service' | 'insurance' | 'inspection' | 'warranty' | 'licence';

/** What is known of a car and of who drives it. */
export interface PlanFacts {
  /** delivery, or purchase where that is not known */
  readonly deliveryDay: Day | null;
  /** the last time in the workshop (回店) */
  readonly lastVisitDay: Day | null;
  /** in any order */
  readonly log: readonly Reading[];
  readonly insuranceEndDay: Day | null;
  readonly inspectionDueDay: Day | null;
  readonly warrantyEndDay: Day | null;
  readonly warrantyKm: number | null;
  readonly licenceEndDay: Day | null;
  /** 路况, in the owner's words */
  readonly roadConditions: string | null;
  readonly use: 'private' | 'official' | 'taxi' | 'rideHailing';
  readonly electric: boolean;
}

export interface PlanRow {
  readonly kind: PlanKind;
  readonly day: Day;
  /** about where the meter will stand; null where it is not known, or does not matter */
  readonly km: number | null;
  /** it was due before today */
  readonly late: boolean;
  /** names of what is to be done; only of a service */
  readonly items: readonly string[];
}

export interface ServicePlan {
  /** null: no reading at all */
  readonly mileage: Reading | null;
  readonly kmPerYear: number;
  /** the store's figure, for the readings do not tell */
  readonly kmAssumed: boolean;
  /** 苛刻工况: intervals are shortened */
  readonly severe: boolean;
  /** the words of the road conditions that say so */
  readonly severeBy: readonly string[];
  /** earliest first */
  readonly rows: readonly PlanRow[];
}

const daysPerYear = 365.25;
/** What would fall due so soon after a service is done with it. */
const mergeDays = 30;
const mergeKm = 1000;
/** More than a taxi of two shifts: the log has a slip of the pen. */
const mostKmPerDay = 600;
/** Less is a car that stands: what is due by mileage lies beyond every horizon. */
const leastKmPerDay = 0.1;
/** Beyond every horizon, and still a year of four figures. */
const farDays = 36_525;

/** 苛刻工况 in the owner's words. */
const severeWords =
  /(?<![不无没非少][走跑有常在]?)(山路|山区|拥堵|堵车|短途|粉尘|灰尘|扬尘|沙尘|砂石|泥泞|土路|工地|越野|涉水|高温|炎热|高寒|严寒|高原|拖挂|拖车|重载)/g;

export const severeWordsIn = (roadConditions: string | null): readonly string[] => [
  ...new Set([...(roadConditions ?? '').matchAll(severeWords)].map(([word]) => word)),
];

/** km a day, from the log, from its last reading since delivery (a new car begins at 0), else as the store assumes. */
const pace = (
  { log, deliveryDay }: PlanFacts,
  last: Reading | null,
  today: Day,
  assumedKmPerYear: number,
): { readonly kmPerDay: number; readonly assumed: boolean } => {
  const driving = drivingOf(log, today);
  const days = driving ? driving.days : deliveryDay && last ? daysBetween(deliveryDay, last.day) : 0;
  const km = driving ? driving.km : (last?.km ?? 0);
  const told = days >= 30 && km >= 500 ? km / days : null;
  return told === null || told > mostKmPerDay
    ? { kmPerDay: assumedKmPerYear / daysPerYear, assumed: true }
    : { kmPerDay: Math.max(told, leastKmPerDay), assumed: false };
};

interface Interval {
  readonly name: string;
  readonly everyKm: number | null;
  readonly everyMonths: number | null;
}

/** 苛刻工况 shortens to whole hundreds of km and whole months. */
const intervalOf = ({ name, everyKm, everyMonths }: ServicePlanItem, percent: number): Interval => ({
  name,
  everyKm: everyKm === null ? null : Math.floor((everyKm * percent) / 10_000) * 100,
  everyMonths: everyMonths === null ? null : Math.max(1, Math.floor((everyMonths * percent) / 100)),
});

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b);
const later = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);
const byDay = (a: PlanRow, b: PlanRow): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** How a car goes on from its last reading. */
interface Course {
  readonly from: Reading;
  readonly kmPerDay: number;
}
const dayAt = ({ from, kmPerDay }: Course, km: number): Day =>
  addDays(from.day, Math.min(farDays, Math.max(0, Math.floor((km - from.km) / kmPerDay))));
const kmAt = ({ from, kmPerDay }: Course, day: Day): number => from.km + daysBetween(from.day, day) * kmPerDay;

/** Nobody knows when it was done last: the first multiple of its interval, since delivery, after what is known last. */
const firstDue = (item: Interval, course: Course, deliveryDay: Day, since: Day): Day | null => {
  const { everyKm, everyMonths } = item;
  const byKm = everyKm === null ? null : dayAt(course, (Math.floor(course.from.km / everyKm) + 1) * everyKm);
  const times = everyMonths === null ? 0 : Math.floor(Math.max(0, monthsBetween(deliveryDay, since)) / everyMonths) + 1;
  return earlier(byKm, everyMonths === null ? null : addMonths(deliveryDay, times * everyMonths));
};

const nextDue = ({ everyKm, everyMonths }: Interval, day: Day, kmPerDay: number): Day | null =>
  earlier(
    everyKm === null ? null : addDays(day, Math.min(farDays, Math.max(1, Math.floor(everyKm / kmPerDay)))),
    everyMonths === null ? null : addMonths(day, everyMonths),
  );

interface Due {
  readonly item: Interval;
  /** null: never */
  readonly day: Day | null;
}

/** Done one after the other: what is due first, and with it what would be due within 30 days and 1,000 km. */
const services = (first: readonly Due[], course: Course, today: Day, lastDay: Day): readonly PlanRow[] => {
  const near = Math.min(mergeDays, Math.floor(mergeKm / course.kmPerDay));
  const rows: PlanRow[] = [];
  let due = first;
  for (;;) {
    const next = due.reduce<Day | null>((found, one) => earlier(found, one.day), null);
    const day = next === null ? null : later(next, today);
    if (day === null || next === null || day > lastDay) return rows;
    const until = addDays(day, near);
    const done = due.filter((one) => one.day !== null && one.day <= until);
    rows.push({
      kind: 'service',
      day,
      km: Math.max(course.from.km, Math.round(kmAt(course, day) / 100) * 100),
      late: next < today,
      items: done.map(({ item }) => item.name),
    });
    due = due.map((one) => (done.includes(one) ? { ...one, day: nextDue(one.item, day, course.kmPerDay) } : one));
  }
};

/** What ends or is due on a day of its own. */
const dated = (facts: PlanFacts, course: Course, today: Day, lastDay: Day): readonly PlanRow[] => {
  const row = (kind: PlanKind, on: Day | null, km: number | null = null): readonly PlanRow[] =>
    on === null || on > lastDay ? [] : [{ kind, day: later(on, today), km, late: on < today, items: [] }];
  const { warrantyKm, warrantyEndDay } = facts;
  const byKm = warrantyKm === null ? null : dayAt(course, warrantyKm);
  const warrantyDay = earlier(byKm, warrantyEndDay);
  // one that is over asks for nothing any more; that it is by mileage only a reading tells
  const covered =
    warrantyDay !== null &&
    (warrantyEndDay === null || warrantyEndDay >= today) &&
    (warrantyKm === null || course.from.km < warrantyKm);
  return [
    ...row('insurance', facts.insuranceEndDay),
    ...row('inspection', facts.inspectionDueDay),
    ...(covered ? row('warranty', later(warrantyDay, today), warrantyDay === byKm ? warrantyKm : null) : []),
    ...row('licence', facts.licenceEndDay),
  ];
};

/**
 * 贴身服务计划 (S1): what a car and its owner have before them, by date, mileage and road conditions, whichever comes first
 * (按里程和时间先到者计). What was done last is not known by item: the first time counts in multiples of the interval since delivery,
 * after the last reading and the last visit; from then on each time counts from the one before.
 */
export const servicePlan = (facts: PlanFacts, rules: ServicePlanRules, today: Day): ServicePlan => {
  const last =
    facts.log
      .filter(({ day }) => day <= today)
      .sort(inOrder)
      .at(-1) ?? null;
  const { kmPerDay, assumed } = pace(facts, last, today, rules.assumedKmPerYear);
  const delivered = facts.deliveryDay !== null && facts.deliveryDay <= today ? facts.deliveryDay : null;
  const known = last ?? { day: delivered ?? today, km: 0 };
  const course: Course = { from: known, kmPerDay };
  const since = later(later(delivered ?? known.day, known.day), facts.lastVisitDay);
  const severeBy = severeWordsIn(facts.roadConditions);
  const severe = severeBy.length > 0 || facts.use === 'taxi' || facts.use === 'rideHailing';
  const items = rules.items
    .filter(({ engineOnly }) => !(engineOnly && facts.electric))
    .map((item) => intervalOf(item, severe ? rules.severePercent : 100));
  const first = items.map((item): Due => ({ item, day: firstDue(item, course, delivered ?? since, since) }));
  const lastDay = addMonths(today, rules.horizonMonths);
  const rows = [...services(first, course, today, lastDay), ...dated(facts, course, today, lastDay)];
  const blind = last === null && delivered === null;
  return {
    mileage: last,
    kmPerYear: Math.round((kmPerDay * daysPerYear) / 100) * 100,
    kmAssumed: assumed,
    severe,
    severeBy,
    rows: rows.map((row) => (blind && row.kind === 'service' ? { ...row, km: null } : row)).sort(byDay),
  };
};

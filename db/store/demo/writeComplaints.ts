import { numberAfter, numberHead } from '../../domain/complaints/number.ts';
import { addDays } from '../../domain/day.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { beginLife, type DemoComplaint, type DemoDeed, type DemoLife, live } from './complaintLife.ts';
import { complaintTables } from './complaintTables.ts';
import {
  airconNoise,
  insuranceRebate,
  lateDelivery,
  longWait,
  overcharged,
  partMissing,
  scratchedPaint,
  type Trouble,
  troubles,
} from './complaintTroubles.ts';
import { few } from './few.ts';
import { streams, weighted } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** One complaint in so many customers in a year, and no more than so many: a larger store takes no longer for them. */
const customersEach = 125;
const mostOfYear = 400;

const channels = ['phone', 'counter', 'phone', 'wechat', 'phone', 'web', 'survey'] as const;

/** A deed and how long after the last it was done, ms. */
type Scripted = readonly (readonly [DemoDeed, number])[];

/** Those under way, the same in every store: each step has one, one is breached, one comes for the third time. */
const underWay: readonly { readonly trouble: Trouble; readonly ago: number; readonly script: Scripted }[] = [
  { trouble: longWait, ago: 25 * minute, script: [] },
  {
    trouble: lateDelivery,
    ago: 27 * hour,
    script: [
      ['contact', 40 * minute],
      ['investigate', 3 * hour],
    ],
  },
  {
    trouble: insuranceRebate,
    ago: 21 * hour,
    script: [
      ['contact', 30 * minute],
      ['wait', hour],
    ],
  },
  {
    trouble: partMissing,
    ago: 2 * dayMs,
    script: [
      ['contact', 35 * minute],
      ['investigate', 2 * hour],
      ['propose', 20 * hour],
    ],
  },
  {
    trouble: overcharged,
    ago: 3 * dayMs,
    script: [
      ['contact', 15 * minute],
      ['investigate', hour],
      ['propose', 4 * hour],
      ['accept', 18 * hour],
    ],
  },
  {
    trouble: scratchedPaint,
    ago: 6 * dayMs,
    script: [
      ['contact', 20 * minute],
      ['investigate', hour],
      ['propose', 2 * hour],
      ['accept', 3 * hour],
      ['finish', dayMs],
    ],
  },
  {
    trouble: insuranceRebate,
    ago: 9 * dayMs,
    script: [
      ['contact', 50 * minute],
      ['investigate', 4 * hour],
      ['propose', 3 * hour],
      ['accept', hour],
      ['finish', 2 * dayMs],
      ['unreached', 3 * dayMs],
    ],
  },
  {
    trouble: longWait,
    ago: 8 * dayMs,
    script: [
      ['contact', 10 * minute],
      ['propose', 2 * hour],
      ['accept', 5 * minute],
      ['finish', hour],
      ['solved', 3 * dayMs],
    ],
  },
];

const lived = (trouble: Trouble, receivedAt: number, channel: string, script: Scripted): DemoLife => {
  const life = beginLife(trouble, receivedAt, channel);
  let at = receivedAt;
  for (const [deed, after] of script) {
    at += after;
    live(life, deed, at);
  }
  return life;
};

/** How one of the year went, by its place among them: most in time, some refused, reopened or late. */
const scriptOfYear = (index: number, build: DemoBuild): Scripted => {
  const { random } = build;
  const solve: Scripted = [
    ['propose', random.between(1, 9) * hour],
    ['accept', random.between(1, 20) * hour],
    ['finish', random.between(5, 50) * hour],
  ];
  return [
    ['contact', index % 9 === 4 ? 3 * hour : random.between(5, 100) * minute],
    ['investigate', random.between(20, 240) * minute],
    ...(index % 8 === 3 ? ([['contact', 26 * hour]] as const) : []),
    ...(index % 7 === 2
      ? ([
          ['propose', random.between(1, 5) * hour],
          ['refuse', random.between(2, 9) * hour],
        ] as const)
      : []),
    ...solve,
    ...(index % 11 === 6 ? ([['notSolved', 3 * dayMs], ...solve] as const) : []),
    ...(index % 6 === 1 ? ([['unreached', 2 * dayMs]] as const) : []),
    ['solved', 2 * dayMs],
    ['explain', 5 * minute],
    ['close', random.between(5, 300) * minute],
  ];
};

/** A few troubles make most of the complaints, as anywhere. */
const oftenFirst = weighted(troubles.map((trouble, index) => [trouble, Math.max(1, 9 - 2 * index)] as const));

/** Between opening and the afternoon, so many days ago. */
const someTime = (build: DemoBuild, daysAgo: number): number =>
  build.dates.instant(build.plan.today - daysAgo, build.random.between(9 * 60, 16 * 60));

/** The newest car that was sold here and is old enough to have been complained of twice; any car where there is none. */
const recentCar = ({ plan }: DemoBuild): number => {
  for (let vehicle = plan.vehicles - 1; vehicle > plan.vehicles / 2; vehicle--) {
    const age = plan.today - (plan.delivery[vehicle] ?? 0);
    if (plan.purchasedHere[vehicle] === 1 && age > 90 && age < 160) return vehicle;
  }
  return 0;
};

/** The same noise for the third time: twice on this car, once on another. */
const thirdTime = (build: DemoBuild, now: number): DemoComplaint[] => {
  const car = recentCar(build);
  const other = Math.floor(build.plan.vehicles / 3);
  const before = (vehicle: number, daysAgo: number, index: number): DemoComplaint => {
    const script = scriptOfYear(index, build);
    return { vehicle, channel: 'counter', life: lived(airconNoise, someTime(build, daysAgo), 'counter', script) };
  };
  const again = lived(airconNoise, now - 19 * hour, 'counter', [
    ['contact', 22 * minute],
    ['investigate', 16 * hour + 30 * minute],
  ]);
  return [before(other, 118, 0), before(car, 66, 5), { vehicle: car, channel: 'counter', life: again }];
};

const ofYear = (build: DemoBuild, count: number): DemoComplaint[] => {
  const { plan, random } = build;
  // cars that were known a year ago
  return few(count, Math.floor(plan.vehicles * 0.6)).map((vehicle, index) => {
    random.begin(streams.complaint, index);
    const daysAgo = 22 + Math.floor((index * 340) / count);
    const trouble = random.pick(oftenFirst);
    const channel = channels[index % channels.length] ?? 'phone';
    const life = lived(trouble, someTime(build, daysAgo), channel, scriptOfYear(index, build));
    return { vehicle, channel, life };
  });
};

/** 投诉: about forty of the last year in a store of 5,000, of every step, with what was promised, given and changed for them. */
export const writeComplaints = (build: DemoBuild): void => {
  const { connection, plan, random, now } = build;
  const wanted = Math.min(mostOfYear, Math.round(plan.customers / customersEach));
  random.begin(streams.complaint, mostOfYear);
  const present = underWay.map(({ trouble, ago, script }, index): DemoComplaint => {
    const vehicle = Math.floor((plan.vehicles * (index + 1)) / (underWay.length + 2));
    return { vehicle, channel: 'phone', life: lived(trouble, now - ago, 'phone', script) };
  });
  const all = [
    ...(wanted < 2 ? [] : [...present, ...thirdTime(build, now)]),
    ...ofYear(build, Math.max(0, wanted - present.length - 3)),
  ]
    // nobody complains of a car before it was known here, or of what is still to come
    .filter(({ vehicle, life }) => (plan.vehicleCreatedAt[vehicle] ?? now) < life.receivedAt)
    .filter(({ life }) => (life.events.at(-1)?.at ?? 0) <= now)
    .toSorted((a, b) => a.life.receivedAt - b.life.receivedAt);
  const tables = complaintTables(build);
  const lastOf = new Map<string, string>();
  connection.exec('BEGIN');
  all.forEach((complaint, index) => {
    const receivedDay = dayOf(complaint.life.receivedAt, defaultTimeZone);
    const head = numberHead(receivedDay);
    const number = numberAfter(head, lastOf.get(head) ?? null);
    lastOf.set(head, number);
    tables.write(complaint, index, { number, receivedDay, checkDay: addDays(receivedDay, 60) });
  });
  tables.flush();
  connection.exec('COMMIT');
};

import { demoStaff } from './accounts.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { few } from './few.ts';
import { personName } from './names.ts';
import { mobile } from './phones.ts';
import { visitOf } from './plan.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';
import type { BoardVisit } from './writeVisits.ts';

/** Strangers' phones lie far behind those of customers and relations. */
const strangerPhones = 80_000_000;

/** How many of today's came, and how many are still to come; three on each of the seven days after it. */
const came = 3;
const toCome = 4;
const laters = [9 * 60, 10 * 60 + 30, 14 * 60];
const daysAhead = 7;

/** Minutes of the day between which today's bookings begin, of which one is no sooner than `notice` from now. */
const firstBegins = 9 * 60;
const lastBegins = 16 * 60 + 30;
const notice = 20;
const quarter = 15;
/** Nobody came at this minute, once the day is too old for all to be still ahead. */
const missed = 13 * 60 + 30;

const wishes = [
  ['maintenance', '常规保养'],
  ['repair', '刹车有异响'],
  ['maintenance', '保养，顺带换雨刮'],
  ['bodyPaint', '右前门补漆'],
  ['inspection', '代办年检'],
  ['accident', '前杠剐蹭定损'],
  ['testDrive', null],
] as const;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

interface Slot {
  readonly day: number;
  /** of the day */
  readonly minute: number;
  readonly state: 'booked' | 'arrived' | 'noShow';
  /** the one it became */
  readonly visit?: BoardVisit;
}

/** Those that came true, then those still ahead; the later the hour, the fewer of these, and the more came or never did. */
const todaysSlots = ({ plan, dates, now }: DemoBuild, onBoard: readonly BoardVisit[]): Slot[] => {
  const day = plan.today;
  const minuteAt = (at: number): number => Math.floor((at - dates.instant(day, 0)) / 60_000);
  const open: number[] = [];
  const begin = Math.max(firstBegins, Math.ceil((minuteAt(now) + notice) / quarter) * quarter);
  for (let minute = begin; minute <= lastBegins; minute += quarter) open.push(minute);
  const ahead = few(toCome, open.length).map((place): Slot => ({ day, minute: open[place] ?? begin, state: 'booked' }));
  const over = toCome - ahead.length;
  const comers = [
    ...onBoard.filter(({ booked }) => booked),
    ...onBoard.filter(({ booked, times }) => !booked && times.step === 'left'),
  ].slice(0, came + Math.max(0, over - 1));
  return [
    ...comers.map(
      (visit): Slot => ({
        day,
        minute: Math.floor(minuteAt(visit.times.arrivedAt) / quarter) * quarter,
        state: 'arrived',
        visit,
      }),
    ),
    ...(over > 0 ? [{ day, minute: missed, state: 'noShow' } as const] : []),
    ...ahead,
  ];
};

/**
 * 预约: today's and next week's, of customers and now and then a stranger; the same few whatever the store's size.
 *
 * @param onBoard the day's visits, of which some came by a booking
 */
export const writeBookings = (build: DemoBuild, onBoard: readonly BoardVisit[]): void => {
  const { connection, random, ids, dates, plan } = build;
  const bookings = bulkInsert(connection, 'appointment', [
    ...['id', 'day', 'time', 'minutes', 'startsAt', 'adviserId', 'customerId', 'vehicleId', 'name', 'phone'],
    ...['wishKind', 'wish', 'bookedBy', 'createdAt', 'updatedAt', 'state', 'visitId', 'version'],
  ]);
  const slots: readonly Slot[] = [
    ...todaysSlots(build, onBoard),
    ...Array.from({ length: daysAhead }, (_, ahead) =>
      laters.map((minute): Slot => ({ day: plan.today + ahead + 1, minute, state: 'booked' })),
    ).flat(),
  ];
  const hereToday = new Set<number>();
  for (let index = plan.visits.length - 1; index >= 0; index--) {
    const { day, vehicle } = visitOf(plan.visits[index] ?? 0);
    if (day < plan.today) break;
    hereToday.add(vehicle);
  }
  const vehicles = few(slots.length, Math.floor(plan.vehicles / 4)).map((index) => index * 4);
  const morning = Math.min(build.now, dates.instant(plan.today, 8 * 60));
  const adviserOf = (index: number, visit: BoardVisit | undefined): string | null => {
    if (!visit) return index % 5 === 3 ? null : (build.staffIds[index % 3] ?? null);
    return build.staffIds[demoStaff.findIndex(({ displayName }) => displayName === visit.adviser)] ?? null;
  };
  slots.slice(0, vehicles.length).forEach(({ day, minute, state, visit }, index) => {
    random.begin(streams.booking, index);
    const vehicle = visit?.vehicle ?? vehicles[index] ?? 0;
    const isStranger = !visit && (index % 9 === 4 || hereToday.has(vehicle));
    const known = plan.vehicleCreatedAt[vehicle] ?? 0;
    const at = Math.max(isStranger ? 0 : known, morning - random.between(20, 3000) * 60_000);
    const [kind, wish] = wishes[index % wishes.length] ?? wishes[0];
    const minutes = kind === 'bodyPaint' ? 120 : 60;
    const startsAt = dates.instant(day, minute);
    bookings.add([
      ids(idKinds.booking, index, at),
      dates.text(day),
      clock(minute),
      minutes,
      startsAt,
      adviserOf(index, visit),
      isStranger ? null : build.customerId(plan.owner[vehicle] ?? 0),
      isStranger ? null : build.vehicleId(vehicle),
      isStranger ? personName(random, 'male', 1988) : null,
      isStranger ? mobile(strangerPhones + index, random) : null,
      kind,
      wish,
      demoStaff[0]?.displayName ?? '',
      at,
      visit?.times.arrivedAt ?? (state === 'noShow' ? startsAt + minutes * 60_000 : at),
      state,
      visit?.id ?? null,
      state === 'booked' ? 1 : 2,
    ]);
  });
  bookings.flush();
};

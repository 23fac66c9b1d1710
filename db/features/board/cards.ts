import { sql } from 'kysely';
import type { BookingCard, VisitCard } from '../../contract/board.ts';
import { notFound } from '../../contract/errors.ts';
import { type Birthday, occurrenceIn } from '../../domain/birthday.ts';
import { isWaiting, movesOf, type StepTimes, type VisitStep, waitingMinutes } from '../../domain/visitSteps.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { appointmentOf, appointmentRowOf, type SelectedAppointment } from '../appointments/rows.ts';
import { type BirthColumns, birthdayOf } from '../customers/rows.ts';
import { openRecalls } from '../recalls/open.ts';
import { settingsOn } from '../settings/settings.ts';

/** Visits that stand on a board, with all that a card shows; narrowed and ordered by the caller. */
export const visitSelection = (db: ReadDb, today: string) =>
  db
    .selectFrom('visit as t')
    .innerJoin('vehicle as v', 'v.id', 't.vehicleId')
    .innerJoin('customer as c', 'c.id', 't.customerId')
    .leftJoin('appointment as a', (join) => join.onRef('a.visitId', '=', 't.id').on('a.deletedAt', 'is', null))
    .selectAll('t')
    .select([
      'v.plate',
      'v.series',
      'c.name as customerName',
      'c.birthCalendar',
      'c.birthYear',
      'c.birthMonth',
      'c.birthDay',
      'c.birthLeap',
      'a.id as appointmentId',
      'a.time as bookedTime',
      sql<number>`(SELECT count(*) FROM visitLine l WHERE l.visitId = t.id)`.as('lineCount'),
      openRecalls(sql.ref('v.vin'), today).as('openRecalls'),
    ])
    .where('t.step', 'is not', null)
    .where('t.voidedAt', 'is', null)
    .where('t.deletedAt', 'is', null);

export type SelectedVisit = Awaited<ReturnType<ReturnType<typeof visitSelection>['execute']>>[number];

/** The moments of a visit that stands on a board. */
export const timesOf = (row: SelectedVisit): StepTimes => ({
  step: row.step as VisitStep,
  arrivedAt: row.arrivedAt,
  inWorkAt: row.inWorkAt,
  readyAt: row.readyAt,
  leftAt: row.leftAt,
});

/** What cards are judged by: one for all cards of an answer. */
export interface Clock {
  readonly now: number;
  /** birthdays of this day */
  readonly day: string;
  readonly longWaitMinutes: number;
  /** a lunar calendar is slow to read: the same birthday is worked out once */
  readonly kept: Map<string, boolean>;
}

export const clockOf = (now: number, day: string, longWaitMinutes: number): Clock => ({
  now,
  day,
  longWaitMinutes,
  kept: new Map(),
});

const keepsBirthday = (birthday: Birthday | null, clock: Clock): boolean => {
  if (!birthday) return false;
  const key = `${birthday.calendar} ${birthday.month} ${birthday.day} ${birthday.leap}`;
  const known = clock.kept.get(key);
  if (known !== undefined) return known;
  // a lunar year ends in the solar one that follows
  const year = Number(clock.day.slice(0, 4));
  const years = birthday.calendar === 'lunar' ? [year, year - 1] : [year];
  const today = years.some((candidate) => occurrenceIn(birthday, candidate) === clock.day);
  clock.kept.set(key, today);
  return today;
};

const hasBirthday = (row: { [K in keyof BirthColumns]: BirthColumns[K] | null }, clock: Clock): boolean =>
  keepsBirthday(birthdayOf({ ...row, birthLeap: row.birthLeap ?? 0 }), clock);

export const visitCardOf = (row: SelectedVisit, clock: Clock): VisitCard => {
  const times = timesOf(row);
  const minutes = waitingMinutes(times, clock.now);
  return {
    id: row.id,
    version: row.version,
    day: row.day,
    ...times,
    waitingMinutes: minutes,
    waiting: isWaiting(times),
    longWait: minutes >= clock.longWaitMinutes,
    moves: [...movesOf(times, row.appointmentId !== null && row.lineCount === 0)],
    customerId: row.customerId,
    customerName: row.customerName,
    vehicleId: row.vehicleId,
    plate: row.plate,
    series: row.series,
    adviser: row.adviser,
    note: row.note,
    orderNo: row.orderNo,
    mileage: row.mileage,
    amountFen: row.amountFen,
    lineCount: row.lineCount,
    appointmentId: row.appointmentId,
    bookedTime: row.bookedTime,
    openRecalls: row.openRecalls,
    birthday: hasBirthday(row, clock),
  };
};

export const bookingCardOf = (row: SelectedAppointment, clock: Clock): BookingCard => ({
  ...appointmentRowOf(row),
  lateMinutes: row.state === 'booked' ? Math.max(0, Math.floor((clock.now - row.startsAt) / 60_000)) : 0,
  birthday: hasBirthday(row, clock),
});

const clockNow = async (db: ReadDb, ctx: QueryContext): Promise<Clock> =>
  clockOf(ctx.now(), ctx.today(), (await settingsOn(db, ctx.today())).longWaitMinutes);

/** @throws CareError NOT_FOUND where the visit stands on no board: void, withdrawn, or entered without one */
export const visitCard = async (db: ReadDb, id: string, ctx: QueryContext): Promise<VisitCard> => {
  const row = await visitSelection(db, ctx.today()).where('t.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('visit');
  return visitCardOf(row, await clockNow(db, ctx));
};

export const bookingCard = async (db: ReadDb, id: string, ctx: QueryContext): Promise<BookingCard> =>
  bookingCardOf(await appointmentOf(db, id, ctx), await clockNow(db, ctx));

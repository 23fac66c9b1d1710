import { sql } from 'kysely';
import type { VisitCard } from '../../contract/board.ts';
import type { Contract } from '../../contract/index.ts';
import { type LoadedBooking, loadOf } from '../../domain/adviserLoad.ts';
import { addDays } from '../../domain/day.ts';
import type { VisitStep } from '../../domain/visitSteps.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { appointmentSelection, type SelectedAppointment } from '../appointments/rows.ts';
import { settingsOn } from '../settings/settings.ts';
import { bookingCardOf, clockOf, visitCardOf, visitSelection } from './cards.ts';

const mostUndecided = 50;
const undecidedDays = 30;

/** The day's visits, and for today those of earlier days whose car is still here. */
const visitsOn = async (db: ReadDb, day: string, today: string) => {
  const ofDay = await visitSelection(db, today)
    .where('t.day', '=', day)
    .orderBy('t.arrivedAt')
    .orderBy('t.id')
    .execute();
  if (day !== today) return ofDay;
  const stayed = await visitSelection(db, today)
    .where('t.day', '<', today)
    .where(sql<boolean>`t.step IN ('arrived', 'inWork', 'ready')`)
    .orderBy('t.arrivedAt')
    .orderBy('t.id')
    .execute();
  return [...stayed, ...ofDay];
};

const undecidedBefore = async (db: ReadDb, today: string): Promise<SelectedAppointment[]> =>
  appointmentSelection(db, today)
    .where(sql<boolean>`a.state = 'booked'`)
    .where('a.day', '<', today)
    .where('a.day', '>=', addDays(today, -undecidedDays))
    .orderBy('a.day', 'desc')
    .orderBy('a.time', 'desc')
    .limit(mostUndecided)
    .execute();

const averageWait = (cards: readonly VisitCard[]): number | null => {
  const ended = cards.filter((card) => !card.waiting);
  if (ended.length === 0) return null;
  return Math.round(ended.reduce((sum, card) => sum + card.waitingMinutes, 0) / ended.length);
};

const loaded = (row: SelectedAppointment): LoadedBooking => ({
  day: row.day,
  adviserId: row.adviserId,
  adviserName: row.adviserName,
  minutes: row.minutes,
  state: row.state as LoadedBooking['state'],
});

/** The whole board of a day (看板): a few statements, whatever the number of cards. */
export const day: QueryHandler<Contract['board']['day']> = async (db, input, ctx) => {
  const today = ctx.today();
  const shown = input.day ?? today;
  const settings = await settingsOn(db, shown);
  const clock = clockOf(ctx.now(), shown, settings.longWaitMinutes);
  const bookings = await appointmentSelection(db, today)
    .where('a.day', '=', shown)
    .orderBy('a.time')
    .orderBy('a.id')
    .execute();
  const visits = (await visitsOn(db, shown, today)).map((row) => visitCardOf(row, clock));
  const inStep = (step: VisitStep): VisitCard[] => visits.filter((card) => card.step === step);
  const inState = (state: string): SelectedAppointment[] => bookings.filter((row) => row.state === state);
  const columns = {
    booked: inState('booked').map((row) => bookingCardOf(row, clock)),
    arrived: inStep('arrived'),
    inWork: inStep('inWork'),
    ready: inStep('ready'),
    left: inStep('left').toSorted((a, b) => (b.leftAt ?? 0) - (a.leftAt ?? 0)),
  };
  return {
    day: shown,
    columns,
    counts: {
      booked: columns.booked.length,
      arrived: columns.arrived.length,
      inWork: columns.inWork.length,
      ready: columns.ready.length,
      left: columns.left.length,
      cancelled: inState('cancelled').length,
      noShow: inState('noShow').length,
      longWaits: visits.filter((card) => card.waiting && card.longWait).length,
    },
    averageWaitMinutes: averageWait(visits),
    longWaitMinutes: settings.longWaitMinutes,
    load: loadOf(bookings.map(loaded), settings.adviserMinutesPerDay),
    undecided: shown === today ? (await undecidedBefore(db, today)).map((row) => bookingCardOf(row, clock)) : [],
  };
};

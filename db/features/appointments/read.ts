import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { type LoadedBooking, loadOf } from '../../domain/adviserLoad.ts';
import { daysBetween } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { appointmentOf, appointmentRowOf, appointmentSelection } from './rows.ts';

type Appointments = Contract['appointments'];

const mostDays = 62;
const mostOfCustomer = 50;

export const get: QueryHandler<Appointments['get']> = async (db, input, ctx) =>
  appointmentRowOf(await appointmentOf(db, input.id, ctx));

const bookingsBetween = async (db: ReadDb, fromDay: string, toDay: string): Promise<LoadedBooking[]> => {
  const rows = await db
    .selectFrom('appointment as a')
    .leftJoin('staff as s', 's.id', 'a.adviserId')
    .select(['a.day', 'a.adviserId', 's.displayName as adviserName', 'a.minutes', 'a.state'])
    .where('a.day', '>=', fromDay)
    .where('a.day', '<=', toDay)
    .where('a.deletedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as LoadedBooking['state'] }));
};

/** How many of each day's bookings stand where; days without any are left out. */
const sumsByDay = (bookings: readonly LoadedBooking[]) => {
  const days = new Map<
    string,
    { booked: number; arrived: number; cancelled: number; noShow: number; minutes: number }
  >();
  for (const booking of bookings) {
    const sums = days.get(booking.day) ?? { booked: 0, arrived: 0, cancelled: 0, noShow: 0, minutes: 0 };
    sums[booking.state] += 1;
    if (booking.state === 'booked' || booking.state === 'arrived') sums.minutes += booking.minutes;
    days.set(booking.day, sums);
  }
  return [...days].map(([day, sums]) => ({ day, ...sums })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

export const ofRange: QueryHandler<Appointments['ofRange']> = async (db, input, ctx) => {
  const { fromDay, toDay } = input;
  if (toDay < fromDay) throw badField('toDay', 'end-before-start');
  if (daysBetween(fromDay, toDay) >= mostDays) throw badField('toDay', 'range-too-long');
  let selection = appointmentSelection(db, ctx.today()).where('a.day', '>=', fromDay).where('a.day', '<=', toDay);
  if (input.adviserId) selection = selection.where('a.adviserId', '=', input.adviserId);
  if (input.states) selection = selection.where('a.state', 'in', input.states);
  const rows = await selection.orderBy('a.day').orderBy('a.time').orderBy('a.id').execute();
  const bookings = await bookingsBetween(db, fromDay, toDay);
  const { adviserMinutesPerDay } = await settingsOn(db, fromDay);
  return { rows: rows.map(appointmentRowOf), load: loadOf(bookings, adviserMinutesPerDay), days: sumsByDay(bookings) };
};

export const ofCustomer: QueryHandler<Appointments['ofCustomer']> = async (db, input, ctx) => {
  const selected = await appointmentSelection(db, ctx.today())
    .where('a.customerId', '=', input.customerId)
    .orderBy('a.day', 'desc')
    .orderBy('a.time', 'desc')
    .limit(mostOfCustomer)
    .execute();
  const rows = selected.map(appointmentRowOf);
  const ahead = rows.filter((row) => row.state === 'booked' && row.day >= ctx.today());
  return { rows, noShows: rows[0]?.noShows ?? 0, next: ahead.at(-1) ?? null };
};

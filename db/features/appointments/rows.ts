import { sql } from 'kysely';
import type { AppointmentRow } from '../../contract/appointments.ts';
import { CareError, notFound } from '../../contract/errors.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { openRecalls } from '../recalls/open.ts';

/** Bookings with all that a row shows; narrowed and ordered by the caller. */
export const appointmentSelection = (db: ReadDb, today: string) =>
  db
    .selectFrom('appointment as a')
    .leftJoin('customer as c', 'c.id', 'a.customerId')
    .leftJoin('vehicle as v', 'v.id', 'a.vehicleId')
    .leftJoin('staff as s', 's.id', 'a.adviserId')
    .selectAll('a')
    .select([
      'c.name as customerName',
      'c.birthCalendar',
      'c.birthYear',
      'c.birthMonth',
      'c.birthDay',
      'c.birthLeap',
      's.displayName as adviserName',
      'v.plate',
      'v.series',
      sql<string | null>`coalesce(a.phone, (SELECT p.number FROM customerPhone p WHERE p.customerId = a.customerId
        ORDER BY p.position LIMIT 1))`.as('anyPhone'),
      sql<number>`CASE WHEN a.customerId IS NULL
        THEN (SELECT count(*) FROM appointment n WHERE n.phone = a.phone AND n.state = 'noShow' AND n.deletedAt IS NULL)
        ELSE (SELECT count(*) FROM appointment n WHERE n.customerId = a.customerId AND n.state = 'noShow' AND n.deletedAt IS NULL)
        END`.as('noShows'),
      openRecalls(sql.ref('v.vin'), today).as('openRecalls'),
    ])
    .where('a.deletedAt', 'is', null);

export type SelectedAppointment = Awaited<ReturnType<ReturnType<typeof appointmentSelection>['execute']>>[number];

export const appointmentRowOf = (row: SelectedAppointment): AppointmentRow => ({
  id: row.id,
  version: row.version,
  day: row.day,
  time: row.time,
  minutes: row.minutes,
  startsAt: row.startsAt,
  state: row.state as 'booked',
  adviserId: row.adviserId,
  adviserName: row.adviserName,
  customerId: row.customerId,
  vehicleId: row.vehicleId,
  name: row.customerName ?? row.name ?? '',
  phoneMasked: row.anyPhone ? maskPhone(row.anyPhone) : null,
  plate: row.plate,
  series: row.series,
  wishKind: row.wishKind as 'maintenance',
  wish: row.wish,
  cancelReason: row.cancelReason,
  visitId: row.visitId,
  noShows: row.noShows,
  openRecalls: row.openRecalls,
  bookedBy: row.bookedBy,
  createdAt: row.createdAt,
});

export const appointmentOf = async (db: ReadDb, id: string, ctx: QueryContext): Promise<SelectedAppointment> => {
  const row = await appointmentSelection(db, ctx.today()).where('a.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('appointment');
  return row;
};

/** Why a booking in this state cannot be acted on so. */
const standing: Readonly<Record<AppointmentRow['state'], string>> = {
  booked: 'appointment-booked',
  arrived: 'appointment-arrived',
  cancelled: 'appointment-cancelled',
  noShow: 'appointment-no-show',
};

/**
 * A booking as the desk that acts on it saw it.
 *
 * @throws CareError CONFLICT with the row as it stands where another desk was quicker, or where its state is none of `states`
 */
export const appointmentAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
  states: readonly AppointmentRow['state'][],
  ctx: QueryContext,
): Promise<SelectedAppointment> => {
  const row = await appointmentOf(db, key.id, ctx);
  const current = appointmentRowOf(row);
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current });
  if (!states.includes(current.state)) throw new CareError('CONFLICT', { reason: standing[current.state], current });
  return row;
};

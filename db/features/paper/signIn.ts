import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { dayOf, instantOf } from '../../domain/zonedTime.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { appointmentSelection, type SelectedAppointment } from '../appointments/rows.ts';
import { type Arrived, bookingComes, type Comes, comeIn } from '../board/begin.ts';
import { type PrintedPaperRow, paperRowToEnter, takePaperRow } from './enter.ts';

/** Nobody signed a sheet before the day on which it was printed, or that it is for. */
const refuseMoment = async (db: ReadDb, row: PrintedPaperRow, at: number, ctx: CommandContext): Promise<void> => {
  const sheet = await db
    .selectFrom('paperSheet')
    .select(['day', 'at'])
    .where('id', '=', row.sheetId)
    .executeTakeFirstOrThrow();
  const printedDay = dayOf(sheet.at, ctx.timeZone);
  const first = sheet.day < printedDay ? sheet.day : printedDay;
  if (at < instantOf(first, '00:00', ctx.timeZone)) throw badField('at', 'row-before-print');
  if (at > ctx.now()) throw badField('at', 'row-future');
};

/**
 * The booking of a row while nobody has decided on it.
 *
 * @throws CareError CONFLICT `booking-decided`: it came, was cancelled or is gone meanwhile
 */
const waitingBooking = async (db: ReadDb, appointmentId: string, ctx: CommandContext): Promise<SelectedAppointment> => {
  const booking = await appointmentSelection(db, ctx.today()).where('a.id', '=', appointmentId).executeTakeFirst();
  if (!booking || (booking.state !== 'booked' && booking.state !== 'noShow')) {
    throw new CareError('CONFLICT', { reason: 'booking-decided' });
  }
  return booking;
};

/** 补录签到 */
export const signIn: CommandHandler<Contract['paper']['signIn']> = async (db, input, ctx) => {
  const { requestId: _requestId, code, at, ...who } = input;
  const row = await paperRowToEnter(db, { code, kind: 'signIn' }, 'code');
  await refuseMoment(db, row, at, ctx);
  const comes: Comes = { ...who, adviserId: null };
  const { visitId, customerId, vehicleId }: Arrived =
    row.appointmentId === null
      ? await comeIn(db, comes, at, ctx)
      : await bookingComes(db, await waitingBooking(db, row.appointmentId, ctx), comes, at, ctx);
  await takePaperRow(db, ctx, { code, kind: 'signIn', visitId }, 'code');
  return { visitId, customerId, vehicleId };
};

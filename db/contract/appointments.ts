import { z } from 'zod';
import { adviserLoad, appointmentState, clockTime, wishKind } from './boardTerms.ts';
import { warning } from './customerTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, filled, id, instant, optionalText, version } from './values.ts';

export const appointmentRow = z.object({
  id,
  version,
  day: z.string(),
  time: clockTime,
  minutes: z.number(),
  /** the same moment, UTC ms */
  startsAt: instant,
  state: appointmentState,
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  /** null for a stranger, who has `name` and `phoneMasked` only */
  customerId: z.string().nullable(),
  vehicleId: z.string().nullable(),
  /** the customer's name or the stranger's */
  name: z.string(),
  phoneMasked: z.string().nullable(),
  plate: z.string().nullable(),
  series: z.string().nullable(),
  wishKind,
  wish: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** the visit that it became */
  visitId: z.string().nullable(),
  /** how often this customer (or this stranger's phone) did not come, this booking included */
  noShows: z.number(),
  /** open recalls of the vehicle */
  openRecalls: z.number(),
  bookedBy: z.string(),
  createdAt: instant,
});
export type AppointmentRow = z.output<typeof appointmentRow>;

const details = {
  day,
  time: clockTime,
  /** the setting `bookingMinutes` where left out */
  minutes: z.number().int().min(5).max(720).optional(),
  adviserId: id.nullable().default(null),
  customerId: id.nullable().default(null),
  /** of that customer, or alone: then its owner is the customer */
  vehicleId: id.nullable().default(null),
  /** a stranger's, where no customer is given */
  name: optionalText(60),
  phone: optionalText(40),
  wishKind: wishKind.default('maintenance'),
  wish: optionalText(300),
};

const saved = z.object({
  id,
  version,
  /** `closed-that-day`, `outside-opening-hours`, `adviser-full`, `adviser-busy`, `vehicle-booked-already`, `phone-known` */
  warnings: z.array(warning),
});

/** Bookings (预约) by day and adviser; arriving is the board's business. */
export const appointments = {
  get: query(everyone).input(z.strictObject({ id })).output(appointmentRow),
  /** The bookings of up to 62 days in order of time, with what they ask of each adviser. */
  ofRange: query(everyone)
    .input(
      z.strictObject({
        fromDay: day,
        toDay: day,
        adviserId: id.optional(),
        states: z.array(appointmentState).max(4).optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(appointmentRow),
        /** of all bookings of those days, whatever rows were asked for */
        load: z.array(adviserLoad),
        days: z.array(
          z.object({
            day: z.string(),
            booked: z.number(),
            arrived: z.number(),
            cancelled: z.number(),
            noShow: z.number(),
            minutes: z.number(),
          }),
        ),
      }),
    ),
  /** A customer's bookings, newest first, at most 50, and how often they did not come. */
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(z.object({ rows: z.array(appointmentRow), noShows: z.number(), next: appointmentRow.nullable() })),
  /** @throws VALIDATION `time: booking-past` */
  add: command(everyone, ['appointments']).input(commandInput(details)).output(saved),
  /** Every field as it stands now; only while it is booked. The time may stay where it was, but not move into the past. */
  change: command(everyone, ['appointments'])
    .input(commandInput({ id, version, ...details }))
    .output(saved),
  cancel: command(everyone, ['appointments'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({ version })),
  /** The customer did not come. @throws VALIDATION `booking-not-yet` before its time */
  noShow: command(everyone, ['appointments'])
    .input(commandInput({ id, version }))
    .output(z.object({ version, noShows: z.number() })),
  /** Takes back a cancelling or a no-show. */
  reopen: command(everyone, ['appointments']).input(commandInput({ id, version })).output(z.object({ version })),
  /** The stranger's or the customer's whole numbers; a command, because every look is on record. */
  reveal: command(everyone, [], { secret: ['output'] })
    .input(commandInput({ id }))
    .output(z.object({ phones: z.array(z.string()) })),
};

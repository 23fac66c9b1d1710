import { z } from 'zod';
import { appointmentRow } from './appointments.ts';
import { adviserLoad, boardStep, stepTimes, visitStep } from './boardTerms.ts';
import { warning } from './customerTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, id, km, optionalText, text, version } from './values.ts';
import { firstVehicle } from './vehicleBrief.ts';
import { lineInput } from './visits.ts';

/** A booking as the board shows it. */
export const bookingCard = appointmentRow.extend({
  /** minutes past its time, 0 before it */
  lateMinutes: z.number(),
  /** the customer's birthday is that day */
  birthday: z.boolean(),
});
export type BookingCard = z.output<typeof bookingCard>;

/** A visit as the board shows it. */
export const visitCard = z.object({
  id,
  version,
  /** of arrival: an open visit of an earlier day stands on today's board (留店) */
  day: z.string(),
  step: visitStep,
  ...stepTimes,
  /** ready − arrived, until now while the car is not ready */
  waitingMinutes: z.number(),
  /** in `arrived` or `inWork`: the minutes still run */
  waiting: z.boolean(),
  /** at or over the setting `longWaitMinutes` */
  longWait: z.boolean(),
  /** where this card may go now */
  moves: z.array(boardStep),
  customerId: id,
  customerName: z.string(),
  vehicleId: id,
  plate: z.string().nullable(),
  series: z.string().nullable(),
  adviser: z.string().nullable(),
  note: z.string().nullable(),
  orderNo: z.string().nullable(),
  mileage: z.number().nullable(),
  amountFen: z.number(),
  lineCount: z.number(),
  /** the booking it came from, and its time */
  appointmentId: z.string().nullable(),
  bookedTime: z.string().nullable(),
  openRecalls: z.number(),
  birthday: z.boolean(),
});
export type VisitCard = z.output<typeof visitCard>;

/**
 * Who comes: a known vehicle (`vehicleId`); a known customer with a vehicle new to us (`customerId`, `vehicle`); or a
 * stranger with one (`name`, `phone`, `vehicle`), who becomes a customer by this.
 */
const comes = {
  vehicleId: id.nullable().default(null),
  customerId: id.nullable().default(null),
  name: optionalText(60),
  phone: optionalText(40),
  vehicle: firstVehicle,
  mileage: km.nullable().default(null),
  adviserId: id.nullable().default(null),
  note: optionalText(500),
};

const begun = z.object({
  id,
  version,
  customerId: id,
  vehicleId: id,
  card: visitCard,
  warnings: z.array(warning),
});

const arriving = ['visits', 'appointments', 'customers', 'vehicles'];

/** The day's board (看板): booked → arrived → in work → ready → left. */
export const board = {
  /** Everything of one day: columns, waiting, load. For today also what earlier days left open. */
  day: query(everyone)
    .input(z.strictObject({ day: day.optional() }))
    .output(
      z.object({
        day: z.string(),
        columns: z.object({
          booked: z.array(bookingCard),
          arrived: z.array(visitCard),
          inWork: z.array(visitCard),
          ready: z.array(visitCard),
          left: z.array(visitCard),
        }),
        counts: z.object({
          booked: z.number(),
          arrived: z.number(),
          inWork: z.number(),
          ready: z.number(),
          left: z.number(),
          cancelled: z.number(),
          noShow: z.number(),
          /** of those who still wait */
          longWaits: z.number(),
        }),
        /** over the visits that waited to their end */
        averageWaitMinutes: z.number().nullable(),
        longWaitMinutes: z.number(),
        load: z.array(adviserLoad),
        /** today only: bookings of the last 30 days of which nobody said whether they came, newest first, at most 50 */
        undecided: z.array(bookingCard),
      }),
    ),
  /** A booking comes true: a visit without lines yet. What the booking knows need not be given again. */
  arrive: command(everyone, arriving)
    .input(commandInput({ appointmentId: id, version, ...comes }))
    .output(begun),
  walkIn: command(everyone, arriving).input(commandInput(comes)).output(begun),
  /**
   * On to any later step, or back by one. Back to `booked` only what came from a booking and has no lines: the visit is
   * withdrawn and `booking` is the card again.
   * @throws VALIDATION `to: step-impossible`; CONFLICT `changed-meanwhile` with `current` as a visitCard (none where it is a booking
   * again), and in `values` who did it (`by`, where a person did) and where to it was moved (`step`, where it was)
   */
  move: command(everyone, ['visits', 'appointments'])
    .input(commandInput({ id, version, to: boardStep }))
    .output(z.object({ id, card: visitCard.nullable(), booking: bookingCard.nullable() })),
  /** The lines of a visit as they stand now, all of them; mileage, order number and note go with them. */
  setLines: command(everyone, ['visits', 'customers', 'vehicles'])
    .input(
      commandInput({
        id,
        version,
        lines: z.array(lineInput).max(100),
        /** left out: as they are */
        mileage: km.nullable().optional(),
        orderNo: text(40).nullable().optional(),
        adviserId: id.nullable().optional(),
        note: text(500).nullable().optional(),
      }),
    )
    .output(z.object({ version, amountFen: z.number(), card: visitCard.nullable(), warnings: z.array(warning) })),
};

import type { z } from 'zod';
import { badField, CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { appointmentAsSeen, type SelectedAppointment } from '../appointments/rows.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';
import { mileageWarnings } from '../vehicles/log.ts';
import { insertVehicle, noVehicleFacts } from '../vehicles/save.ts';
import { visitCard } from './cards.ts';
import { fileCustomer } from './newCustomer.ts';

type Board = Contract['board'];
/** Who comes with what, as it is said at the door. */
export type Comes = Omit<z.output<NonNullable<Board['walkIn']['~orpc']['inputSchema']>>, 'requestId'>;

interface Car {
  readonly vehicleId: string;
  readonly customerId: string;
  readonly warnings: readonly FieldProblem[];
}

const vehicleOf = async (db: WriteDb, vehicleId: string, customerId: string | null): Promise<Car> => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select(['id', 'customerId', 'status'])
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  if (vehicle.status !== 'active') throw new CareError('CONFLICT', { reason: 'vehicle-retired' });
  if (customerId && customerId !== vehicle.customerId) throw badField('vehicleId', 'vehicle-of-other-customer');
  return { vehicleId: vehicle.id, customerId: vehicle.customerId, warnings: [] };
};

/** Who has one car came with that one. */
const onlyVehicleOf = async (db: WriteDb, customerId: string): Promise<string> => {
  const vehicles = await db
    .selectFrom('vehicle')
    .select('id')
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .limit(2)
    .execute();
  const [only] = vehicles;
  if (!only || vehicles.length > 1) throw badField('vehicleId', 'vehicle-missing');
  return only.id;
};

/** The car that stands in the yard: known, new to a known customer, or with a new customer. */
const carOf = async (db: WriteDb, comes: Comes, ctx: CommandContext): Promise<Car> => {
  if (comes.vehicleId) return vehicleOf(db, comes.vehicleId, comes.customerId);
  if (comes.customerId) {
    const customer = await db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', comes.customerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!customer) throw notFound('customer');
    if (!comes.vehicle) return vehicleOf(db, await onlyVehicleOf(db, customer.id), customer.id);
    const saved = await insertVehicle(db, customer.id, { ...noVehicleFacts, ...comes.vehicle }, ctx, 'vehicle.');
    return { vehicleId: saved.id, customerId: customer.id, warnings: saved.warnings };
  }
  if (!comes.vehicle) throw badField('vehicleId', 'vehicle-missing');
  const saved = await fileCustomer(db, { name: comes.name, phone: comes.phone, vehicle: comes.vehicle }, {}, ctx);
  if (!saved.vehicleId) throw badField('vehicle.plate', 'vehicle-empty');
  return { vehicleId: saved.vehicleId, customerId: saved.id, warnings: saved.warnings };
};

interface Here {
  readonly id: string;
  readonly step: string | null;
  readonly appointmentId: string | null;
}

/**
 * The visit by which this car is here already. What is entered afterwards is not taken in beside a visit of that day either, unless the
 * car had left before.
 */
const hereAlready = async (
  db: WriteDb,
  vehicleId: string,
  at: number,
  ctx: CommandContext,
): Promise<Here | undefined> => {
  const rows = await db
    .selectFrom('visit as t')
    .leftJoin('appointment as a', (join) => join.onRef('a.visitId', '=', 't.id').on('a.deletedAt', 'is', null))
    .select(['t.id', 't.step', 't.leftAt', 'a.id as appointmentId'])
    .where('t.vehicleId', '=', vehicleId)
    .where('t.day', '=', dayOf(at, ctx.timeZone))
    .where('t.voidedAt', 'is', null)
    .where('t.deletedAt', 'is', null)
    .orderBy('t.arrivedAt')
    .execute();
  const isAfterwards = at < ctx.now();
  return rows.find(({ step, leftAt }) =>
    isAfterwards ? leftAt === null || leftAt > at : step !== null && step !== 'left',
  );
};

/**
 * A visit without lines yet, arrived at `at`. One of an earlier day, entered afterwards, stands on no board: nobody knows any more when
 * the car left.
 */
const begin = async (db: WriteDb, car: Car, comes: Comes, adviser: string | null, at: number, ctx: CommandContext) => {
  const id = ctx.newId();
  const day = dayOf(at, ctx.timeZone);
  const warnings = comes.mileage === null ? [] : await mileageWarnings(db, car.vehicleId, day, comes.mileage);
  await ctx.rows.insert(
    'visit',
    {
      id,
      vehicleId: car.vehicleId,
      customerId: car.customerId,
      arrivedAt: at,
      day,
      step: day === ctx.today() ? 'arrived' : null,
      mileage: comes.mileage,
      adviser,
      note: comes.note,
      amountFen: 0,
    },
    { owner: car.customerId },
  );
  if (comes.mileage !== null) {
    await db
      .insertInto('mileageLog')
      .values({ vehicleId: car.vehicleId, day, km: comes.mileage, source: `visit:${id}` })
      .execute();
  }
  await refreshVehicle(db, car.vehicleId);
  await refreshCustomer(db, car.customerId);
  return { id, warnings };
};

const adviserNamed = async (db: WriteDb, adviserId: string | null): Promise<string | null> =>
  adviserId ? (await activeStaff(db, adviserId, 'adviserId')).displayName : null;

/** Who came with which car, and the visit that it is. */
export interface Arrived {
  readonly visitId: string;
  readonly customerId: string;
  readonly vehicleId: string;
  readonly warnings: readonly FieldProblem[];
}

const arrived = async (
  visitId: string,
  { customerId, vehicleId, warnings: ofCar }: Car,
  warnings: readonly FieldProblem[],
  ctx: CommandContext,
): Promise<Arrived> => {
  await ctx.reindex(customerId);
  ctx.about('visit', visitId);
  ctx.touch(`customer:${customerId}`);
  return { visitId, customerId, vehicleId, warnings: [...ofCar, ...warnings] };
};

const shown = async (db: WriteDb, { visitId, customerId, vehicleId, warnings }: Arrived, ctx: CommandContext) => {
  const card = await visitCard(db, visitId, ctx);
  return { id: visitId, version: card.version, customerId, vehicleId, card, warnings: [...warnings] };
};

const hereTwice = async (db: WriteDb, { id, step }: Here, ctx: CommandContext): Promise<CareError> =>
  step === null || step === 'left'
    ? new CareError('CONFLICT', { reason: 'visit-that-day' })
    : new CareError('CONFLICT', { reason: 'vehicle-here-already', current: await visitCard(db, id, ctx) });

/**
 * Somebody came without a booking (未预约到店). A car that is here since that day is not taken in twice.
 *
 * @param at when, UTC ms; not in the future
 * @throws CareError CONFLICT `vehicle-here-already` with its card, `visit-that-day`, `vehicle-retired`; VALIDATION; NOT_FOUND
 */
export const comeIn = async (db: WriteDb, comes: Comes, at: number, ctx: CommandContext): Promise<Arrived> => {
  const car = await carOf(db, comes, ctx);
  const here = await hereAlready(db, car.vehicleId, at, ctx);
  if (here) throw await hereTwice(db, here, ctx);
  const visit = await begin(db, car, comes, await adviserNamed(db, comes.adviserId), at, ctx);
  return arrived(visit.id, car, visit.warnings, ctx);
};

export const walkIn: CommandHandler<Board['walkIn']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...comes } = input;
  return shown(db, await comeIn(db, comes, ctx.now(), ctx), ctx);
};

/** What the booking knows stands in for what was not said at the door. */
const withBooking = (comes: Comes, booking: SelectedAppointment): Comes => ({
  ...comes,
  vehicleId: comes.vehicleId ?? (comes.vehicle || comes.customerId ? null : booking.vehicleId),
  customerId: comes.customerId ?? (comes.vehicleId ? null : booking.customerId),
  name: comes.name ?? booking.name,
  phone: comes.phone ?? booking.phone,
  note: comes.note ?? booking.wish,
});

/**
 * A booking came true (预约到店), also one that was given up as a no-show. A car that was let in before its booking was found keeps its visit.
 *
 * @param booking as the desk saw it; of the states `booked` and `noShow`
 * @param at when, UTC ms; not in the future
 * @throws CareError as `comeIn`
 */
export const bookingComes = async (
  db: WriteDb,
  booking: SelectedAppointment,
  said: Comes,
  at: number,
  ctx: CommandContext,
): Promise<Arrived> => {
  const comes = withBooking(said, booking);
  const car = await carOf(db, comes, ctx);
  const here = await hereAlready(db, car.vehicleId, at, ctx);
  if (here?.appointmentId) throw await hereTwice(db, here, ctx);
  const adviser = said.adviserId ? await adviserNamed(db, said.adviserId) : booking.adviserName;
  const visit = here ? { id: here.id, warnings: [] } : await begin(db, car, comes, adviser, at, ctx);
  await ctx.rows.update(
    'appointment',
    { id: booking.id, version: booking.version },
    {
      state: 'arrived',
      visitId: visit.id,
      customerId: car.customerId,
      vehicleId: car.vehicleId,
      // a stranger is known now: the number stands with the customer
      name: null,
      phone: null,
    },
    { owner: car.customerId },
  );
  return arrived(visit.id, car, visit.warnings, ctx);
};

export const arrive: CommandHandler<Board['arrive']> = async (db, input, ctx) => {
  const { requestId: _requestId, appointmentId, version, ...said } = input;
  const booking = await appointmentAsSeen(db, { id: appointmentId, version }, ['booked', 'noShow'], ctx);
  return shown(db, await bookingComes(db, booking, said, ctx.now(), ctx), ctx);
};

import type { z } from 'zod';
import { badField, CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Settings } from '../../contract/settings.ts';
import { minuteOfDay, outsideHours } from '../../domain/openingHours.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import { instantOf } from '../../domain/zonedTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { activeStaff } from '../staff/activeStaff.ts';

type AddInput = z.output<NonNullable<Contract['appointments']['add']['~orpc']['inputSchema']>>;
export type Details = Omit<AddInput, 'requestId'>;

interface Who {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

/** A vehicle brings its owner, a customer stands for himself, anybody else needs a name and a number to call back. */
const whoOf = async (db: ReadDb, input: Details): Promise<Who> => {
  if (input.vehicleId) {
    const vehicle = await db
      .selectFrom('vehicle')
      .select(['id', 'customerId', 'status'])
      .where('id', '=', input.vehicleId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!vehicle) throw notFound('vehicle');
    if (vehicle.status !== 'active') throw new CareError('CONFLICT', { reason: 'vehicle-retired' });
    if (input.customerId && input.customerId !== vehicle.customerId) {
      throw badField('vehicleId', 'vehicle-of-other-customer');
    }
    return { customerId: vehicle.customerId, vehicleId: vehicle.id, name: null, phone: null };
  }
  if (input.customerId) {
    const customer = await db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', input.customerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!customer) throw notFound('customer');
    return { customerId: customer.id, vehicleId: null, name: null, phone: null };
  }
  const name = normaliseName(input.name ?? '');
  if (name === '') throw badField('name', 'name-missing');
  if (!input.phone) throw badField('phone', 'phone-missing');
  const phone = checkPhone(input.phone);
  if (!phone.ok) throw badField('phone', phone.reason);
  return { customerId: null, vehicleId: null, name, phone: phone.number };
};

interface Slot {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly adviserId: string | null;
}

/** What stands in the way of the adviser's day; nothing of it is a refusal. */
const adviserWarnings = async (
  db: ReadDb,
  slot: Slot,
  selfId: string | null,
  settings: Settings,
): Promise<FieldProblem[]> => {
  if (!slot.adviserId) return [];
  const others = await db
    .selectFrom('appointment')
    .select(['id', 'time', 'minutes', 'state'])
    .where('day', '=', slot.day)
    .where('adviserId', '=', slot.adviserId)
    .where('state', 'in', ['booked', 'arrived'])
    .where('deletedAt', 'is', null)
    .execute();
  const beside = others.filter((other) => other.id !== selfId);
  const warnings: FieldProblem[] = [];
  const minutes = beside.reduce((sum, other) => sum + other.minutes, slot.minutes);
  if (minutes > settings.adviserMinutesPerDay) warnings.push({ path: 'adviserId', reason: 'adviser-full' });
  const start = minuteOfDay(slot.time);
  const busy = beside.some((other) => {
    const otherStart = minuteOfDay(other.time);
    return otherStart < start + slot.minutes && start < otherStart + other.minutes;
  });
  if (busy) warnings.push({ path: 'adviserId', reason: 'adviser-busy' });
  return warnings;
};

const whoWarnings = async (db: ReadDb, who: Who, day: string, selfId: string | null): Promise<FieldProblem[]> => {
  if (who.phone) {
    const known = await db
      .selectFrom('customerPhone')
      .select('customerId')
      .where('number', '=', who.phone)
      .executeTakeFirst();
    return known ? [{ path: 'phone', reason: 'phone-known' }] : [];
  }
  if (!who.vehicleId) return [];
  const twins = await db
    .selectFrom('appointment')
    .select('id')
    .where('vehicleId', '=', who.vehicleId)
    .where('day', '=', day)
    .where('state', '=', 'booked')
    .where('deletedAt', 'is', null)
    .execute();
  return twins.some((twin) => twin.id !== selfId) ? [{ path: 'vehicleId', reason: 'vehicle-booked-already' }] : [];
};

/**
 * A booking's fields, checked. `present` is the booking that is changed: its own time may stay where it was, past or not.
 *
 * @throws CareError VALIDATION `booking-past` for a time that is over by the store's clock
 */
export const checkDetails = async (
  db: ReadDb,
  input: Details,
  present: { readonly id: string; readonly startsAt: number; readonly adviserId: string | null } | null,
  ctx: QueryContext,
) => {
  const startsAt = instantOf(input.day, input.time, ctx.timeZone);
  const thisMinute = Math.floor(ctx.now() / 60_000) * 60_000;
  if (startsAt < thisMinute && startsAt !== present?.startsAt) {
    throw badField(input.day < ctx.today() ? 'day' : 'time', 'booking-past');
  }
  const who = await whoOf(db, input);
  if (input.adviserId && input.adviserId !== present?.adviserId) await activeStaff(db, input.adviserId, 'adviserId');
  const settings = await settingsOn(db, input.day);
  const slot: Slot = {
    day: input.day,
    time: input.time,
    minutes: input.minutes ?? settings.bookingMinutes,
    adviserId: input.adviserId,
  };
  const hours = outsideHours(settings.openingHours, slot.day, slot.time, slot.minutes);
  return {
    columns: { ...slot, ...who, startsAt, wishKind: input.wishKind, wish: input.wish },
    warnings: [
      ...(hours ? [{ path: 'time', reason: hours }] : []),
      ...(await adviserWarnings(db, slot, present?.id ?? null, settings)),
      ...(await whoWarnings(db, who, slot.day, present?.id ?? null)),
    ],
  };
};

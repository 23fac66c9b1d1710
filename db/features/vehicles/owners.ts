import { badField, CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { fileCustomer } from '../board/newCustomer.ts';
import { refreshCustomer } from './derived.ts';
import { refuseKnownVin } from './save.ts';

type Vehicles = Contract['vehicles'];

const vehicleRow = async (db: WriteDb, id: string) => {
  const row = await db
    .selectFrom('vehicle')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('vehicle');
  return row;
};
type VehicleRow = Awaited<ReturnType<typeof vehicleRow>>;

/** Since when the present owner has it: the last change of hands, else delivery or purchase. */
export const ownedSince = async (
  db: ReadDb,
  vehicle: Pick<VehicleRow, 'id' | 'deliveryDay' | 'purchaseDay'>,
): Promise<string | null> => {
  const last = await db
    .selectFrom('vehicleOwner')
    .select('toDay')
    .where('vehicleId', '=', vehicle.id)
    .where('deletedAt', 'is', null)
    .orderBy('toDay', 'desc')
    .executeTakeFirst();
  return last?.toDay ?? vehicle.deliveryDay ?? vehicle.purchaseDay;
};

const checkDay = async (db: WriteDb, vehicle: VehicleRow, day: string, ctx: CommandContext): Promise<void> => {
  if (day > ctx.today()) throw badField('day', 'day-future');
  const last = await db
    .selectFrom('vehicleOwner')
    .select('toDay')
    .where('vehicleId', '=', vehicle.id)
    .where('deletedAt', 'is', null)
    .where('toDay', '>', day)
    .executeTakeFirst();
  if (last) throw badField('day', 'day-before-last-owner');
};

/** The new owner's file: one that is there, or a new one with name and phone. */
const newOwnerOf = async (
  db: WriteDb,
  input: { toCustomerId: string | null; newOwner: { name: string; phone: string | null } | null },
  ctx: CommandContext,
): Promise<{ id: string; warnings: FieldProblem[] }> => {
  const { toCustomerId, newOwner } = input;
  if (toCustomerId) {
    const row = await db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', toCustomerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!row) throw badField('toCustomerId', 'customer-not-found');
    return { id: row.id, warnings: [] };
  }
  if (!newOwner) throw badField('toCustomerId', 'owner-missing');
  const filed = await fileCustomer(db, { ...newOwner, vehicle: null }, {}, ctx).catch((error: unknown) => {
    throw error instanceof CareError ? below('newOwner', error) : error;
  });
  const warnings = [...filed.warnings, ...(await phoneKnown(db, filed.id))];
  return { id: filed.id, warnings };
};

/** The same refusal with its fields below the one that held them. */
const below = (field: string, error: CareError): CareError => {
  const fields = error.data.fields?.map(({ path, reason }) => ({ path: `${field}.${path}`, reason }));
  return new CareError(error.code, fields ? { ...error.data, fields } : error.data);
};

const phoneKnown = async (db: WriteDb, customerId: string): Promise<FieldProblem[]> => {
  const known = await db
    .selectFrom('customerPhone as own')
    .innerJoin('customerPhone as other', 'other.number', 'own.number')
    .innerJoin('customer', 'customer.id', 'other.customerId')
    .select('customer.id')
    .where('own.customerId', '=', customerId)
    .where('customer.id', '!=', customerId)
    .where('customer.deletedAt', 'is', null)
    .executeTakeFirst();
  return known ? [{ path: 'newOwner.phone', reason: 'phone-known' }] : [];
};

/** A booking that the former owner made for this car is theirs to keep or cancel. */
const stillBooked = async (db: WriteDb, vehicleId: string, today: string): Promise<FieldProblem[]> => {
  const booked = await db
    .selectFrom('appointment')
    .select('id')
    .where('vehicleId', '=', vehicleId)
    .where('state', '=', 'booked')
    .where('day', '>=', today)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return booked ? [{ path: 'id', reason: 'vehicle-still-booked' }] : [];
};

const done = async (db: WriteDb, ctx: CommandContext, vehicleId: string, customerIds: readonly string[]) => {
  for (const id of customerIds) {
    await refreshCustomer(db, id);
    await ctx.reindex(id);
    ctx.touch(`customer:${id}`);
  }
  ctx.about('vehicle', vehicleId);
};

/** A car changes hands (过户). Its visits stay with who had it then; mileage, policies and recalls go with the car. */
export const transfer: CommandHandler<Vehicles['transfer']> = async (db, input, ctx) => {
  const vehicle = await vehicleRow(db, input.id);
  if (vehicle.status === 'scrapped') throw new CareError('CONFLICT', { reason: 'vehicle-scrapped' });
  await checkDay(db, vehicle, input.day, ctx);
  if (input.toCustomerId === vehicle.customerId) throw badField('toCustomerId', 'owner-unchanged');
  await refuseKnownVin(db, vehicle.vin, vehicle.id);
  const fromDay = await ownedSince(db, vehicle);
  const owner = await newOwnerOf(db, input, ctx);
  const { version } = await ctx.rows.update(
    'vehicle',
    { id: vehicle.id, version: input.version },
    { customerId: owner.id, status: 'active', statusDay: null },
    { owner: owner.id },
  );
  await ctx.rows.insert(
    'vehicleOwner',
    {
      id: ctx.newId(),
      vehicleId: vehicle.id,
      customerId: vehicle.customerId,
      fromDay: fromDay !== null && fromDay <= input.day ? fromDay : null,
      toDay: vehicle.statusDay ?? input.day,
    },
    { owner: vehicle.customerId },
  );
  const warnings = [...owner.warnings, ...(await stillBooked(db, vehicle.id, ctx.today()))];
  await done(db, ctx, vehicle.id, [vehicle.customerId, owner.id]);
  return { id: vehicle.id, version, warnings, customerId: owner.id };
};

/** 售出 · 报废 */
export const retire: CommandHandler<Vehicles['retire']> = async (db, input, ctx) => {
  const vehicle = await vehicleRow(db, input.id);
  if (vehicle.status !== 'active') throw new CareError('CONFLICT', { reason: 'vehicle-retired' });
  await checkDay(db, vehicle, input.day, ctx);
  const { version } = await ctx.rows.update(
    'vehicle',
    { id: vehicle.id, version: input.version },
    { status: input.status, statusDay: input.day },
    { owner: vehicle.customerId },
  );
  const warnings = await stillBooked(db, vehicle.id, ctx.today());
  await done(db, ctx, vehicle.id, [vehicle.customerId]);
  return { id: vehicle.id, version, warnings };
};

export const reactivate: CommandHandler<Vehicles['reactivate']> = async (db, input, ctx) => {
  const vehicle = await vehicleRow(db, input.id);
  if (vehicle.status === 'active') throw new CareError('CONFLICT', { reason: 'vehicle-in-use' });
  await refuseKnownVin(db, vehicle.vin, vehicle.id);
  const { version } = await ctx.rows.update(
    'vehicle',
    { id: vehicle.id, version: input.version },
    { status: 'active', statusDay: null },
    { owner: vehicle.customerId },
  );
  await done(db, ctx, vehicle.id, [vehicle.customerId]);
  return { id: vehicle.id, version, warnings: [] };
};

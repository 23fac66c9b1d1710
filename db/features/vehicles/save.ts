import type { z } from 'zod';
import { CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { checkPlate } from '../../domain/plate.ts';
import { checkVin } from '../../domain/vin.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';

type Vehicles = Contract['vehicles'];
type AddInput = z.output<NonNullable<Vehicles['add']['~orpc']['inputSchema']>>;
/** The fields that adding and changing share. */
export type VehicleFacts = Omit<AddInput, 'requestId' | 'customerId' | 'mileage'>;

export const noVehicleFacts: VehicleFacts = {
  plate: null,
  vin: null,
  brand: null,
  series: null,
  model: null,
  color: null,
  energy: null,
  use: 'private',
  purchasedHere: true,
  purchaseDay: null,
  deliveryDay: null,
  inspectionDueDay: null,
  warrantyEndDay: null,
  warrantyKm: null,
  roadConditions: null,
  note: null,
};

/** Eight places after province and letter: green plates, and only those (新能源). */
const energyByPlate = (kind: string): 'electric' | null => (kind.startsWith('newEnergy') ? 'electric' : null);

const checkFacts = (facts: VehicleFacts, path: string) => {
  const problems: FieldProblem[] = [];
  const warnings: FieldProblem[] = [];
  const plate = facts.plate ? checkPlate(facts.plate) : null;
  if (plate && !plate.ok) warnings.push({ path: `${path}plate`, reason: plate.reason });
  const vin = facts.vin ? checkVin(facts.vin) : null;
  if (vin && !vin.ok) problems.push({ path: `${path}vin`, reason: vin.reason });
  if (vin?.ok && !vin.checkDigitOk) warnings.push({ path: `${path}vin`, reason: 'vin-check-digit' });
  if (facts.purchaseDay && facts.deliveryDay && facts.deliveryDay < facts.purchaseDay) {
    warnings.push({ path: `${path}deliveryDay`, reason: 'delivery-before-purchase' });
  }
  if (!facts.plate && !facts.vin && !facts.series && !facts.model)
    problems.push({ path: `${path}plate`, reason: 'vehicle-empty' });
  if (problems.length > 0) throw new CareError('VALIDATION', { fields: problems });
  return {
    warnings,
    columns: {
      ...facts,
      plate: plate?.plate ?? null,
      vin: vin?.ok ? vin.vin : null,
      energy: facts.energy ?? (plate?.ok ? energyByPlate(plate.kind) : null),
      purchasedHere: facts.purchasedHere ? 1 : 0,
    },
  };
};

/** One VIN is one vehicle in use: whose it is, is said. A plate may stand twice for a while, when cars change hands. */
export const refuseKnownVin = async (db: WriteDb, vin: string | null, selfId: string | null): Promise<void> => {
  if (!vin) return;
  const other = await db
    .selectFrom('vehicle')
    .innerJoin('customer', 'customer.id', 'vehicle.customerId')
    .select(['vehicle.id', 'customer.name', 'customer.id as customerId'])
    .where('vehicle.vin', '=', vin)
    .where('vehicle.deletedAt', 'is', null)
    .where('vehicle.status', '=', 'active')
    .executeTakeFirst();
  if (other && other.id !== selfId) {
    throw new CareError('CONFLICT', {
      reason: 'vin-known',
      values: { name: other.name, customerId: other.customerId },
    });
  }
};

const plateTwins = async (
  db: WriteDb,
  plate: string | null,
  selfId: string | null,
  path: string,
): Promise<FieldProblem[]> => {
  if (!plate) return [];
  const rows = await db
    .selectFrom('vehicle')
    .select('id')
    .where('plate', '=', plate)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .execute();
  return rows.some((row) => row.id !== selfId) ? [{ path: `${path}plate`, reason: 'plate-known' }] : [];
};

/** A car that was sold or scrapped here comes back under a new owner: taken, and said. */
const soldBefore = async (db: WriteDb, vin: string | null, path: string): Promise<FieldProblem[]> => {
  if (!vin) return [];
  const sold = await db
    .selectFrom('vehicle')
    .select('id')
    .where('vin', '=', vin)
    .where('deletedAt', 'is', null)
    .where('status', '!=', 'active')
    .executeTakeFirst();
  return sold ? [{ path: `${path}vin`, reason: 'vin-sold-before' }] : [];
};

/** @param path goes before the field names in problems: `vehicle.` where the vehicle is part of a bigger form */
export const insertVehicle = async (
  db: WriteDb,
  customerId: string,
  facts: VehicleFacts,
  ctx: CommandContext,
  path = '',
): Promise<{ id: string; warnings: FieldProblem[] }> => {
  const { columns, warnings } = checkFacts(facts, path);
  await refuseKnownVin(db, columns.vin, null);
  warnings.push(...(await plateTwins(db, columns.plate, null, path)), ...(await soldBefore(db, columns.vin, path)));
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert('vehicle', { id, customerId, ...columns, createdAt: at, updatedAt: at }, { owner: customerId });
  return { id, warnings };
};

const done = async (ctx: CommandContext, id: string, customerId: string): Promise<void> => {
  await ctx.reindex(customerId);
  ctx.about('vehicle', id);
  ctx.touch(`customer:${customerId}`);
};

/** Another vehicle of a customer (添加车辆), with a first reading where one is known. */
export const add: CommandHandler<Vehicles['add']> = async (db, input, ctx) => {
  const { requestId: _requestId, customerId, mileage, ...facts } = input;
  const customer = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!customer) throw notFound('customer');
  const { id, warnings } = await insertVehicle(db, customerId, facts, ctx);
  if (mileage !== null) {
    const day = ctx.today();
    await db.insertInto('mileageLog').values({ vehicleId: id, day, km: mileage, source: 'desk' }).execute();
    await db.updateTable('vehicle').set({ lastMileage: mileage, lastMileageDay: day }).where('id', '=', id).execute();
  }
  await done(ctx, id, customerId);
  return { id, version: 1, warnings };
};

export const update: CommandHandler<Vehicles['update']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, ...facts } = input;
  const row = await db
    .selectFrom('vehicle')
    .select(['customerId', 'status'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('vehicle');
  const { columns, warnings } = checkFacts(facts, '');
  if (row.status === 'active') await refuseKnownVin(db, columns.vin, id);
  warnings.push(...(await plateTwins(db, columns.plate, id, '')));
  const saved = await ctx.rows.update('vehicle', { id, version }, columns, { owner: row.customerId });
  await done(ctx, id, row.customerId);
  return { id, version: saved.version, warnings };
};

/** A vehicle entered by mistake. One with visits stays: they belong to it. */
export const remove: CommandHandler<Vehicles['remove']> = async (db, input, ctx) => {
  const row = await db.selectFrom('vehicle').select('customerId').where('id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('vehicle');
  const visit = await db
    .selectFrom('visit')
    .select('id')
    .where('vehicleId', '=', input.id)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (visit) throw new CareError('CONFLICT', { reason: 'vehicle-has-visits' });
  const complaint = await db
    .selectFrom('complaint')
    .select('number')
    .where('vehicleId', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (complaint) {
    throw new CareError('CONFLICT', { reason: 'vehicle-has-complaints', values: { number: complaint.number } });
  }
  const delivery = await db
    .selectFrom('delivery')
    .select('id')
    .where('vehicleId', '=', input.id)
    .where('cancelledAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (delivery) throw new CareError('CONFLICT', { reason: 'vehicle-has-delivery' });
  await ctx.rows.remove('vehicle', { id: input.id, version: input.version }, { owner: row.customerId });
  await done(ctx, input.id, row.customerId);
  return {};
};

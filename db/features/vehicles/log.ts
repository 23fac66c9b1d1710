import { badField, CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { refreshVehicle } from './derived.ts';

type Vehicles = Contract['vehicles'];

const ownerOf = async (db: WriteDb, vehicleId: string): Promise<string> => {
  const row = await db
    .selectFrom('vehicle')
    .select('customerId')
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('vehicle');
  return row.customerId;
};

const done = async (db: WriteDb, ctx: CommandContext, vehicleId: string, customerId: string): Promise<void> => {
  await refreshVehicle(db, vehicleId);
  ctx.about('vehicle', vehicleId);
  ctx.touch(`customer:${customerId}`);
};

/** A reading that is lower than an earlier day's, or higher than a later day's, is flagged: meters get replaced, digits swapped. */
export const mileageWarnings = async (
  db: WriteDb,
  vehicleId: string,
  day: string,
  km: number,
): Promise<FieldProblem[]> => {
  const higher = await db
    .selectFrom('mileageLog')
    .select('km')
    .where('vehicleId', '=', vehicleId)
    .where('day', '<=', day)
    .where('km', '>', km)
    .executeTakeFirst();
  const lower = await db
    .selectFrom('mileageLog')
    .select('km')
    .where('vehicleId', '=', vehicleId)
    .where('day', '>=', day)
    .where('km', '<', km)
    .executeTakeFirst();
  if (higher) return [{ path: 'mileage', reason: 'mileage-lower' }];
  return lower ? [{ path: 'mileage', reason: 'mileage-higher' }] : [];
};

export const addMileage: CommandHandler<Vehicles['addMileage']> = async (db, input, ctx) => {
  const customerId = await ownerOf(db, input.id);
  if (input.day > ctx.today()) throw badField('day', 'day-future');
  const warnings = await mileageWarnings(db, input.id, input.day, input.km);
  await db
    .insertInto('mileageLog')
    .values({ vehicleId: input.id, day: input.day, km: input.km, source: 'desk' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await done(db, ctx, input.id, customerId);
  return { warnings };
};

/** 保单: the last covered day is what reminders run from. */
export const addPolicy: CommandHandler<Vehicles['addPolicy']> = async (db, input, ctx) => {
  const customerId = await ownerOf(db, input.id);
  if (input.startDay && input.startDay > input.endDay) throw badField('endDay', 'end-before-start');
  const policyId = ctx.newId();
  await ctx.rows.insert(
    'policy',
    {
      id: policyId,
      vehicleId: input.id,
      kind: input.kind,
      insurer: input.insurer,
      policyNo: input.policyNo,
      startDay: input.startDay,
      endDay: input.endDay,
      premiumFen: input.premiumFen,
      boughtHere: input.boughtHere ? 1 : 0,
      source: 'desk',
    },
    { owner: customerId },
  );
  await done(db, ctx, input.id, customerId);
  return { policyId };
};

export const removePolicy: CommandHandler<Vehicles['removePolicy']> = async (db, input, ctx) => {
  const policy = await db.selectFrom('policy').select('vehicleId').where('id', '=', input.policyId).executeTakeFirst();
  if (!policy) throw new CareError('NOT_FOUND', { reason: 'policy-not-found' });
  const customerId = await ownerOf(db, policy.vehicleId);
  await ctx.rows.remove('policy', { id: input.policyId, version: input.version }, { owner: customerId });
  await done(db, ctx, policy.vehicleId, customerId);
  return {};
};

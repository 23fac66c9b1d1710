import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { refreshVehicle } from '../vehicles/derived.ts';
import { insertVehicle, noVehicleFacts } from '../vehicles/save.ts';
import { prospectAsSeen } from './rows.ts';

/**
 * 成交: a prospect bought here. Everything on file about the person stays as it is; only the car is new. Where the form leaves
 * the model open, the one looked at is taken if there was but one.
 */
export const convert: CommandHandler<Contract['prospects']['convert']> = async (db, input, ctx) => {
  const { id, version, vehicle } = input;
  const present = await prospectAsSeen(db, { id, version }, 'open', ctx);
  const purchaseDay = vehicle.purchaseDay ?? ctx.today();
  if (purchaseDay > ctx.today()) throw badField('vehicle.purchaseDay', 'day-future');
  const owner = present.customerId;
  const unnamed = !vehicle.plate && !vehicle.vin && !vehicle.series && !vehicle.model;
  const series = unnamed && present.models.length === 1 ? (present.models[0] ?? null) : vehicle.series;
  const facts = { ...noVehicleFacts, ...vehicle, series, purchaseDay, purchasedHere: true };
  const saved = await insertVehicle(db, owner, facts, ctx, 'vehicle.');
  await refreshVehicle(db, saved.id);
  if (present.isNew) await ctx.rows.update('customer', { id: owner, version: null }, { stage: 'current' }, { owner });
  const closed = await ctx.rows.update(
    'prospect',
    { id, version },
    { state: 'bought', vehicleId: saved.id, closedDay: purchaseDay, nextWhat: null, nextDay: null, nextOwnerId: null },
    { owner },
  );
  await ctx.reindex(owner);
  ctx.about('prospect', id);
  ctx.touch(`customer:${owner}`);
  return { id, version: closed.version, customerId: owner, vehicleId: saved.id, warnings: saved.warnings };
};

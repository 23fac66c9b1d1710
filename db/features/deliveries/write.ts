import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { checklistOf, withCheck } from '../../domain/deliveries/checklist.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { insertVehicle, noVehicleFacts } from '../vehicles/save.ts';
import { keptChecksOf } from './checks.ts';
import {
  announce,
  carOf,
  change,
  type Delivery,
  deliveryAsSeen,
  openDelivery,
  refuseDelivered,
  refuseOnBoard,
  writeMove,
} from './record.ts';

type Deliveries = Contract['deliveries'];

type Facts = Pick<Delivery, 'plannedDay' | 'plannedTime' | 'adviserId' | 'ceremony' | 'note'>;

/**
 * What was typed, checked. What stays as it was is not asked again: the day may have passed, the adviser left.
 *
 * @throws CareError VALIDATION of `plannedDay` `day-past`, of `adviserId` `staff-not-found`
 */
const factsOf = async (db: ReadDb, input: Facts, present: Facts | null, ctx: CommandContext): Promise<Facts> => {
  const { plannedDay, adviserId, ceremony, note } = input;
  if (plannedDay !== null && plannedDay !== present?.plannedDay && plannedDay < ctx.today()) {
    throw badField('plannedDay', 'day-past');
  }
  if (adviserId !== null && adviserId !== present?.adviserId) await activeStaff(db, adviserId, 'adviserId');
  // a time of no day says nothing
  return { plannedDay, plannedTime: plannedDay === null ? null : input.plannedTime, adviserId, ceremony, note };
};

/** The customer's car that is on file. @throws CareError VALIDATION of `vehicleId` `vehicle-of-another`; CONFLICT */
const knownCar = async (db: ReadDb, vehicleId: string, customerId: string, today: string): Promise<string> => {
  const car = await db
    .selectFrom('vehicle')
    .select(['id', 'customerId', 'deliveryDay'])
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (car?.customerId !== customerId) throw badField('vehicleId', 'vehicle-of-another');
  await refuseOnBoard(db, car.id, null);
  await refuseDelivered(db, car, today);
  return car.id;
};

/** The purchase by which a prospect got this car. */
const prospectOf = async (db: ReadDb, vehicleId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('prospect')
    .select('id')
    .where('vehicleId', '=', vehicleId)
    .where('state', '=', 'bought')
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** 安排交车 */
export const add: CommandHandler<Deliveries['add']> = async (db, input, ctx) => {
  const { customerId, vehicle, step } = input;
  await refuseGoneCustomer(db, customerId);
  const facts = await factsOf(db, input, null, ctx);
  let vehicleId: string;
  if (input.vehicleId !== null) vehicleId = await knownCar(db, input.vehicleId, customerId, ctx.today());
  else if (vehicle !== null) {
    const bought = { ...noVehicleFacts, ...vehicle, purchasedHere: true };
    vehicleId = (await insertVehicle(db, customerId, bought, ctx, 'vehicle.')).id;
    await ctx.reindex(customerId);
  } else throw badField('vehicleId', 'vehicle-missing');
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'delivery',
    {
      id,
      customerId,
      vehicleId,
      prospectId: await prospectOf(db, vehicleId),
      step,
      stepAt: at,
      ...facts,
      checks: '[]',
      createdAt: at,
      updatedAt: at,
      byName: ctx.actor.name,
    },
    { owner: customerId },
  );
  await writeMove(ctx, { id, customerId }, step, { at, note: null });
  announce(ctx, { id, customerId });
  return { id, vehicleId };
};

/** 修改, while it is under way. */
export const update: CommandHandler<Deliveries['update']> = async (db, input, ctx) => {
  const row = await openDelivery(db, input);
  return change(ctx, row, await factsOf(db, input, row, ctx));
};

/** On or back; a car that stands there already stays as it is. */
export const move: CommandHandler<Deliveries['move']> = async (db, input, ctx) => {
  const row = await openDelivery(db, input);
  if (row.step === input.to) return { version: row.version };
  const at = ctx.now();
  const saved = await change(ctx, row, { step: input.to, stepAt: at });
  await writeMove(ctx, row, input.to, { at, note: input.note });
  return saved;
};

/** 已办 · 无需办理, or neither. */
export const check: CommandHandler<Deliveries['check']> = async (db, input, ctx) => {
  const row = await openDelivery(db, input);
  const { deliveryChecklist: items } = await settingsOn(db, ctx.today());
  const item = items.find(({ code }) => code === input.code);
  if (!item) throw badField('code', 'delivery-check-unknown');
  const said = { ...item, state: input.state, at: ctx.now(), byName: ctx.actor.name };
  return change(ctx, row, { checks: JSON.stringify(withCheck(keptChecksOf(row), said)) });
};

/** The list that it ends with. */
const lastChecks = async (db: ReadDb, row: Delivery, today: string): Promise<string> => {
  const { deliveryChecklist: items } = await settingsOn(db, today);
  return JSON.stringify(checklistOf(items, keptChecksOf(row)));
};

/** 退订 */
export const cancel: CommandHandler<Deliveries['cancel']> = async (db, input, ctx) => {
  const row = await openDelivery(db, input);
  return change(ctx, row, {
    cancelledAt: ctx.now(),
    cancelReason: input.reason,
    checks: await lastChecks(db, row, ctx.today()),
  });
};

/** 恢复: it goes on at the step where it was. */
export const reopen: CommandHandler<Deliveries['reopen']> = async (db, input, ctx) => {
  const row = await deliveryAsSeen(db, input);
  if (row.deliveredAt !== null) throw new CareError('CONFLICT', { reason: 'delivery-ended', current: row });
  if (row.cancelledAt === null) {
    throw new CareError('CONFLICT', { reason: 'delivery-open', values: { deliveryId: row.id }, current: row });
  }
  const car = await carOf(db, row);
  await refuseOnBoard(db, row.vehicleId, row.id);
  await refuseDelivered(db, car, ctx.today());
  return change(ctx, row, { cancelledAt: null, cancelReason: null });
};

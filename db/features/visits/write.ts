import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { settleVisit } from '../points/settleVisit.ts';
import { releaseVouchers } from '../rewards/releaseVouchers.ts';
import { spendVouchers } from '../rewards/useVoucher.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';
import { mileageWarnings } from '../vehicles/log.ts';

type Visits = Contract['visits'];

/** Desks whose clocks run a little ahead are no reason to refuse a customer. */
const clockSlackMs = 5 * 60_000;

/** A visit as the desk enters it (登记到店). One workshop order number stands once, void ones included. */
export const add: CommandHandler<Visits['add']> = async (db, input, ctx) => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select(['id', 'customerId', 'deliveryDay', 'status'])
    .where('id', '=', input.vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  if (vehicle.status !== 'active') throw new CareError('CONFLICT', { reason: 'vehicle-retired' });
  if (input.arrivedAt > ctx.now() + clockSlackMs) throw badField('arrivedAt', 'arrival-future');
  const mayEnterCost = ctx.actor.role === 'manager' || ctx.actor.role === 'admin';
  const costAt = input.lines.findIndex((line) => line.costFen !== null);
  if (!mayEnterCost && costAt >= 0) throw badField(`lines.${costAt}.costFen`, 'cost-not-allowed');
  if (input.orderNo) {
    const known = await db
      .selectFrom('visit')
      .select(['id', 'day'])
      .where('orderNo', '=', input.orderNo)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (known)
      throw new CareError('CONFLICT', {
        reason: 'order-number-known',
        values: { orderNo: input.orderNo, day: known.day },
      });
  }
  const id = ctx.newId();
  const day = dayOf(input.arrivedAt, ctx.timeZone);
  const warnings = input.mileage === null ? [] : await mileageWarnings(db, vehicle.id, day, input.mileage);
  await ctx.rows.insert(
    'visit',
    {
      id,
      orderNo: input.orderNo,
      vehicleId: vehicle.id,
      customerId: vehicle.customerId,
      arrivedAt: input.arrivedAt,
      day,
      mileage: input.mileage,
      adviser: input.adviser,
      note: input.note,
      amountFen: input.lines.reduce((sum, line) => sum + line.amountFen, 0),
      paidAt: input.paid ? ctx.now() : null,
    },
    { owner: vehicle.customerId },
  );
  await db
    .insertInto('visitLine')
    .values(input.lines.map((line, position) => ({ visitId: id, position, ...line })))
    .execute();
  if (input.mileage !== null) {
    await db
      .insertInto('mileageLog')
      .values({ vehicleId: vehicle.id, day, km: input.mileage, source: `visit:${id}` })
      .execute();
  }
  await spendVouchers(db, input.vouchers, { id, customerId: vehicle.customerId, day }, ctx);
  await refreshVehicle(db, vehicle.id);
  await refreshCustomer(db, vehicle.customerId);
  await ctx.reindex(vehicle.customerId);
  await settleVisit(db, id, ctx);
  ctx.about('visit', id);
  ctx.touch(`customer:${vehicle.customerId}`);
  return { id, version: 1, warnings };
};

/** Takes a visit out of every count; it stays on record with the reason (作废). */
export const voidVisit: CommandHandler<Visits['void']> = async (db, input, ctx) => {
  const visit = await db
    .selectFrom('visit')
    .select(['vehicleId', 'customerId', 'voidedAt'])
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.voidedAt !== null) throw new CareError('CONFLICT', { reason: 'visit-void-already' });
  await ctx.rows.update(
    'visit',
    { id: input.id, version: input.version },
    { voidedAt: ctx.now(), voidedBy: ctx.actor.name, voidReason: input.reason },
    { owner: visit.customerId },
  );
  await db
    .deleteFrom('mileageLog')
    .where('vehicleId', '=', visit.vehicleId)
    .where('source', '=', `visit:${input.id}`)
    .execute();
  await refreshVehicle(db, visit.vehicleId);
  await refreshCustomer(db, visit.customerId);
  await releaseVouchers(db, input.id, ctx);
  await settleVisit(db, input.id, ctx);
  ctx.about('visit', input.id);
  ctx.touch(`customer:${visit.customerId}`);
  return {};
};

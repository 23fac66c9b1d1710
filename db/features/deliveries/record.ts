import { type Selectable, sql, type Updateable } from 'kysely';
import type { DeliveryStep } from '../../contract/deliveries.ts';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';

export type Delivery = Selectable<Tables['delivery']>;

/** @throws CareError NOT_FOUND `delivery-not-found` */
export const deliveryOf = async (db: ReadDb, id: string): Promise<Delivery> => {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('delivery');
  return row;
};

/** @throws CareError NOT_FOUND; CONFLICT `changed-meanwhile` with the row as it stands where another desk was quicker */
export const deliveryAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<Delivery> => {
  const row = await deliveryOf(db, key.id);
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  return row;
};

/** One that is under way, as the desk that acts on it saw it. @throws CareError as `deliveryAsSeen`; CONFLICT `delivery-ended` */
export const openDelivery = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<Delivery> => {
  const row = await deliveryAsSeen(db, key);
  if (row.deliveredAt !== null || row.cancelledAt !== null) {
    throw new CareError('CONFLICT', { reason: 'delivery-ended', current: row });
  }
  return row;
};

/** Whether a delivery `d` is under way. */
export const isUnderWay = sql`d.deliveredAt IS NULL AND d.cancelledAt IS NULL AND d.deletedAt IS NULL`;

/** @throws CareError CONFLICT `delivery-open` (values deliveryId): a car is on the board once */
export const refuseOnBoard = async (db: ReadDb, vehicleId: string, exceptId: string | null): Promise<void> => {
  const other = await db
    .selectFrom('delivery')
    .select('id')
    .where('vehicleId', '=', vehicleId)
    .where('deliveredAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (other && other.id !== exceptId) {
    throw new CareError('CONFLICT', { reason: 'delivery-open', values: { deliveryId: other.id } });
  }
};

/** @throws CareError CONFLICT `vehicle-delivered`: it was handed over through the board, by another delivery than this one */
export const refuseDeliveredOtherwise = async (
  db: ReadDb,
  vehicleId: string,
  exceptId: string | null,
): Promise<void> => {
  const delivered = await db
    .selectFrom('delivery')
    .select('id')
    .where('vehicleId', '=', vehicleId)
    .where('deliveredAt', 'is not', null)
    .where('deletedAt', 'is', null)
    .$if(exceptId !== null, (found) => found.where('id', '!=', exceptId ?? ''))
    .executeTakeFirst();
  if (delivered) throw new CareError('CONFLICT', { reason: 'vehicle-delivered' });
};

/** @throws CareError CONFLICT `vehicle-delivered`: it was handed over through the board, or its delivery day is past */
export const refuseDelivered = async (
  db: ReadDb,
  vehicle: { readonly id: string; readonly deliveryDay: string | null },
  today: string,
): Promise<void> => {
  await refuseDeliveredOtherwise(db, vehicle.id, null);
  if (vehicle.deliveryDay !== null && vehicle.deliveryDay < today) {
    throw new CareError('CONFLICT', { reason: 'vehicle-delivered' });
  }
};

/**
 * The car of a delivery, while it is the customer's and in use.
 *
 * @throws CareError CONFLICT `delivery-vehicle-gone`: it was removed, sold on or given to another
 */
export const carOf = async (db: ReadDb, { vehicleId, customerId }: Pick<Delivery, 'vehicleId' | 'customerId'>) => {
  const car = await db
    .selectFrom('vehicle')
    .selectAll()
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!car || car.customerId !== customerId || car.status !== 'active') {
    throw new CareError('CONFLICT', { reason: 'delivery-vehicle-gone' });
  }
  return car;
};

/** Tells the desks that show it, and the audit log what it was about. */
export const announce = (ctx: CommandContext, { id, customerId }: Pick<Delivery, 'id' | 'customerId'>): void => {
  ctx.about('delivery', id);
  ctx.touch(`delivery:${id}`);
  ctx.touch(`customer:${customerId}`);
};

/** One deed on a delivery that is there. */
export const change = async (
  ctx: CommandContext,
  row: Delivery,
  patch: Updateable<Tables['delivery']>,
): Promise<{ version: number }> => {
  const key = { id: row.id, version: row.version };
  const { version } = await ctx.rows.update('delivery', key, patch, { owner: row.customerId });
  announce(ctx, row);
  return { version };
};

/** Puts on record to which step it came, and when (UTC ms). */
export const writeMove = (
  ctx: CommandContext,
  delivery: Pick<Delivery, 'id' | 'customerId'>,
  step: DeliveryStep,
  { at, note }: { readonly at: number; readonly note: string | null },
): Promise<void> =>
  ctx.rows.insert(
    'deliveryMove',
    { id: ctx.newId(), deliveryId: delivery.id, step, at, byName: ctx.actor.name, note },
    { owner: delivery.customerId },
  );

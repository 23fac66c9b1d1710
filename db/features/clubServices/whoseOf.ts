import { badField, notFound } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';

/** Whose it is: a customer, with or without one of their cars. */
export interface Whose<C extends string | null = string> {
  readonly customerId: C;
  readonly vehicleId: string | null;
}

/** @throws CareError NOT_FOUND `vehicle-not-found` */
export const ownerOf = async (db: ReadDb, vehicleId: string): Promise<string> => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select('customerId')
    .where('id', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  return vehicle.customerId;
};

/**
 * A customer who is there and whose car it is. What stays as it was is not asked again: the car may have been sold since.
 *
 * @param present of the job that is changed; null: a new one
 * @throws CareError NOT_FOUND; VALIDATION of `vehicleId` `vehicle-of-another`
 */
export const refuseOthersCar = async (
  db: ReadDb,
  { customerId, vehicleId }: Whose,
  present: Whose<string | null> | null,
): Promise<void> => {
  if (customerId !== present?.customerId) await refuseGoneCustomer(db, customerId);
  const unchanged = present !== null && present.customerId === customerId && present.vehicleId === vehicleId;
  if (vehicleId === null || unchanged) return;
  if ((await ownerOf(db, vehicleId)) !== customerId) throw badField('vehicleId', 'vehicle-of-another');
};

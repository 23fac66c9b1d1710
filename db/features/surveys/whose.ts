import { badField, notFound } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';

/** Who answered, and which car and visit it is about. */
export interface Whose {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly visitId: string | null;
}

const visitOf = async (db: ReadDb, id: string) => {
  const row = await db
    .selectFrom('visit')
    .select(['vehicleId', 'customerId'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('visit');
  return row;
};

/** Who has a car, and who had it: an answer may come after it was sold. */
const ownersOf = async (db: ReadDb, id: string): Promise<readonly [now: string, ...before: string[]]> => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select('customerId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  const before = await db
    .selectFrom('vehicleOwner')
    .select('customerId')
    .where('vehicleId', '=', id)
    .where('deletedAt', 'is', null)
    .execute();
  return [vehicle.customerId, ...before.map(({ customerId }) => customerId)];
};

/**
 * Checked: a visit brings its car and its customer, a car its owner; with none of them nobody said who it was.
 *
 * @throws CareError VALIDATION of `visitId` `visit-of-another`, of `vehicleId` `vehicle-of-another`; NOT_FOUND
 */
export const whoseAnswers = async (db: ReadDb, asked: Whose): Promise<Whose> => {
  const { visitId } = asked;
  let { customerId, vehicleId } = asked;
  if (customerId) await refuseGoneCustomer(db, customerId);
  if (visitId) {
    const visit = await visitOf(db, visitId);
    vehicleId ??= visit.vehicleId;
    customerId ??= visit.customerId;
    if (vehicleId !== visit.vehicleId || customerId !== visit.customerId) throw badField('visitId', 'visit-of-another');
    return { customerId, vehicleId, visitId };
  }
  if (vehicleId) {
    const owners = await ownersOf(db, vehicleId);
    customerId ??= owners[0];
    if (!owners.includes(customerId)) throw badField('vehicleId', 'vehicle-of-another');
  }
  return { customerId, vehicleId, visitId };
};

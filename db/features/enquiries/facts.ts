import { badField, notFound } from '../../contract/errors.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import type { ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import type { Enquiry } from './record.ts';

interface Asked {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly strangerName: string | null;
  /** left out: as it was */
  readonly strangerPhone?: string | null | undefined;
}

/** The columns that say who asks. */
export type Enquirer = Pick<Enquiry, 'customerId' | 'vehicleId' | 'strangerName' | 'strangerPhone'>;

const phoneOf = (typed: string | null): string | null => {
  if (!typed) return null;
  const phone = checkPhone(typed);
  if (!phone.ok) throw badField('strangerPhone', phone.reason);
  return phone.number;
};

const vehicleOwner = async (db: ReadDb, id: string): Promise<string> => {
  const vehicle = await db
    .selectFrom('vehicle')
    .select('customerId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle');
  return vehicle.customerId;
};

/**
 * Who asks, checked: a vehicle brings its owner, unless a stranger asks. What stays as it was is not asked again: the car may have been
 * sold since.
 *
 * @param present of the enquiry that is changed; null: a new one
 * @throws CareError VALIDATION, NOT_FOUND
 */
export const enquirerOf = async (db: ReadDb, input: Asked, present: Enquirer | null): Promise<Enquirer> => {
  const typedName = input.strangerName === null ? '' : normaliseName(input.strangerName);
  const typedPhone =
    input.strangerPhone === undefined ? (present?.strangerPhone ?? null) : phoneOf(input.strangerPhone);
  const { vehicleId } = input;
  let { customerId } = input;
  const isStranger = customerId === null && (typedName !== '' || typedPhone !== null);
  if (customerId && customerId !== present?.customerId) await refuseGoneCustomer(db, customerId);
  const unchanged = present !== null && present.vehicleId === vehicleId && present.customerId === customerId;
  if (vehicleId && !unchanged) {
    const owner = await vehicleOwner(db, vehicleId);
    if (!isStranger) customerId ??= owner;
    if (customerId !== null && customerId !== owner) throw badField('vehicleId', 'vehicle-of-another');
  }
  // who has a file has a name and numbers there
  if (customerId) return { customerId, vehicleId, strangerName: null, strangerPhone: null };
  if (!isStranger) throw badField('name', 'enquirer-missing');
  return { customerId: null, vehicleId, strangerName: typedName || null, strangerPhone: typedPhone };
};

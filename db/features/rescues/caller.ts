import { badField } from '../../contract/errors.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import { canonicalPlate } from '../../domain/plate.ts';
import type { ReadDb } from '../../store/handler.ts';
import { ownerOf, refuseOthersCar } from '../clubServices/whoseOf.ts';
import type { Rescue } from './rows.ts';

interface Asked {
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly strangerName: string | null;
  /** left out: as it was */
  readonly strangerPhone?: string | null | undefined;
  readonly strangerPlate: string | null;
}

/** The columns that say who calls. */
export type Caller = Pick<Rescue, 'customerId' | 'vehicleId' | 'strangerName' | 'strangerPhone' | 'strangerPlate'>;

const phoneOf = (typed: string | null): string | null => {
  if (!typed) return null;
  const phone = checkPhone(typed);
  if (!phone.ok) throw badField('strangerPhone', phone.reason);
  return phone.number;
};

/**
 * Who calls, checked: somebody on file, alone or with a car, or a stranger of whom a name, a phone or a plate is known. A car alone
 * brings its owner.
 *
 * @param present of the rescue that is changed; null: a new one
 * @throws CareError VALIDATION, NOT_FOUND
 */
export const callerOf = async (db: ReadDb, input: Asked, present: Caller | null): Promise<Caller> => {
  const strangerName = (input.strangerName && normaliseName(input.strangerName)) || null;
  const strangerPhone =
    input.strangerPhone === undefined ? (present?.strangerPhone ?? null) : phoneOf(input.strangerPhone);
  const strangerPlate = (input.strangerPlate && canonicalPlate(input.strangerPlate)) || null;
  const isStranger =
    input.customerId === null && (strangerName !== null || strangerPhone !== null || strangerPlate !== null);
  const { vehicleId } = input;
  const customerId = input.customerId ?? (vehicleId && !isStranger ? await ownerOf(db, vehicleId) : null);
  if (customerId !== null) {
    await refuseOthersCar(db, { customerId, vehicleId }, present);
    // who has a file has a name and numbers there
    return { customerId, vehicleId, strangerName: null, strangerPhone: null, strangerPlate: null };
  }
  if (!isStranger) throw badField('name', 'caller-missing');
  // the owner's driver may call for a car that is on file
  if (vehicleId !== null && vehicleId !== present?.vehicleId) await ownerOf(db, vehicleId);
  return { customerId: null, vehicleId, strangerName, strangerPhone, strangerPlate };
};

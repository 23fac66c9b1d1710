import { isNoPlate } from '../../../db/domain/plate.ts';
import { kilometreUnits, parseWholeNumber } from '../../../db/domain/wholeNumber.ts';
import { markPlate, markVin } from './checkCustomer.ts';
import type { CheckMark, CheckMarks } from './checkMark.ts';
import { plateText } from './plateText.ts';
import type { AddVehicleInput, VehicleFacts } from './shapes.ts';
import { dayOrNull, markDay } from './typedDay.ts';

/** A vehicle while it is typed: text as it stands in the boxes, '' where nothing is known. */
export interface VehicleDraft {
  readonly plate: string;
  readonly vin: string;
  readonly brand: string;
  readonly series: string;
  readonly model: string;
  readonly color: string;
  readonly energy: '' | NonNullable<VehicleFacts['energy']>;
  readonly use: VehicleFacts['use'];
  readonly purchasedHere: boolean;
  readonly purchaseDay: string;
  readonly deliveryDay: string;
  readonly inspectionDueDay: string;
  readonly warrantyEndDay: string;
  readonly warrantyKm: string;
  readonly roadConditions: string;
  readonly note: string;
  /** first reading, of a new vehicle only */
  readonly mileage: string;
}

export const emptyVehicle: VehicleDraft = {
  plate: '',
  vin: '',
  brand: '',
  series: '',
  model: '',
  color: '',
  energy: '',
  use: 'private',
  purchasedHere: true,
  purchaseDay: '',
  deliveryDay: '',
  inspectionDueDay: '',
  warrantyEndDay: '',
  warrantyKm: '',
  roadConditions: '',
  note: '',
  mileage: '',
};

export const vehicleDraftOf = (vehicle: VehicleFacts): VehicleDraft => ({
  plate: vehicle.plate === null ? '' : plateText(vehicle.plate),
  vin: vehicle.vin ?? '',
  brand: vehicle.brand ?? '',
  series: vehicle.series ?? '',
  model: vehicle.model ?? '',
  color: vehicle.color ?? '',
  energy: vehicle.energy ?? '',
  use: vehicle.use,
  purchasedHere: vehicle.purchasedHere,
  purchaseDay: vehicle.purchaseDay ?? '',
  deliveryDay: vehicle.deliveryDay ?? '',
  inspectionDueDay: vehicle.inspectionDueDay ?? '',
  warrantyEndDay: vehicle.warrantyEndDay ?? '',
  warrantyKm: vehicle.warrantyKm === null ? '' : String(vehicle.warrantyKm),
  roadConditions: vehicle.roadConditions ?? '',
  note: vehicle.note ?? '',
  mileage: '',
});

export const kmOrNull = (text: string): number | null => {
  if (text.trim() === '') return null;
  const check = parseWholeNumber(text, kilometreUnits);
  return check.ok && check.value <= 3_000_000 ? check.value : null;
};

/** `last` is the latest reading: a lower one is taken after a warning, for meters get replaced. */
export const markKm = (text: string, last: number | null): CheckMark | null => {
  if (text.trim() === '') return null;
  const km = kmOrNull(text);
  if (km === null) return { level: 'error', reason: 'mileage-invalid' };
  return last !== null && km < last ? { level: 'warning', reason: 'mileage-lower', values: { km: last } } : null;
};

export const checkVehicle = (draft: VehicleDraft): CheckMarks => {
  const nameless = [draft.plate, draft.vin, draft.series, draft.model].every((part) => part.trim() === '');
  const found: Record<string, CheckMark | null> = {
    plate: nameless
      ? { level: 'error', reason: 'plate-or-vin' }
      : isNoPlate(draft.plate)
        ? null
        : markPlate(draft.plate),
    vin: markVin(draft.vin),
    purchaseDay: markDay(draft.purchaseDay),
    deliveryDay: markDay(draft.deliveryDay),
    inspectionDueDay: markDay(draft.inspectionDueDay),
    warrantyEndDay: markDay(draft.warrantyEndDay),
    warrantyKm: markKm(draft.warrantyKm, null),
    mileage: markKm(draft.mileage, null),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, CheckMark] => entry[1] !== null));
};

const known = (text: string): string | null => text.trim() || null;

/** The facts as both `vehicles.add` and `vehicles.update` take them. Ask `checkVehicle` first. */
export const vehicleFactsOf = (draft: VehicleDraft): Omit<AddVehicleInput, 'customerId' | 'requestId' | 'mileage'> => ({
  plate: isNoPlate(draft.plate) ? null : known(draft.plate),
  vin: known(draft.vin),
  brand: known(draft.brand),
  series: known(draft.series),
  model: known(draft.model),
  color: known(draft.color),
  energy: draft.energy || null,
  use: draft.use,
  purchasedHere: draft.purchasedHere,
  purchaseDay: dayOrNull(draft.purchaseDay),
  deliveryDay: dayOrNull(draft.deliveryDay),
  inspectionDueDay: dayOrNull(draft.inspectionDueDay),
  warrantyEndDay: dayOrNull(draft.warrantyEndDay),
  warrantyKm: kmOrNull(draft.warrantyKm),
  roadConditions: known(draft.roadConditions),
  note: known(draft.note),
});

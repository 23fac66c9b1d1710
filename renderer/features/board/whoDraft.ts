import type { SearchHit } from '../../../db/contract/customerViews.ts';
import { readPastedLine } from '../../../db/domain/pasteLine.ts';
import { checkPhone } from '../../../db/domain/phone.ts';

export interface KnownVehicle {
  readonly id: string;
  readonly plate: string | null;
  readonly series: string | null;
}

/** Who comes or books, while it is typed: somebody on file, or a stranger. */
export interface WhoDraft {
  readonly customer: { readonly id: string; readonly name: string; readonly vehicles: readonly KnownVehicle[] } | null;
  /** of that customer; '' where none is named, `newVehicle` for one that is not on file */
  readonly vehicleId: string;
  readonly stranger: boolean;
  readonly name: string;
  readonly phone: string;
  readonly plate: string;
  readonly series: string;
}

export const newVehicle = 'new';

export const nobody: WhoDraft = {
  customer: null,
  vehicleId: '',
  stranger: false,
  name: '',
  phone: '',
  plate: '',
  series: '',
};

export const knownCustomer = (
  id: string,
  name: string,
  vehicles: readonly KnownVehicle[],
  vehicleId?: string,
): WhoDraft => ({
  ...nobody,
  customer: { id, name, vehicles },
  vehicleId: vehicles.find((one) => one.id === vehicleId)?.id ?? (vehicles.length === 1 ? (vehicles[0]?.id ?? '') : ''),
});

/** A hit of the search; the vehicle whose plate or VIN was typed comes with it. */
export const chosenHit = (hit: SearchHit, typed: string): WhoDraft => {
  const q = typed.toUpperCase().replace(/[^\p{Script=Han}A-Z0-9]/gu, '');
  const named =
    q.length >= 3
      ? hit.vehicles.filter((one) => (one.plate ?? '').includes(q) || (one.vin ?? '').toUpperCase().includes(q))
      : [];
  return knownCustomer(hit.id, hit.name, hit.vehicles, named.length === 1 ? named[0]?.id : undefined);
};

/** What was typed and found nobody, sorted into the fields of a stranger. */
export const strangerFrom = (typed: string): WhoDraft => {
  const text = typed.trim();
  const line = readPastedLine(text);
  const digits = /^[\d\s+()-]+$/.test(text);
  const [phone] = line.phones;
  const found = Boolean(line.name || line.plate || phone);
  return {
    ...nobody,
    stranger: true,
    name: line.name ?? (found || digits ? '' : text),
    phone: phone ?? (digits && !found ? text : ''),
    plate: line.plate ?? '',
  };
};

export type WhoProblem =
  | 'who-missing'
  | 'name-missing'
  | 'phone-missing'
  | 'phone-invalid'
  | 'vehicle-missing'
  | 'plate-missing';

/** For a booking: somebody on file, or a name and a number to call back. */
export const checkBooker = (who: WhoDraft): Readonly<Partial<Record<'who' | 'name' | 'phone', WhoProblem>>> => {
  if (who.customer) return {};
  if (!who.stranger) return { who: 'who-missing' };
  return {
    ...(who.name.trim() === '' ? { name: 'name-missing' as const } : {}),
    ...(who.phone.trim() === ''
      ? { phone: 'phone-missing' as const }
      : checkPhone(who.phone).ok
        ? {}
        : { phone: 'phone-invalid' as const }),
  };
};

/** For an arrival: which car it is, or enough to put a new one on file. `known`: the booking has the name and number. */
export const checkComer = (
  who: WhoDraft,
  known: boolean,
): Readonly<Partial<Record<'who' | 'name' | 'phone' | 'vehicleId' | 'plate', WhoProblem>>> => {
  const needsPlate = who.stranger || who.vehicleId === newVehicle || who.customer?.vehicles.length === 0;
  return {
    ...(!who.customer && !who.stranger ? { who: 'who-missing' as const } : {}),
    ...(who.stranger && !known && who.name.trim() === '' ? { name: 'name-missing' as const } : {}),
    ...(who.stranger && who.phone.trim() !== '' && !checkPhone(who.phone).ok
      ? { phone: 'phone-invalid' as const }
      : {}),
    ...(who.customer && who.vehicleId === '' && who.customer.vehicles.length > 0
      ? { vehicleId: 'vehicle-missing' as const }
      : {}),
    ...(needsPlate && who.plate.trim() === '' && who.series.trim() === '' ? { plate: 'plate-missing' as const } : {}),
  };
};

const known = (text: string): string | null => text.trim() || null;

/** As `board.walkIn` and `board.arrive` take it. */
export const comesOf = (who: WhoDraft) => {
  const car = who.stranger || who.vehicleId === newVehicle || who.customer?.vehicles.length === 0;
  return {
    vehicleId: car ? null : known(who.vehicleId),
    customerId: who.customer?.id ?? null,
    name: who.stranger ? known(who.name) : null,
    phone: who.stranger ? known(who.phone) : null,
    vehicle: car ? { plate: known(who.plate), series: known(who.series) } : null,
  };
};

/** As `appointments.add` takes it. */
export const bookerOf = (who: WhoDraft) => ({
  customerId: who.customer?.id ?? null,
  vehicleId: who.customer ? known(who.vehicleId) : null,
  name: who.customer ? null : known(who.name),
  phone: who.customer ? null : known(who.phone),
});

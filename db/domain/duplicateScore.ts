import type { DuplicateReason } from '../contract/duplicates.ts';
import type { Birthday } from './birthday.ts';
import { type Named, nameMatch } from './nameSound.ts';
import { maskPhone } from './phone.ts';
import { maskResidentId } from './residentId.ts';

export interface DuplicateFacts extends Named {
  readonly kind: string;
  readonly gender: string | null;
  readonly residentId: string | null;
  readonly birthday: Birthday | null;
  readonly address: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
  readonly phones: readonly { readonly number: string; readonly kind: string }[];
  /** every vehicle ever filed here; `gone`: removed as a mistake, `retired`: sold or scrapped, `past`: another has it now */
  readonly vehicles: readonly {
    readonly id: string;
    readonly vin: string | null;
    readonly plate: string | null;
    readonly state: 'active' | 'gone' | 'retired' | 'past';
  }[];
}

export interface Evidence {
  readonly by: DuplicateReason;
  readonly against: boolean;
  readonly value: string | null;
}

/** What each sign weighs; below zero it speaks against. */
const weights: Readonly<Record<DuplicateReason, number>> = {
  residentId: 100,
  phone: 60,
  landline: 25,
  vin: 50,
  plate: 50,
  vehicle: 16,
  wechat: 30,
  email: 30,
  companyName: 45,
  nameSame: 30,
  nameSound: 24,
  nameNear: 18,
  birthday: 20,
  birthdayPart: 8,
  address: 20,
  phoneTail: 14,
  nameDiffers: -15,
  birthdayDiffers: -20,
  genderDiffers: -10,
  kindDiffers: -25,
  residentIdDiffers: -60,
  related: -40,
};
/** From here on a pair is worth a person's look: a name that sounds near and the last four digits of the phone are. */
export const leastScore = 32;

const sameDay = (a: Birthday, b: Birthday): boolean =>
  a.calendar === b.calendar && a.month === b.month && a.day === b.day && a.leap === b.leap;

const birthdaySign = (a: Birthday | null, b: Birthday | null): DuplicateReason | null => {
  if (!a || !b) return null;
  const yearsKnown = a.year !== null && b.year !== null;
  if (sameDay(a, b) && (!yearsKnown || a.year === b.year)) return yearsKnown ? 'birthday' : 'birthdayPart';
  // 13 October and the lunar 13th of the tenth month may be one birthday, told twice
  return a.calendar === b.calendar ? 'birthdayDiffers' : null;
};

const withoutSpaces = (text: string | null): string => (text ?? '').replace(/\s/g, '').toLowerCase();
const tailOf = (number: string): string => number.slice(-4);

type Signs = Map<DuplicateReason, string | null>;

const phoneSigns = (signs: Signs, a: DuplicateFacts, b: DuplicateFacts): void => {
  const numbers = new Map(b.phones.map((phone) => [phone.number, phone.kind]));
  const shared = a.phones.find((phone) => phone.kind === 'mobile' && numbers.has(phone.number));
  const fixed = a.phones.find((phone) => phone.kind === 'landline' && numbers.has(phone.number));
  if (shared) signs.set('phone', maskPhone(shared.number));
  else if (fixed) signs.set('landline', maskPhone(fixed.number));
  else {
    const tails = new Set(b.phones.filter((phone) => phone.kind === 'mobile').map((phone) => tailOf(phone.number)));
    const tail = a.phones.find((phone) => phone.kind === 'mobile' && tails.has(tailOf(phone.number)));
    if (tail) signs.set('phoneTail', tailOf(tail.number));
  }
};

/** A car that was sold is somebody else's by right: only with a like name does it say anything. */
const vehicleSigns = (signs: Signs, a: DuplicateFacts, b: DuplicateFacts): void => {
  for (const one of a.vehicles) {
    for (const other of b.vehicles) {
      const states = [one.state, other.state];
      const handedOn = states.includes('past') || states.includes('retired');
      if (one.vin !== null && one.vin === other.vin) signs.set(handedOn ? 'vehicle' : 'vin', one.vin);
      else if (one.id === other.id) signs.set('vehicle', one.plate);
      else if (one.plate !== null && one.plate === other.plate && states.every((state) => state === 'active')) {
        signs.set('plate', one.plate);
      }
    }
  }
};

const nameSigns = (signs: Signs, a: DuplicateFacts, b: DuplicateFacts): void => {
  const match = nameMatch(a, b);
  const companies = a.kind === 'company' && b.kind === 'company';
  if (match === 'same') signs.set(companies ? 'companyName' : 'nameSame', a.name);
  else if (match === 'sound') signs.set('nameSound', a.pinyin);
  else if (match === 'near') signs.set('nameNear', null);
  else signs.set('nameDiffers', null);
};

/**
 * How much speaks for two files being one customer. A like name alone says nothing (there are many 王伟): it needs another match.
 *
 * @param related one is on file as the other's relative, who may share a phone or an address
 */
export const duplicateScore = (
  a: DuplicateFacts,
  b: DuplicateFacts,
  related: boolean,
): { score: number; why: Evidence[] } => {
  const signs: Signs = new Map();
  if (a.residentId && b.residentId) {
    if (a.residentId === b.residentId) signs.set('residentId', maskResidentId(a.residentId));
    else signs.set('residentIdDiffers', null);
  }
  phoneSigns(signs, a, b);
  vehicleSigns(signs, a, b);
  nameSigns(signs, a, b);
  const born = birthdaySign(a.birthday, b.birthday);
  if (born) signs.set(born, null);
  const address = withoutSpaces(a.address);
  if (address !== '' && address === withoutSpaces(b.address)) signs.set('address', a.address);
  for (const field of ['wechat', 'email'] as const) {
    const value = withoutSpaces(a[field]);
    if (value !== '' && value === withoutSpaces(b[field])) signs.set(field, a[field]);
  }
  if (a.gender && b.gender && a.gender !== b.gender) signs.set('genderDiffers', null);
  if (a.kind !== b.kind) signs.set('kindDiffers', null);
  if (related) signs.set('related', null);
  const why = [...signs].map(([by, value]) => ({ by, against: weights[by] < 0, value }));
  why.sort((one, other) => weights[other.by] - weights[one.by]);
  return { score: why.reduce((sum, { by }) => sum + weights[by], 0), why };
};

import { normaliseName } from '../../../db/domain/personName.ts';
import { checkPhone, formatPhone } from '../../../db/domain/phone.ts';
import { type BirthdayDraft, birthdayDraftOf, birthdayOf, noBirthday } from './birthdayDraft.ts';
import type { AddCustomerInput, CustomerFacts, PhoneLabel, ProfileInput, Revealed, VehicleFacts } from './shapes.ts';
import { dayOrNull } from './typedDay.ts';

export interface PhoneDraft {
  readonly number: string;
  readonly label: PhoneLabel;
}

export interface FirstVehicleDraft {
  readonly plate: string;
  readonly vin: string;
  readonly brand: string;
  readonly series: string;
  readonly model: string;
  readonly use: VehicleFacts['use'];
}

/** A customer while it is typed: text as it stands in the boxes, '' where nothing is known. Kept as JSON between crashes. */
export interface CustomerDraft {
  readonly kind: CustomerFacts['kind'];
  readonly name: string;
  readonly gender: '' | NonNullable<CustomerFacts['gender']>;
  /** at least one, the first stands among the first three fields */
  readonly phones: readonly PhoneDraft[];
  readonly birthday: BirthdayDraft;
  readonly residentId: string;
  readonly stage: CustomerFacts['stage'];
  readonly wechat: string;
  readonly email: string;
  readonly address: string;
  readonly education: string;
  readonly income: string;
  readonly job: string;
  readonly interests: readonly string[];
  readonly outlook: string;
  readonly habits: string;
  readonly priceSensitivity: '' | NonNullable<CustomerFacts['priceSensitivity']>;
  readonly needs: CustomerFacts['needs'];
  readonly contactHours: string;
  /** `YYYY-MM-DD`, '' where unknown */
  readonly licenceEndDay: string;
  readonly source: string;
  readonly referrer: { readonly id: string; readonly name: string } | null;
  /** staff id, '' for nobody */
  readonly adviserId: string;
  readonly tags: readonly string[];
  readonly note: string;
  /** of a new customer only */
  readonly vehicle: FirstVehicleDraft;
}

export const noPhone: PhoneDraft = { number: '', label: 'mobile' };
const noVehicle: FirstVehicleDraft = { plate: '', vin: '', brand: '', series: '', model: '', use: 'private' };

export const emptyDraft: CustomerDraft = {
  kind: 'person',
  name: '',
  gender: '',
  phones: [noPhone],
  birthday: noBirthday,
  residentId: '',
  stage: 'current',
  wechat: '',
  email: '',
  address: '',
  education: '',
  income: '',
  job: '',
  interests: [],
  outlook: '',
  habits: '',
  priceSensitivity: '',
  needs: [],
  contactHours: '',
  licenceEndDay: '',
  source: '',
  referrer: null,
  adviserId: '',
  tags: [],
  note: '',
  vehicle: noVehicle,
};

/** The form of a customer on file; full phones and resident ID come from `reveal`, the page has them masked. */
export const draftOf = (customer: CustomerFacts, revealed: Revealed): CustomerDraft => ({
  kind: customer.kind,
  name: customer.name,
  gender: customer.gender ?? '',
  phones:
    revealed.phones.length > 0
      ? revealed.phones.map(({ number, label }) => ({ number: formatPhone(number), label }))
      : [noPhone],
  birthday: birthdayDraftOf(customer.birthday),
  residentId: revealed.residentId ?? '',
  stage: customer.stage,
  wechat: customer.wechat ?? '',
  email: customer.email ?? '',
  address: customer.address ?? '',
  education: customer.education ?? '',
  income: customer.income ?? '',
  job: customer.job ?? '',
  interests: customer.interests,
  outlook: customer.outlook ?? '',
  habits: customer.habits ?? '',
  priceSensitivity: customer.priceSensitivity ?? '',
  needs: customer.needs,
  contactHours: customer.contactHours ?? '',
  licenceEndDay: customer.licenceEndDay ?? '',
  source: customer.source ?? '',
  referrer:
    customer.referrerId === null
      ? null
      : { id: customer.referrerId, name: customer.referrerName ?? customer.referrerId },
  adviserId: customer.adviserId ?? '',
  tags: customer.tags,
  note: customer.note ?? '',
  vehicle: noVehicle,
});

const known = (text: string): string | null => text.trim() || null;

/** The profile as the store takes it. Ask `checkCustomer` first: a birthday that is no day is left out here. */
export const profileOf = (draft: CustomerDraft): ProfileInput => ({
  kind: draft.kind,
  name: normaliseName(draft.name),
  gender: draft.kind === 'person' && draft.gender !== '' ? draft.gender : null,
  phones: draft.phones
    .filter((phone) => phone.number.trim() !== '')
    .map(({ number, label }) => {
      const check = checkPhone(number);
      return { number: check.ok && !check.extension ? check.number : number.trim(), label };
    }),
  birthday: draft.kind === 'person' ? birthdayOf(draft.birthday) : null,
  residentId: draft.kind === 'person' ? known(draft.residentId) : null,
  stage: draft.stage,
  wechat: known(draft.wechat),
  email: known(draft.email),
  address: known(draft.address),
  education: known(draft.education),
  income: known(draft.income),
  job: known(draft.job),
  interests: [...draft.interests],
  outlook: known(draft.outlook),
  habits: known(draft.habits),
  priceSensitivity: draft.priceSensitivity || null,
  needs: [...draft.needs],
  contactHours: known(draft.contactHours),
  licenceEndDay: draft.kind === 'person' ? dayOrNull(draft.licenceEndDay) : null,
  source: known(draft.source),
  referrerId: draft.referrer?.id ?? null,
  adviserId: draft.adviserId || null,
  tags: [...draft.tags],
  note: known(draft.note),
});

/** The first vehicle of a new customer, null where nothing of it is known. */
export const firstVehicleOf = (draft: CustomerDraft): NonNullable<AddCustomerInput['vehicle']> | null => {
  const { plate, vin, brand, series, model, use } = draft.vehicle;
  if ([plate, vin, brand, series, model].every((part) => part.trim() === '')) return null;
  return { plate: known(plate), vin: known(vin), brand: known(brand), series: known(series), model: known(model), use };
};

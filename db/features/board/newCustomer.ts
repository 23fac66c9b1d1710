import { badField } from '../../contract/errors.ts';
import { kindOfName, normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import type { Profile } from '../customers/profile.ts';
import { add } from '../customers/save.ts';

interface NewCustomer {
  readonly name: string | null;
  readonly phone: string | null;
  readonly vehicle: Parameters<typeof add>[1]['vehicle'];
}

const blank: Omit<Profile, 'kind' | 'name'> = {
  gender: null,
  phones: [],
  birthday: null,
  residentId: null,
  stage: 'current',
  wechat: null,
  email: null,
  address: null,
  education: null,
  income: null,
  job: null,
  interests: [],
  outlook: null,
  habits: null,
  priceSensitivity: null,
  needs: [],
  contactHours: null,
  licenceEndDay: null,
  source: null,
  referrerId: null,
  adviserId: null,
  tags: [],
  note: null,
};

/** Somebody who is no customer yet becomes one by what he came for; whatever else is known goes in `more`. */
export const fileCustomer = async (
  db: WriteDb,
  person: NewCustomer,
  more: Partial<Profile>,
  ctx: CommandContext,
): ReturnType<typeof add> => {
  const name = normaliseName(person.name ?? '');
  if (name === '') throw badField('name', 'name-missing');
  const phone = person.phone ? checkPhone(person.phone) : null;
  if (phone && !phone.ok) throw badField('phone', phone.reason);
  const phones = phone?.ok ? [{ number: phone.number, label: 'mobile' as const }] : [];
  return add(db, { ...blank, kind: kindOfName(name), name, phones, vehicle: person.vehicle, ...more }, ctx);
};

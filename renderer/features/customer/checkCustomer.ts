import { checkPhone } from '../../../db/domain/phone.ts';
import { checkPlate } from '../../../db/domain/plate.ts';
import { checkResidentId } from '../../../db/domain/residentId.ts';
import { canonicalVin, checkVin } from '../../../db/domain/vin.ts';
import { birthdayOf, checkBirthday } from './birthdayDraft.ts';
import type { CheckMark, CheckMarks } from './checkMark.ts';
import type { CustomerDraft } from './customerDraft.ts';
import { markDay } from './typedDay.ts';

const error = (reason: CheckMark['reason'], values?: CheckMark['values']): CheckMark =>
  values ? { level: 'error', reason, values } : { level: 'error', reason };
const warning = (reason: CheckMark['reason']): CheckMark => ({ level: 'warning', reason });

/** A plate as typed: empty is fine (a new car has none), an odd one is kept after a warning (domain.md §4). */
export const markPlate = (text: string): CheckMark | null =>
  text.trim() === '' || checkPlate(text).ok ? null : warning('plate-odd');

/** A VIN as typed: wrong length or letters block, a check digit that does not match only warns (European cars have none). */
export const markVin = (text: string): CheckMark | null => {
  if (text.trim() === '') return null;
  const check = checkVin(text);
  if (!check.ok) return error(check.reason, { n: canonicalVin(text).length });
  return check.checkDigitOk ? null : warning('vin-check-digit');
};

const markPhones = (draft: CustomerDraft): CheckMarks => {
  const marks: Record<string, CheckMark> = {};
  const seen = new Set<string>();
  draft.phones.forEach(({ number }, index) => {
    if (number.trim() === '') return;
    const check = checkPhone(number);
    if (!check.ok) marks[`phones.${index}.number`] = error('phone-invalid');
    else if (seen.has(check.number)) marks[`phones.${index}.number`] = error('phone-repeated');
    else seen.add(check.number);
  });
  return marks;
};

/** The desk does not need it, so a wrong one is said and kept, never refused. */
const markResidentId = (draft: CustomerDraft): CheckMark | null => {
  if (draft.residentId.trim() === '') return null;
  const check = checkResidentId(draft.residentId);
  if (!check.ok) return { level: 'warning', reason: check.reason, values: { n: check.id.length } };
  if (draft.gender !== '' && draft.gender !== check.sex) return warning('resident-id-sex');
  const born = birthdayOf(draft.birthday);
  if (born?.calendar !== 'solar' || born.year === null) return null;
  const [year, month, day] = check.birthday.split('-').map(Number);
  return born.year === year && born.month === month && born.day === day
    ? null
    : warning('resident-id-birthday-differs');
};

/** Everything that can be said of the form while it is typed. `today` is the store's day. */
export const checkCustomer = (draft: CustomerDraft, today: string): CheckMarks => {
  const person = draft.kind === 'person';
  const name = draft.name.trim();
  const found: Record<string, CheckMark | null> = {
    name:
      name === ''
        ? error(person ? 'name-required' : 'company-name-required')
        : name.length > 60
          ? error('name-long')
          : null,
    'vehicle.plate': markPlate(draft.vehicle.plate),
    'vehicle.vin': markVin(draft.vehicle.vin),
    email: draft.email.trim() === '' || /^\S+@\S+\.\S+$/.test(draft.email.trim()) ? null : warning('email-invalid'),
    birthday: person ? checkBirthday(draft.birthday, today) : null,
    licenceEndDay: person ? markDay(draft.licenceEndDay) : null,
    residentId: person ? markResidentId(draft) : null,
    ...markPhones(draft),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, CheckMark] => entry[1] !== null));
};

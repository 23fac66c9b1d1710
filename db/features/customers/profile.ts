import type { z } from 'zod';
import { CareError, type FieldProblem } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { isBirthday } from '../../domain/birthday.ts';
import { kindOfName, normaliseName, pinyin } from '../../domain/personName.ts';
import { checkPhone, type PhoneKind } from '../../domain/phone.ts';
import { checkResidentId } from '../../domain/residentId.ts';
import type { ReadDb } from '../../store/handler.ts';
import { birthColumns } from './rows.ts';

type Add = NonNullable<Contract['customers']['add']['~orpc']['inputSchema']>;
/** The fields that adding and changing share. */
export type Profile = Omit<z.output<Add>, 'requestId' | 'vehicle'>;

export interface CheckedProfile {
  /** columns of the customer table but id and times */
  readonly columns: ReturnType<typeof columnsOf>;
  readonly phones: readonly { readonly number: string; readonly kind: PhoneKind; readonly label: string }[];
  readonly tags: readonly string[];
  readonly warnings: readonly FieldProblem[];
}

const columnsOf = (
  input: Profile,
  name: string,
  residentId: string | null,
  facts: { gender: Profile['gender']; birthday: Profile['birthday'] },
) => ({
  kind: input.kind,
  name,
  pinyin: pinyin(name, kindOfName(name)).spaced,
  gender: facts.gender,
  residentId,
  ...birthColumns(facts.birthday),
  stage: input.stage,
  wechat: input.wechat,
  email: input.email,
  address: input.address,
  education: input.education,
  income: input.income,
  job: input.job,
  interests: JSON.stringify(input.interests),
  outlook: input.outlook,
  habits: input.habits,
  priceSensitivity: input.priceSensitivity,
  needs: JSON.stringify(input.needs),
  contactHours: input.contactHours,
  licenceEndDay: input.licenceEndDay,
  source: input.source,
  referrerId: input.referrerId,
  adviserId: input.adviserId,
  note: input.note,
});

/**
 * Cleans a form's fields by the rules of domain.md §4. Phones must be right; a resident ID that is not is kept and flagged;
 * one that is right fills birthday and sex where the form left them open.
 *
 * @throws CareError VALIDATION with every field that cannot be taken
 */
export const checkProfile = async (db: ReadDb, input: Profile, selfId: string | null): Promise<CheckedProfile> => {
  const problems: FieldProblem[] = [];
  const warnings: FieldProblem[] = [];
  const name = normaliseName(input.name);
  if (name === '') problems.push({ path: 'name', reason: 'name-missing' });
  const phones = new Map<string, CheckedProfile['phones'][number]>();
  for (const [index, phone] of input.phones.entries()) {
    const checked = checkPhone(phone.number);
    if (!checked.ok) problems.push({ path: `phones.${index}.number`, reason: checked.reason });
    else if (!phones.has(checked.number)) {
      const label = checked.kind !== 'mobile' && phone.label === 'mobile' ? 'work' : phone.label;
      phones.set(checked.number, { number: checked.number, kind: checked.kind, label });
    }
  }
  if (input.birthday && !isBirthday(input.birthday)) problems.push({ path: 'birthday', reason: 'birthday-invalid' });
  const residentId = input.residentId ? checkResidentId(input.residentId) : null;
  if (residentId && !residentId.ok) warnings.push({ path: 'residentId', reason: residentId.reason });
  const bornOn = residentId?.ok ? residentId.birthday.split('-').map(Number) : null;
  const birthday =
    input.birthday ??
    (bornOn
      ? { calendar: 'solar' as const, year: bornOn[0] ?? null, month: bornOn[1] ?? 1, day: bornOn[2] ?? 1, leap: false }
      : null);
  for (const [path, table, id] of [
    ['adviserId', 'staff', input.adviserId],
    ['referrerId', 'customer', input.referrerId],
  ] as const) {
    if (!id) continue;
    const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
    if (!row || id === selfId) problems.push({ path, reason: `${table}-not-found` });
  }
  if (problems.length > 0) throw new CareError('VALIDATION', { fields: problems });
  return {
    columns: columnsOf(input, name, residentId?.id ?? null, {
      gender: input.gender ?? (residentId?.ok ? residentId.sex : null),
      birthday,
    }),
    phones: [...phones.values()],
    tags: [...new Set(input.tags)],
    warnings,
  };
};

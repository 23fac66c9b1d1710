import { type Birthday, parseBirthday } from '../birthday.ts';
import { normaliseName } from '../personName.ts';
import { checkPhone, type PhoneKind, splitPhones } from '../phone.ts';
import { isPlaceholder } from '../plainText.ts';
import type { RowReader } from './rowReader.ts';

export interface ImportedPhone {
  /** digits only */
  number: string;
  kind: PhoneKind;
  /** 分机, where one was written */
  extension: string | null;
}

export function readName(reader: RowReader<'name'>): string {
  const name = normaliseName(reader.text('name', 60));
  if (!isPlaceholder(name)) return name;
  reader.missing('name', 'name-missing');
  return '';
}

/** All numbers of these cells, each once; one that is none refuses the row, none at all is a warning. */
export function readPhones<Field extends string>(reader: RowReader<Field>, fields: readonly Field[]): ImportedPhone[] {
  const phones: ImportedPhone[] = [];
  let written = false;
  for (const field of fields) {
    const text = reader.digits(field, 120);
    if (isPlaceholder(text)) continue;
    written = true;
    for (const part of splitPhones(text)) {
      const check = checkPhone(part);
      if (!check.ok) reader.problem(field, 'phone-invalid', 'error');
      else if (phones.length < 8 && !phones.some((phone) => phone.number === check.number)) {
        phones.push({ number: check.number, kind: check.kind, extension: check.extension ?? null });
      }
    }
  }
  const [first] = fields;
  if (!written && first) reader.missing(first, 'phone-missing', 'warning');
  return phones;
}

export function readGender(reader: RowReader<'gender'>): 'male' | 'female' | null {
  const text = reader.text('gender', 20).toLowerCase();
  if (isPlaceholder(text) || text === '保密') return null;
  if (/^(?:男性?|男士|先生|m|male)$/.test(text)) return 'male';
  if (/^(?:女性?|女士|小姐|f|female)$/.test(text)) return 'female';
  reader.problem('gender', 'gender-unknown', 'warning');
  return null;
}

export function readBirthday(reader: RowReader<'birthday'>): Birthday | null {
  const cell = reader.cell('birthday');
  if (cell === null || isPlaceholder(String(cell).trim())) return null;
  const birthday = parseBirthday(cell);
  if (!birthday) reader.problem('birthday', 'birthday-invalid', 'warning');
  return birthday ?? null;
}

import type { Settings } from '../../../db/contract/settings.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { type FormReader, formReader, type Reading } from './formReader.ts';

/** A department, a cause, a category: complaints keep its code, which nobody sees. */
export interface NamedText {
  readonly code: string;
  readonly name: string;
}

/** 责任部门 or 原因 while they are typed. */
interface NamedListForm {
  readonly rows: readonly NamedText[];
}

/** A new entry never takes the code of one that is gone. */
export const newCode = (): string => `c${newRequestId().replaceAll('-', '').slice(0, 10)}`;

export const namedListForm = (rows: readonly NamedText[]): NamedListForm => ({
  rows: rows.map(({ code, name }) => ({ code, name })),
});

/** Each has a name of its own. @param pathOf of the row of a code */
export const readNames = (
  reader: FormReader,
  rows: readonly NamedText[],
  pathOf: (code: string) => string,
): readonly string[] => {
  const names = rows.map(({ name }) => name.trim());
  rows.forEach(({ code }, at) => {
    const name = names[at] ?? '';
    if (name === '') reader.wrong(pathOf(code), { reason: 'required' });
    else if (names.indexOf(name) < at) reader.wrong(pathOf(code), { reason: 'name-twice' });
  });
  return names;
};

/** Paths: the codes, and `rows`. */
const readList = (form: NamedListForm, most: number): Reading<NamedText[]> => {
  const reader = formReader();
  const names = readNames(reader, form.rows, (code) => code);
  if (form.rows.length === 0) reader.wrong('rows', { reason: 'none-left' });
  if (form.rows.length > most) reader.wrong('rows', { reason: 'too-many', values: { most } });
  return reader.done(form.rows.map(({ code }, at) => ({ code, name: names[at] ?? '' })));
};

/** as the contract has them */
export const readDepartments = (form: NamedListForm): Reading<Settings['complaintDepartments']> => readList(form, 20);
export const readCauses = (form: NamedListForm): Reading<Settings['complaintCauses']> => readList(form, 40);
export const readChecklist = (form: NamedListForm): Reading<Settings['deliveryChecklist']> => readList(form, 20);

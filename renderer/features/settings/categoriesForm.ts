import type { Settings } from '../../../db/contract/settings.ts';
import { formReader, type Reading } from './formReader.ts';
import { type NamedText, newCode, readNames } from './namedListForm.ts';

export interface CategoryText extends NamedText {
  readonly defect: boolean;
  readonly children: readonly NamedText[];
}

/** 投诉分类 while they are typed. */
interface CategoriesForm {
  readonly rows: readonly CategoryText[];
}

export const categoriesForm = (rows: Settings['complaintCategories']): CategoriesForm => ({
  rows: rows.map(({ code, name, defect, children }) => ({ code, name, defect, children })),
});

export const newCategory = (): CategoryText => ({ code: newCode(), name: '', defect: false, children: [] });

/** as the contract has them */
const most = 20;
const mostChildren = 30;

/** Paths: `CODE`, `CODE.CHILD`, and `rows`. */
export const readCategories = (form: CategoriesForm): Reading<Settings['complaintCategories']> => {
  const reader = formReader();
  const names = readNames(reader, form.rows, (code) => code);
  if (form.rows.length === 0) reader.wrong('rows', { reason: 'none-left' });
  if (form.rows.length > most) reader.wrong('rows', { reason: 'too-many', values: { most } });
  const rows = form.rows.map(({ code, defect, children }, at) => {
    const childNames = readNames(reader, children, (child) => `${code}.${child}`);
    if (children.length > mostChildren) reader.wrong(code, { reason: 'too-many', values: { most: mostChildren } });
    return {
      code,
      name: names[at] ?? '',
      defect,
      children: children.map((child, place) => ({ code: child.code, name: childNames[place] ?? '' })),
    };
  });
  return reader.done(rows);
};

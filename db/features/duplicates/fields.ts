import type { Selectable } from 'kysely';
import { type MergeField, mergeFields } from '../../contract/duplicates.ts';
import type { Tables } from '../../schema/tables.ts';
import { wordsOf } from '../customers/rows.ts';

export type CustomerColumns = Selectable<Tables['customer']>;
export type Choices = Readonly<Partial<Record<MergeField, 'keep' | 'drop'>>>;
type Column = keyof CustomerColumns;

const birthColumns = ['birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap'] as const;

/** The columns that a field stands for; they are taken together. Phones are rows of their own. */
export const columnsOf = (field: MergeField): readonly Column[] => {
  switch (field) {
    case 'name':
      return ['name', 'pinyin'];
    case 'birthday':
      return birthColumns;
    case 'phones':
      return [];
    default:
      return [field];
  }
};

/** Fields that are columns of the customer. */
export const columnFields: readonly MergeField[] = mergeFields.filter((field) => field !== 'phones');

const lists = { interests: 20, needs: 3 } as const;
const isList = (field: MergeField): field is keyof typeof lists => field in lists;
/** 潜在 → 现有 → 满意 → 忠诚: two files make nobody less */
const stages = ['prospect', 'current', 'satisfied', 'loyal'];

const isEmpty = (row: CustomerColumns, field: MergeField): boolean => {
  if (field === 'birthday') return row.birthMonth === null;
  if (isList(field)) return row[field] === '[]';
  return columnsOf(field).every((column) => row[column] === null);
};

export const sameField = (field: MergeField, a: CustomerColumns, b: CustomerColumns): boolean =>
  columnsOf(field).every((column) => a[column] === b[column]);

/** What is taken of a field where nobody chooses: what there is; of two, the kept one's. */
export const standardChoice = (
  field: MergeField,
  keep: CustomerColumns,
  drop: CustomerColumns,
): 'keep' | 'drop' | 'both' => {
  if (isEmpty(drop, field)) return 'keep';
  if (isEmpty(keep, field)) return 'drop';
  if (isList(field)) return 'both';
  if (field === 'stage') return stages.indexOf(drop.stage) > stages.indexOf(keep.stage) ? 'drop' : 'keep';
  return 'keep';
};

const joined = (field: keyof typeof lists, keep: CustomerColumns, drop: CustomerColumns): string =>
  JSON.stringify([...new Set([...wordsOf(keep[field]), ...wordsOf(drop[field])])].slice(0, lists[field]));

/** The kept customer's columns as they shall be. Nobody is their own referrer. */
export const mergedColumns = (
  keep: CustomerColumns,
  drop: CustomerColumns,
  choices: Choices,
): Partial<CustomerColumns> => {
  const patch: Record<string, unknown> = {};
  for (const field of columnFields) {
    const taken = choices[field] ?? standardChoice(field, keep, drop);
    if (taken === 'both' && isList(field)) patch[field] = joined(field, keep, drop);
    else if (taken === 'drop') for (const column of columnsOf(field)) patch[column] = drop[column];
  }
  const referrer = 'referrerId' in patch ? patch['referrerId'] : keep.referrerId;
  if (referrer === keep.id || referrer === drop.id) patch['referrerId'] = null;
  return patch as Partial<CustomerColumns>;
};

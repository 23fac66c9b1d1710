import type { ComparedField, MergeField } from './shapes.ts';

/** Whose value of a field the merged file takes; `both` joins lists. */
export type Choice = ComparedField['standard'];

/** What was chosen, by the id of the file, so that it holds when the two change places. */
export type Chosen = Readonly<Partial<Record<MergeField, string>>>;

/** Marks that both lists were chosen; no file has such an id. */
const bothOf = 'both';

/** As they stand on the screen from left to right. Phones are all kept: there one chooses whose come first. */
export const optionsOf = (field: ComparedField): readonly Choice[] =>
  field.standard === 'both' && field.field !== 'phones' ? ['keep', 'drop', 'both'] : ['keep', 'drop'];

/** What is taken where nobody chooses. */
const standardOf = (field: ComparedField): Choice => (field.field === 'phones' ? 'keep' : field.standard);

export const choiceOf = (field: ComparedField, chosen: Chosen, keepId: string): Choice => {
  const id = chosen[field.field];
  if (id === undefined) return standardOf(field);
  if (id === bothOf) return 'both';
  return id === keepId ? 'keep' : 'drop';
};

export const choose = (
  chosen: Chosen,
  field: ComparedField,
  choice: Choice,
  { keepId, dropId }: { readonly keepId: string; readonly dropId: string },
): Chosen => ({ ...chosen, [field.field]: choice === 'both' ? bothOf : choice === 'keep' ? keepId : dropId });

/** ← and →: the neighbouring choice, or the same at the end of the line. */
export const beside = (field: ComparedField, choice: Choice, by: -1 | 1): Choice => {
  const options = optionsOf(field);
  return options[options.indexOf(choice) + by] ?? choice;
};

/** What the store is told: only what differs from what it would take by itself. */
export const fieldsInput = (
  fields: readonly ComparedField[],
  chosen: Chosen,
  keepId: string,
): Partial<Record<MergeField, 'keep' | 'drop'>> => {
  const input: Partial<Record<MergeField, 'keep' | 'drop'>> = {};
  for (const field of fields) {
    const choice = choiceOf(field, chosen, keepId);
    if (choice !== 'both' && choice !== standardOf(field)) input[field.field] = choice;
  }
  return input;
};

export interface FieldGroups {
  /** both say something, and not the same */
  readonly differ: readonly ComparedField[];
  /** only one of the two says anything */
  readonly oneSided: readonly ComparedField[];
  /** the same on both */
  readonly same: readonly ComparedField[];
}

/** Differences first. `said` tells what a field says on either file; fields that say nothing on both are left out. */
export const groupFields = (
  fields: readonly ComparedField[],
  said: (field: MergeField) => { readonly keep: string; readonly drop: string },
): FieldGroups => {
  const groups = { differ: [] as ComparedField[], oneSided: [] as ComparedField[], same: [] as ComparedField[] };
  for (const field of phonesSecond(fields)) {
    const { keep, drop } = said(field.field);
    if (keep === '' && drop === '') continue;
    if (field.same) groups.same.push(field);
    else if (keep === '' || drop === '') groups.oneSided.push(field);
    else groups.differ.push(field);
  }
  return groups;
};

/** People are told apart by name and phone: those two stand together. */
const phonesSecond = (fields: readonly ComparedField[]): readonly ComparedField[] => {
  const phones = fields.filter(({ field }) => field === 'phones');
  const others = fields.filter(({ field }) => field !== 'phones');
  const at = others.findIndex(({ field }) => field === 'name') + 1;
  return [...others.slice(0, at), ...phones, ...others.slice(at)];
};

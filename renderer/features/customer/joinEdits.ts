import type { CustomerDraft } from './customerDraft.ts';

export type DraftField = keyof CustomerDraft;

export interface Joined<D> {
  /** mine, with everything that only they changed taken over */
  readonly draft: D;
  readonly clashes: readonly (keyof D)[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const takeField = <D extends object, K extends keyof D>(into: D, field: K, from: D): D => ({
  ...into,
  [field]: from[field],
});

const fieldsOf = <D extends object>(draft: D): readonly (keyof D)[] => Object.keys(draft) as (keyof D)[];

/**
 * Two edits of one thing: `base` as both began, `theirs` as it stands in the store now, `mine` as it stands in the form.
 * What only they changed is taken over; what both changed differently is a clash that a person decides, mine until then.
 */
export const joinEdits = <D extends object>(base: D, theirs: D, mine: D): Joined<D> => {
  let draft = mine;
  const clashes: (keyof D)[] = [];
  for (const field of fieldsOf(base)) {
    if (same(theirs[field], base[field]) || same(theirs[field], mine[field])) continue;
    if (same(mine[field], base[field])) draft = takeField(draft, field, theirs);
    else clashes.push(field);
  }
  return { draft, clashes };
};

/** Settles one clash. */
export const settle = (draft: CustomerDraft, field: DraftField, chosen: CustomerDraft): CustomerDraft =>
  takeField(draft, field, chosen);

/** The fields in which two drafts differ. */
export const changedFields = (a: CustomerDraft, b: CustomerDraft): readonly DraftField[] =>
  fieldsOf(a).filter((field) => !same(a[field], b[field]));

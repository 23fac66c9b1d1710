import type { CustomerDraft } from './customerDraft.ts';

export type DraftField = keyof CustomerDraft;

export interface Joined {
  /** mine, with everything that only they changed taken over */
  readonly draft: CustomerDraft;
  readonly clashes: readonly DraftField[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const takeField = <K extends DraftField>(into: CustomerDraft, field: K, from: CustomerDraft): CustomerDraft => ({
  ...into,
  [field]: from[field],
});

const fieldsOf = (draft: CustomerDraft): readonly DraftField[] => Object.keys(draft) as DraftField[];

/**
 * Two edits of one customer: `base` as both began, `theirs` as it stands in the store now, `mine` as it stands in the form.
 * What only they changed is taken over; what both changed differently is a clash that a person decides, mine until then.
 */
export const joinEdits = (base: CustomerDraft, theirs: CustomerDraft, mine: CustomerDraft): Joined => {
  let draft = mine;
  const clashes: DraftField[] = [];
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

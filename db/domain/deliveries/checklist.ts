/** What was said of an item of the checklist (交车检查项目), as a delivery keeps it. */
export interface KeptCheck {
  readonly code: string;
  /** as it was called then */
  readonly name: string;
  readonly state: 'open' | 'done' | 'needless';
  /** UTC ms; null while nothing was said */
  readonly at: number | null;
  readonly byName: string | null;
}

export interface ChecklistItem {
  readonly code: string;
  readonly name: string;
}

/**
 * The checklist of a delivery under way: the store's items of today with what was said of them. An item that the store took off its list
 * asks for nothing any more; put back, what was said of it is there again.
 */
export const checklistOf = (items: readonly ChecklistItem[], kept: readonly KeptCheck[]): readonly KeptCheck[] =>
  items.map(({ code, name }) => {
    const said = kept.find((one) => one.code === code);
    return said ? { ...said, name } : { code, name, state: 'open', at: null, byName: null };
  });

/** What is kept once an item was said to stand so; the others, those off the list too, stay as they are. */
export const withCheck = (kept: readonly KeptCheck[], said: KeptCheck): readonly KeptCheck[] => {
  const others = kept.filter(({ code }) => code !== said.code);
  return said.state === 'open' ? others : [...others, said];
};

/** How many are settled, done or needless, of how many. */
export const checkCounts = (list: readonly KeptCheck[]): { readonly done: number; readonly of: number } => ({
  done: list.filter(({ state }) => state !== 'open').length,
  of: list.length,
});

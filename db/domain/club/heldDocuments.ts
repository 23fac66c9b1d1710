import type { HeldDocument } from '../../contract/clubTerms.ts';

/** A name that stands twice. */
export const namedTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;

/**
 * What is in our hands by these names now: one that is new was taken now, one that is left out went back now, and what went back before
 * stays on record. The same document may come and go more than once.
 *
 * @param at UTC ms
 */
export const heldNow = (
  before: readonly HeldDocument[],
  names: readonly string[],
  at: number,
): readonly HeldDocument[] => {
  const kept = before.map((one) =>
    one.returnedAt === null && !names.includes(one.name) ? { ...one, returnedAt: at } : one,
  );
  const inHand = new Set(kept.filter((one) => one.returnedAt === null).map((one) => one.name));
  const taken = names
    .filter((name) => !inHand.has(name))
    .map((name): HeldDocument => ({ name, heldAt: at, returnedAt: null }));
  return [...kept, ...taken];
};

/** All that we still hold goes back (交还). */
export const allReturned = (before: readonly HeldDocument[], at: number): readonly HeldDocument[] =>
  heldNow(before, [], at);

import type { HeldDocument } from '../../contract/clubTerms.ts';
import { badField } from '../../contract/errors.ts';
import { allReturned, heldNow, namedTwice } from '../../domain/club/heldDocuments.ts';

export const documentsOf = (stored: string): HeldDocument[] => JSON.parse(stored) as HeldDocument[];

/**
 * The column after a form was saved.
 *
 * @param at UTC ms
 * @throws CareError VALIDATION of `documents` `name-twice`
 */
export const documentsAfter = (stored: string, names: readonly string[], at: number): string => {
  if (namedTwice(names)) throw badField('documents', 'name-twice');
  return JSON.stringify(heldNow(documentsOf(stored), names, at));
};

/** The column after all went back. */
export const documentsBack = (stored: string, at: number): string =>
  JSON.stringify(allReturned(documentsOf(stored), at));

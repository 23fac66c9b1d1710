import type { TFunction } from 'i18next';
import { money } from '../../lib/formats.ts';

/** 10000 → ¥100, 9950 → ¥99.50 */
export const yuan = (fen: number): string => (fen % 100 === 0 ? money(fen).slice(0, -3) : money(fen));

/** A、B、C */
export const listed = (words: readonly string[], t: TFunction): string => words.join(t('customer.listSeparator'));

/** Things that are alike, said once: the tiers or categories of which a phrase is true, in their order. */
export const alike = <Thing>(
  things: readonly Thing[],
  phraseOf: (thing: Thing) => string,
): ReadonlyMap<string, Thing[]> => {
  const found = new Map<string, Thing[]>();
  for (const thing of things) {
    const phrase = phraseOf(thing);
    found.set(phrase, [...(found.get(phrase) ?? []), thing]);
  }
  return found;
};

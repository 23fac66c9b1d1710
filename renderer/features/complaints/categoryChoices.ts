import type { Categories } from './shapes.ts';

/** One line of the two levels of categories. */
export interface CategoryChoice {
  /** `product` or `product.aircon` */
  readonly code: string;
  /** 产品 · 空调 */
  readonly name: string;
  /** its own word: 空调 */
  readonly own: string;
  /** digits that choose it: 1 for 产品, 14 for 空调 */
  readonly digits: string;
  readonly child: boolean;
}

/** Both levels in one list: each parent, its children under it. */
export const categoryChoices = (categories: Categories): readonly CategoryChoice[] =>
  categories.flatMap((parent, at) => [
    { code: parent.code, name: parent.name, own: parent.name, digits: String(at + 1), child: false },
    ...parent.children.map((child, below) => ({
      code: `${parent.code}.${child.code}`,
      name: `${parent.name} · ${child.name}`,
      own: child.name,
      digits: `${at + 1}${below + 1}`,
      child: true,
    })),
  ]);

/**
 * What is left of them while somebody types: by digits from the first one on, by any piece of the name. Where the digits are those of one
 * line, it stands first.
 */
export const matchingCategories = (choices: readonly CategoryChoice[], typed: string): readonly CategoryChoice[] => {
  const q = typed.trim().toLowerCase();
  if (q === '') return choices;
  if (/^\d+$/.test(q)) {
    const found = choices.filter(({ digits }) => digits.startsWith(q));
    return found.toSorted((a, b) => Number(b.digits === q) - Number(a.digits === q));
  }
  const words = q.split(/[\s·.]+/u).filter((word) => word !== '');
  return choices.filter(({ name, code }) =>
    words.every((word) => name.toLowerCase().includes(word) || code.toLowerCase().includes(word)),
  );
};

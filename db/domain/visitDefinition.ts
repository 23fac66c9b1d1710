import { type Category, workshopCategories } from './category.ts';

/** 回店: one vehicle on one day with at least one workshop line that is not void. Delivery is the first contact, no visit. */
export function countsAsReturn(
  lines: readonly { category: Category; voided?: boolean | undefined }[],
  voided: boolean,
): boolean {
  return !voided && lines.some((line) => !line.voided && workshopCategories.has(line.category));
}

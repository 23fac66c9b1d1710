import { addMonths, type Day, endOfMonth } from '../day.ts';

/** What is left of points that were earned together (积分批次). */
export interface Lot {
  readonly id: string;
  /** last day on which they can be spent */
  readonly lastDay: Day;
  readonly remaining: number;
}

export interface LotShare {
  readonly lotId: string;
  /** above 0 */
  readonly points: number;
}

/** End of the month `validMonths` on: earned 2024-01-05 with 24, usable through 2026-01-31 (domain: points). */
export const lastDayOf = (earnedOn: Day, validMonths: number): Day => {
  const [year = '', month = ''] = earnedOn.split('-');
  return endOfMonth(addMonths(`${year}-${month}-01`, validMonths));
};

/** Spent first: what lapses first, then what was earned first. */
export const inSpendingOrder = (a: Lot, b: Lot): number =>
  a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Of `points` as many as the lots hold: from those that lapse first, without any that lapsed already. */
export const takeWhatIsThere = (lots: readonly Lot[], points: number, today: Day): LotShare[] => {
  const shares: LotShare[] = [];
  let missing = points;
  for (const lot of lots.toSorted(inSpendingOrder)) {
    if (missing === 0) break;
    if (lot.lastDay < today || lot.remaining === 0) continue;
    const taken = Math.min(missing, lot.remaining);
    shares.push({ lotId: lot.id, points: taken });
    missing -= taken;
  }
  return shares;
};

/**
 * From which lots `points` are taken: those that lapse first, without any that lapsed already.
 *
 * @returns null where they do not hold enough
 */
export const takeFrom = (lots: readonly Lot[], points: number, today: Day): LotShare[] | null => {
  const shares = takeWhatIsThere(lots, points, today);
  return shares.reduce((sum, share) => sum + share.points, 0) === points ? shares : null;
};

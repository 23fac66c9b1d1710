import type { Day } from '../day.ts';

/** An insurance bought here (店内投保): a policy, or a visit's insurance lines. */
export interface InsuranceItem {
  readonly kind: 'policy' | 'visit';
  readonly id: string;
  readonly vehicleId: string;
  /** first day of the policy, or day of the visit */
  readonly day: Day;
  readonly fen: number;
}

export interface InsuranceSum {
  readonly fen: number;
  /** the largest item in it: what proves it */
  readonly largest: Pick<InsuranceItem, 'kind' | 'id' | 'day' | 'fen'> | null;
}

/**
 * What insurance comes to: that of the one vehicle with the most. A purchase is often on record twice, as policies (交强险 and 商业险)
 * and as an insurance line of a visit: whichever of the two sums is more counts, never both.
 */
export const insuranceSum = (items: readonly InsuranceItem[]): InsuranceSum => {
  const sums = new Map<string, InsuranceSum>();
  for (const { kind, id, vehicleId, day, fen } of items) {
    const key = `${vehicleId} ${kind}`;
    const before = sums.get(key);
    const total = (before?.fen ?? 0) + fen;
    const largest = before?.largest && before.largest.fen >= fen ? before.largest : { kind, id, day, fen };
    sums.set(key, { fen: total, largest });
  }
  return [...sums.values()].reduce((best, sum) => (sum.fen > best.fen ? sum : best), { fen: 0, largest: null });
};

/** As a path names its proof: the item, with the sum that counts. */
export const proofOf = ({ fen, largest }: InsuranceSum) =>
  largest && { kind: largest.kind, id: largest.id, day: largest.day, amountFen: fen };

/** What insurance came to in each calendar year of its first day. */
export const insuranceByYear = (items: readonly InsuranceItem[]): ReadonlyMap<number, InsuranceSum> => {
  const years = new Map<number, InsuranceItem[]>();
  for (const item of items) {
    const year = Number(item.day.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  return new Map([...years].map(([year, its]) => [year, insuranceSum(its)]));
};

export interface InsuranceRun {
  /** last year of the run that meets it; null while none does */
  readonly year: number | null;
  /** what is still to be insured for, fen, by the shortest way; 0 where met */
  readonly missing: number;
}

/**
 * Insurance of at least `fen` in each of `years` calendar years running (连续投保), the last of them next year (bought already),
 * this year or the last one. A year that already lifted somebody does not do so again.
 *
 * @param usedYear last year of the run that was used last; null: none was
 */
export const insuranceRun = (
  sums: ReadonlyMap<number, InsuranceSum>,
  rule: { readonly fen: number; readonly years: number },
  thisYear: number,
  usedYear: number | null,
): InsuranceRun => {
  const of = (year: number): number => sums.get(year)?.fen ?? 0;
  const missingAt = (last: number): number => {
    let missing = 0;
    for (let year = last - rule.years + 1; year <= last; year++) {
      const short = Math.max(0, rule.fen - of(year));
      // a year that is over cannot be mended
      if (short > 0 && year < thisYear) return Number.POSITIVE_INFINITY;
      missing += short;
    }
    return missing;
  };
  const first = Math.max(thisYear - 1, (usedYear ?? 0) + 1);
  for (const year of [thisYear + 1, thisYear, thisYear - 1]) {
    if (year >= first && missingAt(year) === 0) return { year, missing: 0 };
  }
  let missing = Number.POSITIVE_INFINITY;
  for (let last = Math.max(thisYear, first); last < Math.max(thisYear, first) + rule.years; last++) {
    missing = Math.min(missing, missingAt(last));
  }
  return { year: null, missing };
};

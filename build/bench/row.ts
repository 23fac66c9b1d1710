/** One figure of the bench. Times in `unit`; `bare` is the p50 of the same work with bare better-sqlite3 in the same run. */
export interface Row {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly unit: 'ms' | 's' | 'MB' | 'kB';
  readonly bare: number | null;
  /** p50 / bare */
  readonly ratio: number | null;
  readonly bound: number | null;
  /** not exceeded by the ratio; null where nothing is promised */
  readonly ratioBound: number | null;
  readonly ok: boolean;
}

/** Which of a row's figures its bound is for. */
export type Judged = 'p50' | 'p95' | 'p99';

const rounded = (value: number): number => Number(value.toPrecision(3));

/** The sample below which `share` of all lie. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
};

export interface Measured {
  readonly name: string;
  readonly unit?: Row['unit'];
  readonly samples: readonly number[];
  readonly bare?: readonly number[];
  /** not exceeded by the judged figure; null where nothing is promised */
  readonly bound?: number | null;
  readonly judged?: Judged;
  /** how many times the bare p50 the p50 may be */
  readonly ratioBound?: number;
}

/** @param judging false in the quick pass, which proves that everything works and judges no time */
export const rowOf = (measured: Measured, judging: boolean): Row => {
  const { name, samples, unit = 'ms', judged = 'p99' } = measured;
  const figures = { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), p99: percentile(samples, 0.99) };
  const bare = measured.bare && measured.bare.length > 0 ? percentile(measured.bare, 0.5) : null;
  const ratio = bare === null || bare === 0 ? null : figures.p50 / bare;
  const bound = judging ? (measured.bound ?? null) : null;
  const ratioBound = judging ? (measured.ratioBound ?? null) : null;
  return {
    name,
    p50: rounded(figures.p50),
    p95: rounded(figures.p95),
    p99: rounded(figures.p99),
    unit,
    bare: bare === null ? null : rounded(bare),
    ratio: ratio === null ? null : rounded(ratio),
    bound,
    ratioBound,
    ok:
      samples.length > 0 &&
      (bound === null || figures[judged] <= bound) &&
      (ratioBound === null || (ratio !== null && ratio <= ratioBound)),
  };
};

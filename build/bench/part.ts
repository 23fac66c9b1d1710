import type { Measured } from './row.ts';

/** What a part of the bench is given. */
export interface Bench {
  /** the quick pass: small stores, few samples */
  readonly small: boolean;
  /** A folder with a demo store of about so many customers, kept between runs; 2,000 in the quick pass. Read it only. */
  readonly store: (customers: number) => Promise<string>;
  /** An own copy of such a store, to be written to; gone after the run. */
  readonly copyOf: (customers: number) => Promise<string>;
  /** How many customers such a store really has: few in the quick pass. */
  readonly sizeOf: (customers: number) => number;
  /** An empty folder, gone after the run. */
  readonly folder: (name: string) => string;
  /** How many samples: all, or few in the quick pass. */
  readonly samples: (many: number) => number;
  /** A line on stderr: what is being done. */
  readonly say: (text: string) => void;
}

export interface Part {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<Measured[]>;
}

/** `200k`, `1M`: sizes as they stand in a row's name. */
export const sizeName = (customers: number): string =>
  customers >= 1_000_000 ? `${customers / 1_000_000}M` : `${customers / 1000}k`;

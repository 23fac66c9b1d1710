import type { PathRow } from './shapes.ts';

export interface RenewDraft {
  readonly path: PathRow['path'] | '';
  readonly receiptNo: string;
}

const renewalPaths = ['fee', 'points', 'insurance'] as const;
export type RenewalPath = (typeof renewalPaths)[number];

/** The first that is met, the cheapest where they come so; null where none is. */
export const renewalPathOf = (rows: readonly PathRow[]): RenewalPath | null => {
  const met = rows.find((row) => row.met);
  return renewalPaths.find((path) => path === met?.path) ?? null;
};

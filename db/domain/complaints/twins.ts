import type { ComplaintTwin } from '../../contract/complaintViews.ts';

/** What two complaints are compared by (同因). */
export interface TwinFacts {
  readonly vehicleId: string | null;
  readonly vin: string | null;
  /** 部件 */
  readonly part: string | null;
  /** 当事人 */
  readonly about: string | null;
  readonly cause: string | null;
  readonly category: string | null;
}

/** Trimmed, one case, one width: people type the same part in more than one way. */
const folded = (text: string | null): string | null => text?.normalize('NFKC').trim().toLowerCase() || null;

const alike = (a: string | null, b: string | null): boolean => folded(a) !== null && folded(a) === folded(b);

/** `parent.child`: a leaf names a part of the vehicle, its parent does not. */
const isLeaf = (category: string | null): boolean => category?.includes('.') ?? false;

/**
 * By what two complaints look like the same trouble: the same vehicle (one VIN may have had two files), part, person or cause. Where
 * either names no part, the same leaf of a defect category stands for it.
 *
 * @param isDefect whether a fault of the vehicle may lie behind a category
 */
export function sameTrouble(
  a: TwinFacts,
  b: TwinFacts,
  isDefect: (category: string) => boolean,
): ComplaintTwin['same'] {
  const vehicle = (a.vehicleId !== null && a.vehicleId === b.vehicleId) || alike(a.vin, b.vin);
  const bothNamed = folded(a.part) !== null && folded(b.part) !== null;
  const leaf = isLeaf(a.category) && a.category === b.category && isDefect(a.category ?? '');
  const part = bothNamed ? alike(a.part, b.part) : leaf;
  return [
    ...(vehicle ? (['vehicle'] as const) : []),
    ...(part ? (['part'] as const) : []),
    ...(alike(a.about, b.about) ? (['about'] as const) : []),
    ...(a.cause !== null && a.cause === b.cause ? (['cause'] as const) : []),
  ];
}

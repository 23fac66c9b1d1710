import type { ChipTone } from '../../ui/Chip.tsx';
import type { ImportSummary, PreviewRow, Tab } from './shapes.ts';

export interface TabCount {
  /** null: every row */
  readonly tab: Tab | null;
  readonly count: number;
}

/** The tabs of the preview that hold anything, with their counts; those one must look at come before those that are fine. */
export const tabsOf = (summary: ImportSummary): readonly TabCount[] => {
  const counts: readonly TabCount[] = [
    { tab: 'error', count: summary.errors },
    { tab: 'warning', count: summary.warnings },
    { tab: 'unknownVehicle', count: summary.unknown_vehicle ?? 0 },
    { tab: 'repeated', count: summary.repeated_order ?? 0 },
    { tab: 'new', count: summary.created },
    { tab: 'changed', count: summary.updated },
    { tab: 'same', count: summary.same },
    { tab: 'skipped', count: summary.skipped },
  ];
  return [{ tab: null, count: summary.rows }, ...counts.filter(({ count }) => count > 0)];
};

const tabTone: Readonly<Record<Tab, ChipTone>> = {
  new: 'green',
  changed: 'brand',
  same: 'plain',
  skipped: 'plain',
  warning: 'amber',
  error: 'red',
  repeated: 'red',
  unknownVehicle: 'red',
};

/** How a row is marked: what was taken with a doubt shows the doubt. */
export const toneOfRow = (row: PreviewRow): ChipTone => (row.warning ? 'amber' : tabTone[row.fate]);

/** Rows that stay out and stand in the error file. */
export const refusedIn = (summary: ImportSummary | null): number =>
  summary ? summary.errors + (summary.unknown_vehicle ?? 0) + (summary.repeated_order ?? 0) : 0;

import type { ReactNode } from 'react';

/** Something to be printed: its data is there, it only has to be laid out. */
export interface Printable {
  /** millimetres; height null: as high as the highest sheet (a roll of paper) */
  readonly width: number;
  readonly height: number | null;
  /** millimetres around what flows over several pages; else a sheet is a page */
  readonly flowMargin?: number;
  /** pages that flow have their number at the foot, but for letters */
  readonly numbered?: false;
  readonly sheets: readonly ReactNode[];
}

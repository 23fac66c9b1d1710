import type { Fate } from '../../contract/imports.ts';
import type { RowProblem } from '../../domain/import/cell.ts';
import type { BulkWriter, Columns } from './bulkWriter.ts';

/**
 * What becomes of one checked row, given the store and the rows before it. The preview asks for the fate only; the import
 * itself asks again inside its transaction, so that what the desk did meanwhile counts, and then lets it write.
 */
export interface Planned {
  readonly fate: Exclude<Fate, 'skipped'>;
  /** what matching found wrong; a row that is refused has an error here */
  readonly problems: readonly RowProblem[];
  /** for `changed`: the fields that change, or `vehicle` where one is added */
  readonly changes: readonly string[];
  readonly write: ((writer: BulkWriter) => void) | null;
}

export const refused = (fate: 'error' | 'repeated' | 'unknownVehicle', problem: RowProblem): Planned => ({
  fate,
  problems: [problem],
  changes: [],
  write: null,
});

/** Plans the rows of one file in their order. */
export interface Planner<Row> {
  next(row: Row): Planned;
}

/** Columns that a row may fill where the store knows nothing yet: an import never writes over what a desk entered. */
export const blanksFilled = (known: Columns, offered: Columns): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(offered).filter(
      ([column, value]) => value !== null && (known[column] === null || known[column] === undefined),
    ),
  );

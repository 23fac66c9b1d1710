import type { Cell } from '../domain/import/cell.ts';
import { writeTable } from './writeTable.ts';

/** A row that was refused, as it stood in the file, with what was wrong in words. */
export interface RefusedRow {
  cells: readonly Cell[];
  reasons: readonly string[];
}

/**
 * The rows that could not be taken, with their own columns and one more that says why, as a CSV that any spreadsheet program opens. Mended
 * there it is imported as it is: the extra column belongs to no field, and everything else is as it was.
 */
export async function writeErrorFile(
  path: string,
  header: readonly string[],
  rows: Iterable<RefusedRow> | AsyncIterable<RefusedRow>,
  reasonTitle: '错误原因' | 'Error reason',
): Promise<void> {
  await writeTable(path, 'csv', { header: [...header, reasonTitle], rows: withReasons(rows, header.length) });
}

async function* withReasons(
  rows: Iterable<RefusedRow> | AsyncIterable<RefusedRow>,
  width: number,
): AsyncGenerator<Cell[]> {
  for await (const { cells, reasons } of rows) {
    const line = Array.from({ length: width }, (_, index) => cells[index] ?? null);
    yield [...line, reasons.join('；')];
  }
}

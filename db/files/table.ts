import type { Cell } from '../domain/import/cell.ts';

/** A row as it stands in the file. */
export interface TableRow {
  /** As a spreadsheet program shows it: from 1, title rows included. */
  number: number;
  cells: Cell[];
  /** Indices of the cells that hold a formula; their value is what the program had last computed. */
  formulas: readonly number[];
}

/** An opened file. Rows are read as they are asked for, so that a large file never lies in memory as a whole. */
export interface Table {
  format: 'xlsx' | 'xls' | 'csv';
  /** Name of the sheet read; null for text files. */
  sheet: string | null;
  /** How the text was encoded; null for spreadsheets. */
  encoding: string | null;
  delimiter: string | null;
  /** Rows that hold anything, for progress and the cap; text files count blank lines too. */
  rowCount: number;
  /** Reads from the start; may be called again. Throws `FileRefused`. */
  rows(): AsyncIterable<TableRow>;
}

/** A block of merged cells, 0-based and inclusive. */
export interface Merge {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
}

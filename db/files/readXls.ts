import type { Cell } from '../domain/import/cell.ts';
import { isSoundText } from '../domain/plainText.ts';
import { biff, recordAt } from './biffRecords.ts';
import { type BiffSheet, type BiffWorkbook, biffString, readBiffWorkbook } from './biffWorkbook.ts';
import { CompoundFile } from './compoundFile.ts';
import { FileRefused } from './fileRefused.ts';
import { fillMerged } from './mergedCells.ts';
import { numberCell } from './numberStyle.ts';
import type { Merge, Table, TableRow } from './table.ts';
import { isBlankRow } from './table.ts';

/** IV, the 256th: this kind of file has no more. */
const lastColumn = 255;

/**
 * Opens an .xls of Excel 95–2003 (at most 65,536 rows). Read by code of our own: the library loops for ever, or aborts the
 * process, on some damaged files (seen when bytes of a sound one were changed at random).
 */
export function readXls(bytes: Uint8Array, wanted?: string): Table {
  try {
    return openBook(bytes, wanted);
  } catch (error) {
    // A record shorter than its kind allows: Buffer says so before anything is misread.
    throw error instanceof RangeError ? new FileRefused('file-truncated') : error;
  }
}

function openBook(bytes: Uint8Array, wanted: string | undefined): Table {
  const file = new CompoundFile(bytes);
  if (file.names().includes('EncryptedPackage')) throw new FileRefused('file-password');
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw new FileRefused('file-wrong-kind');
  const book = readBiffWorkbook(stream);
  const named = book.sheets.filter((sheet) => sheet.name === wanted);
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  for (const sheet of named.length > 0 ? named : visible.length > 0 ? visible : book.sheets) {
    const { rows, merges } = readSheet(stream, sheet, book);
    if (rows.length === 0) continue;
    return {
      format: 'xls',
      sheet: sheet.name,
      encoding: null,
      delimiter: null,
      rowCount: rows.filter((row) => !isBlankRow(row.cells)).length,
      rows: () => fillMerged(each(rows), merges),
    };
  }
  throw new FileRefused('file-empty');
}

async function* each(rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  for (const row of rows) yield { ...row, cells: [...row.cells] };
}

/** A sheet's cells as its records tell them, in whatever order. */
class SheetCells {
  readonly rows: (TableRow | undefined)[] = [];
  readonly #book: BiffWorkbook;

  constructor(book: BiffWorkbook) {
    this.#book = book;
  }

  set(row: number, column: number, value: Cell, formula = false): void {
    if (typeof value === 'string' && !isSoundText(value)) throw new FileRefused('file-not-text', { row: row + 1 });
    const { cells, formulas } = this.#row(row);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    if (formula) (formulas as number[]).push(column);
  }

  number(row: number, column: number, style: number, value: number, formula = false): void {
    const cell = Number.isFinite(value)
      ? numberCell(value, this.#book.styles[style] ?? 'plain', this.#book.date1904)
      : null;
    this.set(row, column, cell, formula);
  }

  #row(index: number): TableRow {
    let row = this.rows[index];
    if (!row) {
      row = { number: index + 1, cells: [], formulas: [] };
      this.rows[index] = row;
    }
    return row;
  }
}

function readSheet(stream: Buffer, sheet: BiffSheet, book: BiffWorkbook): { rows: TableRow[]; merges: Merge[] } {
  const cells = new SheetCells(book);
  const merges: Merge[] = [];
  let depth = 0;
  let awaiting: { row: number; column: number } | undefined;
  for (let record = recordAt(stream, sheet.at); record; record = recordAt(stream, record.next)) {
    const { type, data } = record;
    if (type === biff.beginOfPart) depth += 1;
    else if (type === biff.endOfPart) {
      depth -= 1;
      if (depth <= 0) return { rows: filled(cells.rows), merges };
    }
    // A chart that lies in the sheet has cells of its own.
    if (depth !== 1) continue;
    if (type === biff.formula) awaiting = readFormula(data, cells);
    else if (type === biff.formulaText && awaiting)
      cells.set(awaiting.row, awaiting.column, biffString(book, data, 0, 2));
    else if (type === biff.merged) readMerges(data, merges);
    else readValue(type, data, cells, book);
  }
  throw new FileRefused('file-truncated');
}

function readValue(type: number, data: Buffer, cells: SheetCells, book: BiffWorkbook): void {
  switch (type) {
    case biff.sharedText:
      cells.set(...place(data), book.strings[data.readUInt32LE(6)] ?? null);
      break;
    case biff.text:
    case biff.richText:
      cells.set(...place(data), biffString(book, data, 6, 2));
      break;
    case biff.number:
      cells.number(...place(data), data.readUInt16LE(4), data.readDoubleLE(6));
      break;
    case biff.shortNumber:
      cells.number(...place(data), data.readUInt16LE(4), shortNumber(data.readInt32LE(6)));
      break;
    case biff.manyNumbers:
      readManyNumbers(data, cells);
      break;
    case biff.truthOrError:
      cells.set(...place(data), truthOrError(data.readUInt8(6), data.readUInt8(7) === 1));
      break;
  }
}

function readManyNumbers(data: Buffer, cells: SheetCells): void {
  const [row, first] = place(data);
  for (let at = 4; at + 6 < data.length && first + (at - 4) / 6 <= lastColumn; at += 6) {
    cells.number(row, first + (at - 4) / 6, data.readUInt16LE(at), shortNumber(data.readInt32LE(at + 2)));
  }
}

function place(data: Buffer): [row: number, column: number] {
  const column = data.readUInt16LE(2);
  if (column > lastColumn) throw new FileRefused('file-truncated');
  return [data.readUInt16LE(0), column];
}

/** Keeps what the program had last computed; text follows in a record of its own. */
function readFormula(data: Buffer, cells: SheetCells): { row: number; column: number } | undefined {
  const [row, column] = place(data);
  if (data.readUInt16LE(12) !== 0xffff) {
    cells.number(row, column, data.readUInt16LE(4), data.readDoubleLE(6), true);
    return undefined;
  }
  const kind = data.readUInt8(6);
  cells.set(row, column, kind === 1 || kind === 2 ? truthOrError(data.readUInt8(8), kind === 2) : null, true);
  return kind === 0 ? { row, column } : undefined;
}

/** 30 bits of a double or of an integer, the last two saying which and whether it is in hundredths. */
function shortNumber(packed: number): number {
  let value = packed >> 2;
  if ((packed & 2) === 0) {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(packed & ~3, 4);
    value = bytes.readDoubleLE(0);
  }
  return packed & 1 ? value / 100 : value;
}

function truthOrError(code: number, error: boolean): string {
  if (!error) return code === 1 ? 'TRUE' : 'FALSE';
  const names: Readonly<Record<number, string>> = {
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
  };
  return names[code] ?? '#N/A';
}

function readMerges(data: Buffer, merges: Merge[]): void {
  const count = data.readUInt16LE(0);
  for (let index = 0; index < count; index += 1) {
    const at = 2 + index * 8;
    merges.push({
      firstRow: data.readUInt16LE(at),
      lastRow: data.readUInt16LE(at + 2),
      firstColumn: data.readUInt16LE(at + 4),
      lastColumn: data.readUInt16LE(at + 6),
    });
  }
}

/** Blank rows between count, those behind the last do not; a stray cell thousands of rows below makes no blank ones. */
function filled(sparse: readonly (TableRow | undefined)[]): TableRow[] {
  const rows: TableRow[] = [];
  let expected = 1;
  for (const row of sparse) {
    if (!row || (isBlankRow(row.cells) && row.formulas.length === 0)) continue;
    if (row.number - expected <= 1000) {
      for (let gap = expected; gap < row.number; gap += 1) rows.push({ number: gap, cells: [], formulas: [] });
    }
    expected = row.number + 1;
    rows.push(row);
  }
  return rows;
}

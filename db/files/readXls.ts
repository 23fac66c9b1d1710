import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Cell } from '../domain/import/cell.ts';
import { isSoundText } from '../domain/plainText.ts';
import { FileRefused, fileCaps } from './fileRefused.ts';
import { fillMerged } from './mergedCells.ts';
import type { Merge, Table, TableRow } from './table.ts';
import { isBlankRow } from './table.ts';
import { numberCell } from './xlsxSheet.ts';
import { styleOf } from './xlsxWorkbook.ts';

/** Opens an .xls of Excel 97–2003 (at most 65,536 rows) whole, with the library; it is loaded only when one comes. */
export async function readXls(bytes: Uint8Array, wanted?: string): Promise<Table> {
  const { CFB, read } = await import('@e965/xlsx');
  let streams: string[];
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as { FullPaths: string[] };
    streams = container.FullPaths.map((path) => path.split('/').at(-1) ?? '');
  } catch {
    throw new FileRefused('file-truncated');
  }
  if (streams.includes('EncryptedPackage')) throw new FileRefused('file-password');
  if (!streams.includes('Workbook') && !streams.includes('Book')) throw new FileRefused('file-wrong-kind');
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false });
  } catch (error) {
    const protectedBook = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new FileRefused(protectedBook ? 'file-password' : 'file-truncated');
  }
  return tableOf(book, wanted);
}

function tableOf(book: WorkBook, wanted: string | undefined): Table {
  const hidden = new Set(book.Workbook?.Sheets?.filter((sheet) => sheet.Hidden).map((sheet) => sheet.name));
  const visible = book.SheetNames.filter((name) => !hidden.has(name));
  const candidates =
    wanted && book.SheetNames.includes(wanted) ? [wanted] : visible.length > 0 ? visible : book.SheetNames;
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  for (const name of candidates) {
    const sheet = book.Sheets[name];
    const rows = sheet ? rowsOf(sheet, date1904) : [];
    if (rows.length === 0) continue;
    if (rows.length > fileCaps.rows + 100) throw new FileRefused('file-too-many-rows');
    const merges = (sheet?.['!merges'] ?? []).map(
      ({ s, e }): Merge => ({ firstRow: s.r, lastRow: e.r, firstColumn: s.c, lastColumn: e.c }),
    );
    return {
      format: 'xls',
      sheet: name,
      encoding: null,
      delimiter: null,
      rowCount: rows.length,
      rows: () => fillMerged(each(rows), merges),
    };
  }
  throw new FileRefused('file-empty');
}

async function* each(rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  for (const row of rows) yield { ...row, cells: [...row.cells] };
}

function rowsOf(sheet: WorkSheet, date1904: boolean): TableRow[] {
  const rows: TableRow[] = [];
  let used = 0;
  for (const [index, source] of (sheet['!data'] ?? []).entries()) {
    const cells: Cell[] = [];
    const formulas: number[] = [];
    for (const [column, cell] of (source ?? []).entries()) {
      cells.push(cell ? cellValue(cell, date1904) : null);
      if (cell?.f) formulas.push(column);
    }
    if (cells.some((cell) => typeof cell === 'string' && !isSoundText(cell))) {
      throw new FileRefused('file-not-text', { row: index + 1 });
    }
    rows.push({ number: index + 1, cells, formulas });
    if (!isBlankRow(cells) || formulas.length > 0) used = rows.length;
  }
  return rows.slice(0, used);
}

function cellValue(cell: CellObject, date1904: boolean): Cell {
  if (typeof cell.v === 'number') return numberCell(cell.v, styleOf(String(cell.z ?? 'General')), date1904);
  if (typeof cell.v === 'string') return cell.v;
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return null;
}

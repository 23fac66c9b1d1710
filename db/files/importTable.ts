import type { Cell } from '../domain/import/cell.ts';
import type { ImportTableKind } from '../domain/import/fields.ts';
import { type ColumnMapping, type MappingMemory, proposeMapping } from './columns.ts';
import { FileRefused, fileCaps } from './fileRefused.ts';
import { findHeader, headerSearchRows, isTotalRow, repeatsHeader } from './header.ts';
import { isBlankRow, type Table, type TableRow } from './table.ts';

/** A data row, its cells by field. Blank rows come too, to be counted. */
export interface ImportRow {
  /** As a spreadsheet program numbers it. */
  number: number;
  blank: boolean;
  /** The whole row as it stands in the file, for the preview and the error file. */
  cells: Cell[];
  fields: Record<string, Cell>;
  /** Fields whose cell holds a formula. */
  formulas: string[];
}

/** A file of one kind with its header found. */
export interface ImportTable {
  kind: ImportTableKind;
  table: Table;
  /** Column titles, '' for those without one. */
  header: string[];
  headerRow: number;
  mapping: ColumnMapping;
  /** Data rows, more or less: for progress. */
  rowCount: number;
  /** Data rows in order; title, header and total rows are left out. Throws `FileRefused` when the file turns out to be damaged. */
  rows(mapping?: ColumnMapping): AsyncGenerator<ImportRow>;
}

/** Finds the header under the title rows and proposes the columns. Throws `header-not-found`. */
export async function openImport(
  table: Table,
  kind: ImportTableKind,
  options: { remembered?: MappingMemory } = {},
): Promise<ImportTable> {
  const first: TableRow[] = [];
  for await (const row of table.rows()) {
    first.push(row);
    if (first.length >= headerSearchRows) break;
  }
  if (first.every((row) => isBlankRow(row.cells))) throw new FileRefused('file-empty');
  const headerRow = findHeader(first, kind);
  if (!headerRow) throw new FileRefused('header-not-found');
  const above = first.filter((row) => row.number <= headerRow.number && !isBlankRow(row.cells)).length;
  const rowCount = Math.max(0, table.rowCount - above);
  if (rowCount > fileCaps.rows) throw new FileRefused('file-too-many-rows');
  const header = headerRow.cells.map((cell) => String(cell ?? '').trim());
  const proposed = proposeMapping(header, kind, options.remembered);
  return {
    kind,
    table,
    header,
    headerRow: headerRow.number,
    mapping: proposed,
    rowCount,
    rows: (mapping = proposed) => dataRows(table, headerRow, mapping),
  };
}

async function* dataRows(table: Table, header: TableRow, mapping: ColumnMapping): AsyncGenerator<ImportRow> {
  const columns = Object.entries(mapping);
  let count = 0;
  for await (const { number, cells, formulas } of table.rows()) {
    if (number <= header.number) continue;
    const blank = isBlankRow(cells) && formulas.length === 0;
    if (!blank && (isTotalRow(cells) || repeatsHeader(cells, header.cells))) continue;
    count += 1;
    if (count > fileCaps.rows) throw new FileRefused('file-too-many-rows');
    const fields: Record<string, Cell> = {};
    for (const [field, column] of columns) fields[field] = cells[column] ?? null;
    yield {
      number,
      blank,
      cells,
      fields,
      formulas:
        formulas.length === 0 ? [] : columns.filter(([, column]) => formulas.includes(column)).map(([field]) => field),
    };
  }
}

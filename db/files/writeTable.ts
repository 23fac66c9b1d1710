import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Cell } from '../domain/import/cell.ts';
import { disarm } from './formulaGuard.ts';

export interface TableToWrite {
  /** Name of the sheet in an .xlsx. */
  sheet?: string;
  header: readonly string[];
  /** Numbers stay numbers; text that a spreadsheet program would run gets an apostrophe before it. */
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/**
 * Writes .xlsx or .csv. CSV goes out row by row with a byte-order mark, for without it Excel reads Chinese as something
 * else, and CRLF line ends; an .xlsx is built in memory (100,000 rows × 8 columns: some 570 MB), so large exports are CSV.
 */
export async function writeTable(path: string, format: 'xlsx' | 'csv', table: TableToWrite): Promise<void> {
  await (format === 'csv' ? writeCsv(path, table) : writeXlsx(path, table));
}

async function writeCsv(path: string, table: TableToWrite): Promise<void> {
  const file = createWriteStream(path, { encoding: 'utf8' });
  const done = finished(file);
  try {
    let pending = `\uFEFF${csvLine(table.header)}`;
    for await (const row of table.rows) {
      pending += csvLine(row);
      if (pending.length < 256 * 1024) continue;
      if (!file.write(pending))
        await Promise.race([new Promise<void>((resolve) => file.once('drain', () => resolve())), done]);
      pending = '';
    }
    file.end(pending);
  } catch (error) {
    file.destroy();
    await done.catch(() => undefined);
    throw error;
  }
  await done;
}

/** One line of CSV with its line end: quoted where needed, disarmed everywhere. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = disarm(cell);
  return /[",\r\n;\t|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writeXlsx(path: string, table: TableToWrite): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const data = [table.header.map((title) => ({ value: disarm(title), type: String, fontWeight: 'bold' as const }))];
  const rows: (
    | (typeof data)[number][number]
    | { value: string | number; type: StringConstructor | NumberConstructor }
    | null
  )[][] = [...data];
  for await (const row of table.rows) rows.push(row.map(xlsxCell));
  await writeXlsxFile(rows, { sheet: table.sheet ?? 'Sheet1', stickyRowsCount: 1 }).toFile(path);
}

function xlsxCell(cell: Cell) {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: disarm(cell), type: String };
}

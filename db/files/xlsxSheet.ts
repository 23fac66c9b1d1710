import type { Cell } from '../domain/import/cell.ts';
import { isSoundText } from '../domain/plainText.ts';
import { FileRefused, fileCaps } from './fileRefused.ts';
import { numberCell } from './numberStyle.ts';
import type { Merge, TableRow } from './table.ts';
import { isBlankRow } from './table.ts';
import { richText, type Workbook } from './xlsxWorkbook.ts';
import { attribute, decodeCellText } from './xmlText.ts';
import type { ZipArchive } from './zipArchive.ts';

/** What a first quick pass over a sheet tells. */
export interface SheetSurvey {
  /** Rows that hold a value. */
  rows: number;
  merges: Merge[];
}

/** More cells in one row than any table of ours has: a row is then cut there. */
const mostColumns = 500;

/**
 * Counts rows and finds merged blocks, which a sheet tells only after its rows, without making a value. Unpacks it to the end, so a
 * bomb, a cut file or a wrong checksum shows before the first row is read.
 */
export async function surveySheet(archive: ZipArchive, path: string): Promise<SheetSurvey> {
  let rows = 0;
  let pending = '';
  let prefix: string | undefined;
  let tail: string | undefined;
  for await (const chunk of archive.chunks(path)) {
    const text = chunk.toString('latin1');
    if (tail !== undefined) {
      if (tail.length < 64 * 1024 * 1024) tail += text;
      continue;
    }
    pending += text;
    prefix ??= /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(pending)?.[1];
    if (prefix === undefined) {
      if (pending.length > 1024 * 1024) throw new FileRefused('file-wrong-kind');
      continue;
    }
    const counted = countRows(pending, prefix);
    rows += counted.rows;
    if (rows > fileCaps.rows + 100) throw new FileRefused('file-too-many-rows');
    if (counted.ended) tail = pending.slice(counted.until);
    else pending = pending.slice(counted.until);
    if (pending.length > 16 * 1024 * 1024 && !counted.ended) throw new FileRefused('file-wrong-kind');
  }
  if (prefix === undefined) throw new FileRefused('file-truncated');
  return { rows, merges: readMerges(tail ?? '') };
}

function countRows(xml: string, prefix: string): { rows: number; until: number; ended: boolean } {
  const sheetEnd = xml.search(new RegExp(`</${prefix}sheetData>|<${prefix}sheetData\\s*/>`));
  const end = sheetEnd < 0 ? xml.length : sheetEnd;
  const valueTags = [`<${prefix}v>`, `<${prefix}t>`, `<${prefix}t `];
  const next = valueTags.map(() => -1);
  let rows = 0;
  let start = xml.indexOf(`<${prefix}row`);
  while (start >= 0 && start < end) {
    const following = xml.indexOf(`<${prefix}row`, start + 4);
    if (following < 0 && sheetEnd < 0) return { rows, until: start, ended: false };
    const until = following < 0 ? end : Math.min(following, end);
    const filled = valueTags.some((tag, index) => {
      let at = next[index] ?? -1;
      if (at < start) {
        at = xml.indexOf(tag, start);
        next[index] = at < 0 ? Number.POSITIVE_INFINITY : at;
      }
      return at >= 0 && at < until;
    });
    if (filled) rows += 1;
    start = following;
  }
  if (sheetEnd >= 0) return { rows, until: sheetEnd, ended: true };
  return { rows, until: Math.max(0, xml.length - 64), ended: false };
}

function readMerges(tail: string): Merge[] {
  const merges: Merge[] = [];
  for (const match of tail.matchAll(/mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g)) {
    merges.push({
      firstColumn: columnIndex(match[1] ?? ''),
      firstRow: Number(match[2]) - 1,
      lastColumn: columnIndex(match[3] ?? ''),
      lastRow: Number(match[4]) - 1,
    });
  }
  return merges;
}

/** A → 0, Z → 25, AA → 26. */
function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/** Rows in order, with blank ones between them (not behind the last). */
export async function* readSheet(archive: ZipArchive, path: string, workbook: Workbook): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder('utf-8');
  let pending = '';
  let prefix: string | undefined;
  let expected = 1;
  let blanks: TableRow[] = [];
  for await (const chunk of archive.chunks(path)) {
    pending += decoder.decode(chunk, { stream: true });
    prefix ??= /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(pending)?.[1];
    if (prefix === undefined) continue;
    const open = `<${prefix}row`;
    const close = `</${prefix}row>`;
    let from = 0;
    for (;;) {
      const start = pending.indexOf(open, from);
      if (start < 0) break;
      const tagEnd = pending.indexOf('>', start);
      if (tagEnd < 0) break;
      const next = pending[start + open.length];
      if (next !== ' ' && next !== '>' && next !== '/') {
        from = tagEnd + 1;
        continue;
      }
      const empty = pending[tagEnd - 1] === '/';
      const end = empty ? tagEnd : pending.indexOf(close, tagEnd);
      if (end < 0) break;
      const number = Number(attribute(pending.slice(start + open.length, tagEnd), 'r') ?? expected);
      const row = readRow(empty ? '' : pending.slice(tagEnd + 1, end), number, prefix, workbook);
      from = empty ? tagEnd + 1 : end + close.length;
      if (!Number.isInteger(number) || number < expected) throw new FileRefused('file-truncated');
      // A few rows left out are blank lines; thousands are a stray cell far below the table.
      if (number - expected <= 1000) {
        for (let gap = expected; gap < number; gap += 1) blanks.push({ number: gap, cells: [], formulas: [] });
      }
      expected = number + 1;
      if (isBlankRow(row.cells) && row.formulas.length === 0) {
        if (blanks.length < fileCaps.rows) blanks.push(row);
        continue;
      }
      yield* blanks;
      blanks = [];
      yield row;
    }
    pending = pending.slice(from);
  }
}

function readRow(xml: string, number: number, prefix: string, workbook: Workbook): TableRow {
  const cells: Cell[] = [];
  const formulas: number[] = [];
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  let from = 0;
  for (let column = 0; ; column += 1) {
    const start = xml.indexOf(open, from);
    if (start < 0) break;
    const tagEnd = xml.indexOf('>', start);
    const tag = xml.slice(start + open.length, tagEnd);
    const letters = / r="([A-Z]{1,3})\d+"/.exec(tag)?.[1];
    if (letters) column = columnIndex(letters);
    if (tag.endsWith('/')) {
      from = tagEnd + 1;
      continue;
    }
    const end = xml.indexOf(close, tagEnd);
    if (end < 0) break;
    from = end + close.length;
    if (column >= mostColumns) break;
    const body = xml.slice(tagEnd + 1, end);
    while (cells.length < column) cells.push(null);
    cells[column] = readCell(tag, body, prefix, workbook);
    if (body.includes(`<${prefix}f>`) || body.includes(`<${prefix}f `) || body.includes(`<${prefix}f/`))
      formulas.push(column);
  }
  if (cells.some((cell) => typeof cell === 'string' && !isSoundText(cell))) {
    throw new FileRefused('file-not-text', { row: number });
  }
  return { number, cells, formulas };
}

function readCell(tag: string, body: string, prefix: string, workbook: Workbook): Cell {
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return richText(body);
  const valueTag = body.indexOf(`<${prefix}v`);
  if (valueTag < 0) return null;
  const valueFrom = body.indexOf('>', valueTag) + 1;
  const raw = body.slice(valueFrom, body.indexOf('<', valueFrom));
  if (raw === '') return null;
  if (type === 's') return workbook.strings[Number(raw)] ?? null;
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd')
    return raw
      .replace('T00:00:00', '')
      .replace('T', ' ')
      .replace(/(?:\.0+)?Z?$/, '');
  if (type !== 'n') return decodeCellText(raw);
  const value = Number(raw);
  if (!Number.isFinite(value)) return decodeCellText(raw);
  const style = workbook.styles[Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0)] ?? 'plain';
  return numberCell(value, style, workbook.date1904);
}

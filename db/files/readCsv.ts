import { CsvError, type Parser, parse } from 'csv-parse';
import { detectDelimiter } from './delimiter.ts';
import { FileRefused, fileCaps } from './fileRefused.ts';
import { arm } from './formulaGuard.ts';
import type { Table, TableRow } from './table.ts';
import { decodePieces, detectEncoding, type TextEncoding } from './textEncoding.ts';

/** Opens a .csv or .txt: any of the usual encodings and delimiters, quoted cells with line breaks, lines of unequal length. */
export async function readCsv(bytes: Uint8Array): Promise<Table> {
  const encoding = detectEncoding(bytes);
  let start = '';
  for (const piece of decodePieces(bytes.subarray(0, 256 * 1024), encoding)) start += piece;
  if (start.trim() === '') throw new FileRefused('file-empty');
  const delimiter = detectDelimiter(start);
  const rowCount = countRecords(bytes, encoding);
  if (rowCount > fileCaps.rows + 100) throw new FileRefused('file-too-many-rows');
  return {
    format: 'csv',
    sheet: null,
    encoding,
    delimiter,
    rowCount,
    rows: () => readRecords(bytes, encoding, delimiter),
  };
}

async function* readRecords(bytes: Uint8Array, encoding: TextEncoding, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    // An opening quote without its closing one would swallow the rest of the file.
    max_record_size: 1024 * 1024,
  });
  const feed = async () => {
    for (const piece of decodePieces(bytes, encoding)) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await drained(parser);
    }
    parser.end();
  };
  feed().catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error(String(error))));
  let number = 0;
  let blanks: TableRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      const row: TableRow = { number, cells: record.map(cellOf), formulas: [] };
      // Empty lines count where something follows them; those at the end are only how the file was written.
      if (record.length === 1 && record[0] === '') {
        blanks.push(row);
        continue;
      }
      yield* blanks;
      blanks = [];
      yield row;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused('file-truncated', { row: number + 1 });
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Until the parser takes more, or will take none. */
function drained(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done).off('close', done);
      resolve();
    };
    parser.on('drain', done).on('close', done);
  });
}

/** `="0138…"` is how exports keep a spreadsheet from eating zeros; a leading apostrophe is how we keep it from running text. */
function cellOf(raw: string): string {
  return arm(/^="([\p{L}\p{N} .-]*)"$/u.exec(raw)?.[1] ?? raw);
}

/** Line ends outside quotes. These bytes are never part of a Chinese character, so nothing need be decoded. */
function countRecords(bytes: Uint8Array, encoding: TextEncoding): number {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const low = encoding === 'utf-16be' ? 1 : 0;
  let records = 0;
  let quoted = false;
  let filled = false;
  for (let at = low; at < bytes.length; at += wide ? 2 : 1) {
    if (wide && bytes[at + (low === 1 ? -1 : 1)] !== 0) {
      filled = true;
      continue;
    }
    const byte = bytes[at];
    if (byte === 0x22) quoted = !quoted;
    if ((byte !== 0x0a && byte !== 0x0d) || quoted) filled ||= true;
    else {
      if (filled) records += 1;
      filled = false;
    }
  }
  return filled ? records + 1 : records;
}

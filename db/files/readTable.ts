import { readFile, stat } from 'node:fs/promises';
import { contentKind } from './fileKind.ts';
import { FileRefused, fileCaps } from './fileRefused.ts';
import { readCsv } from './readCsv.ts';
import { readXls } from './readXls.ts';
import { readXlsx } from './readXlsx.ts';
import type { Table } from './table.ts';

/**
 * Opens a spreadsheet or text file by what it holds, whatever it is called. Size, packed size and rows are checked before any row is
 * made. Throws `FileRefused`. Runs in a worker: unpacking and decoding take their time.
 */
export async function readTable(source: string | Uint8Array, options: { sheet?: string } = {}): Promise<Table> {
  const bytes = typeof source === 'string' ? await readWhole(source) : source;
  if (bytes.length > fileCaps.bytes) throw new FileRefused('file-too-large');
  switch (contentKind(bytes)) {
    case 'zip':
      return await readXlsx(bytes, options.sheet);
    case 'ole':
      return readXls(bytes, options.sheet);
    case 'text':
      return await readCsv(bytes);
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > fileCaps.bytes) throw new FileRefused('file-too-large');
  return await readFile(path);
}

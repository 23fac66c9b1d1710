import { TextDecoder } from 'node:util';
import { BiffText, biff, recordAt } from './biffRecords.ts';
import { FileRefused } from './fileRefused.ts';
import { builtInStyle, type NumberStyle, styleOf } from './numberStyle.ts';

export interface BiffSheet {
  name: string;
  hidden: boolean;
  /** Where its records begin. */
  at: number;
}

export interface BiffWorkbook {
  sheets: BiffSheet[];
  /** Excel 97–2003, else Excel 5/95, whose text is in a code page. */
  unicode: boolean;
  decoder: TextDecoder;
  date1904: boolean;
  styles: NumberStyle[];
  strings: string[];
}

/** What stands before the sheets: their names, the styles and the shared strings. */
export function readBiffWorkbook(stream: Buffer): BiffWorkbook {
  const begin = recordAt(stream, 0);
  if (!begin || begin.type !== biff.beginOfPart || begin.data.length < 4) throw new FileRefused('file-truncated');
  const unicode = begin.data.readUInt16LE(0) >= 0x0600;
  const book: BiffWorkbook = { sheets: [], unicode, decoder: decoderOf(936), date1904: false, styles: [], strings: [] };
  const formats = new Map<number, string>();
  const styleFormats: number[] = [];
  for (let record = recordAt(stream, begin.next); record; record = recordAt(stream, record.next)) {
    const { type, data } = record;
    if (type === biff.endOfPart) break;
    if (type === biff.filePass) throw new FileRefused('file-password');
    if (type === biff.codePage) book.decoder = decoderOf(data.readUInt16LE(0));
    else if (type === biff.date1904) book.date1904 = data[0] === 1;
    else if (type === biff.sheet) addSheet(book, data);
    else if (type === biff.format) formats.set(data.readUInt16LE(0), formatCode(book, data));
    else if (type === biff.style) styleFormats.push(data.readUInt16LE(2));
    else if (type === biff.strings) book.strings = readStrings(stream, record.data, record.next);
  }
  book.styles = styleFormats.map((id) => {
    const code = formats.get(id);
    return code === undefined ? builtInStyle(id) : styleOf(code);
  });
  if (book.sheets.length === 0) throw new FileRefused('file-truncated');
  return book;
}

/** A string with its count before it, as the version of the file writes it. */
export function biffString(book: BiffWorkbook, data: Buffer, at: number, countBytes: 1 | 2): string {
  const count = countBytes === 1 ? data.readUInt8(at) : data.readUInt16LE(at);
  if (book.unicode) return new BiffText([data], at + countBytes).unicode(count);
  return book.decoder.decode(data.subarray(at + countBytes, at + countBytes + count));
}

function addSheet(book: BiffWorkbook, data: Buffer): void {
  // Charts and macros are sheets too.
  if (data[5] !== 0) return;
  book.sheets.push({
    at: data.readUInt32LE(0),
    hidden: ((data[4] ?? 0) & 3) !== 0,
    name: biffString(book, data, 6, 1),
  });
}

function formatCode(book: BiffWorkbook, data: Buffer): string {
  return biffString(book, data, 2, book.unicode ? 2 : 1);
}

function readStrings(stream: Buffer, first: Buffer, next: number): string[] {
  const parts = [first];
  for (let record = recordAt(stream, next); record?.type === biff.continued; record = recordAt(stream, record.next)) {
    parts.push(record.data);
  }
  const count = first.readUInt32LE(4);
  const text = new BiffText(parts, 8);
  const strings: string[] = [];
  // Each takes three bytes at least: a count that the file cannot hold ends in a refusal.
  for (let index = 0; index < count; index += 1) strings.push(text.unicode(text.take(2).readUInt16LE(0)));
  return strings;
}

function decoderOf(codePage: number): TextDecoder {
  switch (codePage) {
    case 936:
    case 54936:
      return new TextDecoder('gb18030');
    case 950:
      return new TextDecoder('big5');
    case 932:
      return new TextDecoder('shift_jis');
    default:
      return new TextDecoder('windows-1252');
  }
}

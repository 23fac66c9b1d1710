import { FileRefused } from './fileRefused.ts';

export type ContentKind = 'zip' | 'ole' | 'text';

const magics: readonly (readonly [string, ContentKind | 'other'])[] = [
  ['PK\x03\x04', 'zip'],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'ole'],
  ['PK\x05\x06', 'other'],
  ['PK\x07\x08', 'other'],
  ['%PDF', 'other'],
  ['\x89PNG', 'other'],
  ['\xFF\xD8\xFF', 'other'],
  ['GIF8', 'other'],
  ['BM', 'other'],
  ['II*\0', 'other'],
  ['MM\0*', 'other'],
  ['RIFF', 'other'],
  ['Rar!', 'other'],
  ["7z\xBC\xAF'\x1C", 'other'],
  ['\x1F\x8B', 'other'],
  ['\x28\xB5\x2F\xFD', 'other'],
  ['\x7FELF', 'other'],
  ['MZ', 'other'],
  ['{\\rtf', 'other'],
  ['SQLite format 3\0', 'other'],
];

/** What the file is by its first bytes; its name proves nothing. Throws `FileRefused` for what is none of ours. */
export function contentKind(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) throw new FileRefused('file-empty');
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  for (const [magic, kind] of magics) {
    if (!head.startsWith(magic)) continue;
    // Two plain letters may begin a text as well.
    if (magic.length === 2 && /^[A-Z]{2}$/.test(magic) && !head.includes('\0')) continue;
    if (kind === 'other') throw new FileRefused('file-wrong-kind');
    return kind;
  }
  // Web pages and XML under the name of a spreadsheet: what stands in their cells is markup.
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|\?xml|table|head|meta|body)/i.test(head)) {
    throw new FileRefused('file-wrong-kind');
  }
  return 'text';
}

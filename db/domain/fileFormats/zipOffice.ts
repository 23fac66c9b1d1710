import { ascii, type FileContent, startsWith, u16, u32 } from './fileContent.ts';

const endBytes = 22;
/** the end record stands before a comment of any length */
const mostTail = endBytes + 0xffff;
const mostDirectory = 1024 * 1024;
const mostParts = 5_000;
/** as declared; more is made to fill a disk, not to be read */
const mostUnzipped = 1024 * 1024 * 1024;

/** Each by the part without which it is none. */
const mainParts = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
] as const;

/**
 * Word or Excel of today: a zip whose directory names the right parts. It must be that zip from its first byte to its last, so that
 * nothing else hides before or behind, hold no macros, and declare no more than 1 GB. Nothing is ever unpacked.
 */
export const zipOffice = (content: FileContent): 'docx' | 'xlsx' | null => {
  const parts = partsOf(content);
  if (!parts?.has('[Content_Types].xml')) return null;
  if ([...parts].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return null;
  return mainParts.find(([, part]) => parts.has(part))?.[0] ?? null;
};

const partsOf = (content: FileContent): ReadonlySet<string> | null => {
  const tailFrom = Math.max(0, content.bytes - mostTail);
  const tail = content.read(tailFrom, mostTail);
  const end = endRecordAt(tail);
  if (end === null) return null;
  const count = u16(tail, end + 10);
  const size = u32(tail, end + 12);
  const offset = u32(tail, end + 16);
  if (count > mostParts || size > mostDirectory || offset + size !== tailFrom + end) return null;
  return readDirectory(content.read(offset, size), count, offset);
};

/** Whose comment ends where the file does. */
const endRecordAt = (tail: Uint8Array): number | null => {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (startsWith(tail, 'PK\x05\x06', at) && at + endBytes + u16(tail, at + 20) === tail.length) return at;
  }
  return null;
};

/** @param packedEnd where the packed parts end: they share no bytes, or a few would unpack to any size */
const readDirectory = (directory: Uint8Array, count: number, packedEnd: number): ReadonlySet<string> | null => {
  const names = new Set<string>();
  let packed = 0;
  let unzipped = 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || !startsWith(directory, 'PK\x01\x02', at)) return null;
    const nameLength = u16(directory, at + 28);
    packed += u32(directory, at + 20);
    unzipped += u32(directory, at + 24);
    const name = ascii(directory, at + 46, nameLength);
    if (names.has(name) || packed > packedEnd || unzipped > mostUnzipped) return null;
    names.add(name);
    at += 46 + nameLength + u16(directory, at + 30) + u16(directory, at + 32);
  }
  return at === directory.length ? names : null;
};

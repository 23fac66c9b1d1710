import { FileRefused } from './fileRefused.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const pieceBytes = 1024 * 1024;

/**
 * How a text file is encoded: by its byte-order mark, else UTF-8 if it is that, else GB18030. Text with a NUL or a lone surrogate is
 * refused as a whole: whatever wrote it is broken. A few bytes that belong to no character (a database cut a name in half)
 * are let through as U+FFFD, for the row that holds them to be refused.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return soundUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return soundUtf16(bytes, 'utf-16be');
  if (bytes.includes(0)) throw new FileRefused('file-not-text');
  const utf8 = countDamage(bytes, 'utf-8');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (utf8.damaged === 0) return 'utf-8';
  // A GB18030 text read as UTF-8 is damaged nearly everywhere.
  const surrogates = countSurrogates(bytes);
  if (surrogates > 0 && utf8.damaged <= surrogates * 3) throw new FileRefused('file-not-text');
  if (marked || utf8.wide > utf8.damaged * 3) {
    if (surrogates > 0) throw new FileRefused('file-not-text');
    return 'utf-8';
  }
  const chinese = countDamage(bytes, 'gb18030');
  if (chinese.damaged * 20 > chinese.wide) throw new FileRefused('file-not-text');
  return 'gb18030';
}

/** The text piece by piece, its byte-order mark left out. */
export function* decodePieces(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield decoder.decode(bytes.subarray(from, from + pieceBytes), { stream: from + pieceBytes < bytes.length });
  }
}

function countDamage(bytes: Uint8Array, encoding: TextEncoding): { damaged: number; wide: number } {
  let damaged = 0;
  let wide = 0;
  for (const piece of decodePieces(bytes, encoding)) {
    for (let at = piece.indexOf('\uFFFD'); at >= 0; at = piece.indexOf('\uFFFD', at + 1)) damaged += 1;
    for (let at = 0; at < piece.length; at += 1) if (piece.charCodeAt(at) > 127) wide += 1;
  }
  return { damaged, wide };
}

/** UTF-8 has no surrogates: ED A0–BF is one that somebody wrote all the same. */
function countSurrogates(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    if ((bytes[at + 1] ?? 0) >= 0xa0 && (bytes[at + 1] ?? 0) <= 0xbf && (bytes[at + 2] ?? 0) >> 6 === 2) count += 1;
  }
  return count;
}

function soundUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): TextEncoding {
  if (bytes.length % 2 === 1) throw new FileRefused('file-truncated');
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      const piece = decoder.decode(bytes.subarray(from, from + pieceBytes), {
        stream: from + pieceBytes < bytes.length,
      });
      if (piece.includes('\0')) throw new FileRefused('file-not-text');
    }
  } catch {
    throw new FileRefused('file-not-text');
  }
  return encoding;
}

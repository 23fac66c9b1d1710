import type { FileContent } from './fileContent.ts';

/** A text that somebody wrote has less; it is read whole to be sure of it. */
const mostText = 5 * 1024 * 1024;

/**
 * Text in UTF-8 or GB18030 from the first byte to the last, and no markup: a page, a drawing or a script in disguise is no text of
 * ours.
 */
export const isPlainText = (content: FileContent): boolean => {
  if (content.bytes === 0 || content.bytes > mostText) return false;
  const bytes = content.read(0, content.bytes);
  return !bytes.some(isControl) && !isMarkup(bytes) && (isUtf8(bytes) || isGb18030(bytes));
};

/** Line breaks, tabs and form feeds are text; what else lies below a space is none. */
const isControl = (byte: number): boolean => (byte < 32 && (byte < 9 || byte === 11 || byte > 13)) || byte === 127;

const isMarkup = (bytes: Uint8Array): boolean => {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let at = marked ? 3 : 0;
  while ((bytes[at] ?? 0) <= 32 && at < bytes.length) at++;
  return bytes[at] === 0x3c && /[!?/a-z]/i.test(String.fromCharCode(bytes[at + 1] ?? 0));
};

const within = (byte: number | undefined, from: number, to: number): boolean =>
  byte !== undefined && byte >= from && byte <= to;

/** Each character as its shortest form, no surrogates, nothing above U+10FFFF (RFC 3629). */
const isUtf8 = (bytes: Uint8Array): boolean =>
  walks(bytes, (lead, at) => {
    if (lead < 0x80) return 1;
    const [second, third, fourth] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    if (within(lead, 0xc2, 0xdf)) return within(second, 0x80, 0xbf) ? 2 : 0;
    if (within(lead, 0xe0, 0xef)) {
      const sound = within(second, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf);
      return sound && within(third, 0x80, 0xbf) ? 3 : 0;
    }
    if (!within(lead, 0xf0, 0xf4)) return 0;
    const sound = within(second, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf);
    return sound && within(third, 0x80, 0xbf) && within(fourth, 0x80, 0xbf) ? 4 : 0;
  });

/** Characters of one, two or four bytes, each in its range. */
const isGb18030 = (bytes: Uint8Array): boolean =>
  walks(bytes, (lead, at) => {
    if (lead < 0x80) return 1;
    if (!within(lead, 0x81, 0xfe)) return 0;
    const [second, third, fourth] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    if (within(second, 0x40, 0x7e) || within(second, 0x80, 0xfe)) return 2;
    return within(second, 0x30, 0x39) && within(third, 0x81, 0xfe) && within(fourth, 0x30, 0x39) ? 4 : 0;
  });

/** From character to character to the very end; `length` gives how many bytes the one at a place has, 0 where there is none. */
const walks = (bytes: Uint8Array, length: (lead: number, at: number) => number): boolean => {
  for (let at = 0; at < bytes.length; ) {
    const step = length(bytes[at] ?? 0, at);
    if (step === 0) return false;
    at += step;
  }
  return true;
};

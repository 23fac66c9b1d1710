/**
 * The first step of every cleaning: one spelling for one thing. Full-width letters and digits become ASCII (NFKC),
 * spaces of every kind become one kind, characters that nobody sees (zero-width, BOM, controls) go, and the apostrophe that
 * spreadsheets put before text-numbers goes too. A cleaned value is never a warning.
 */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Control characters but line breaks and tabs. */
const controls = /[^\P{Cc}\t\n]/gu;
/** Cheap test: nothing to do for printable ASCII and ordinary Chinese characters, which is nearly every cell. */
const clean = /^[!-&(-~\u4E00-\u9FFF]*$/;

/** One line of text: NFKC, single spaces, trimmed. */
export function plainText(raw: string): string {
  if (clean.test(raw)) return raw;
  return raw
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’]+(?=.)/, '');
}

/** Text that people wrote for people (notes): line breaks and their own punctuation stay, invisible characters go. */
export function noteText(raw: string): string {
  if (clean.test(raw)) return raw;
  return raw.replace(/\r\n?/g, '\n').replace(invisible, '').replace(controls, '').trim();
}

/** Values that old systems write where they have none: `-`, `/`, 无, 暂无, null … */
export function isPlaceholder(text: string): boolean {
  return text === '' || /^(?:[-—–_/\\*.]+|无|暂无|没有|未知|不详|空|null|none|n\/?a|undefined|#n\/a)$/i.test(text);
}

/** False for a lone surrogate, a NUL or the replacement character: text that was damaged before it reached us. */
export function isSoundText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000') && !text.includes('\uFFFD');
}

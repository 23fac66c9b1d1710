/** A piece of shown text; `mark` where it is what was typed. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
}

/** Shown text with the characters that a search term met. Terms are lower-case, as `customers.search` gives them back. */
export const markText = (shown: string, terms: readonly string[]): readonly Piece[] =>
  pieces(shown, metIn(shown, terms, nothingSkipped));

/** The same for what is grouped when shown (京A·3K927, 8820 0417): dots, spaces and dashes do not count. */
export const markGrouped = (shown: string, terms: readonly string[]): readonly Piece[] =>
  pieces(shown, metIn(shown, terms, isSeparator));

/**
 * Spaced pinyin, `wang wei` → **W**ang **W**ei for `ww`, **Wang W**ei for `wangw`. A term counts as initials only when it
 * is no piece of the full spelling.
 */
export const markPinyin = (spaced: string, terms: readonly string[]): readonly Piece[] => {
  const syllables = spaced.split(' ').filter(Boolean);
  const shown = syllables.map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1)).join(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0).toLowerCase()).join('');
  const starts: number[] = [];
  let at = 0;
  for (const syllable of syllables) {
    starts.push(at);
    at += syllable.length + 1;
  }
  const met = new Set<number>();
  for (const term of terms) {
    if (!/^[a-z]+$/.test(term)) continue;
    const spelled = spelling(shown, starts, term);
    const first = spelled ? -1 : initials.indexOf(term);
    for (const index of spelled ?? starts.slice(first, first < 0 ? first : first + term.length)) met.add(index);
  }
  return pieces(shown, met);
};

/**
 * A masked phone, 138****8000: the digits that stand where the term's do. Hidden digits may be any; the place where most
 * digits are seen to be met counts, the last of equal ones, for people say the end.
 */
export const markPhone = (masked: string, terms: readonly string[]): readonly Piece[] => {
  const met = new Set<number>();
  for (const term of terms) {
    if (!/^\d{3,}$/.test(term)) continue;
    let best: readonly number[] = [];
    for (let start = masked.length - term.length; start >= 0; start--) {
      const seen = seenDigits(masked, term, start);
      if (seen.length > best.length) best = seen;
    }
    for (const index of best) met.add(index);
  }
  return pieces(masked, met);
};

/** True where any piece is marked: worth showing a VIN or a card number that is not shown otherwise. */
export const isMarked = (marked: readonly Piece[]): boolean => marked.some((piece) => piece.mark);

const nothingSkipped = (): boolean => false;
const isSeparator = (character: string): boolean => /[\s·•・.-]/.test(character);

const metIn = (shown: string, terms: readonly string[], skipped: (character: string) => boolean): Set<number> => {
  const kept: number[] = [];
  let text = '';
  for (let index = 0; index < shown.length; index++) {
    const character = shown.charAt(index);
    if (skipped(character)) continue;
    kept.push(index);
    text += lower(character);
  }
  const met = new Set<number>();
  for (const term of terms) {
    const plain = [...term].filter((character) => !skipped(character)).join('');
    const first = plain ? text.indexOf(plain) : -1;
    if (first < 0) continue;
    const last = kept[first + plain.length - 1] ?? 0;
    for (let index = kept[first] ?? 0; index <= last; index++) met.add(index);
  }
  return met;
};

/** One character stays one, whatever its lower case is (İ has two). */
const lower = (character: string): string => {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
};

/** Where `term` spells on from the start of a syllable, through as many as it takes; null where it does not. */
const spelling = (shown: string, starts: readonly number[], term: string): readonly number[] | null => {
  for (const start of starts) {
    const met: number[] = [];
    for (let index = start; index < shown.length && met.length < term.length; index++) {
      const character = shown.charAt(index).toLowerCase();
      if (character === ' ') continue;
      if (character !== term.charAt(met.length)) break;
      met.push(index);
    }
    if (met.length === term.length) return met;
  }
  return null;
};

const seenDigits = (masked: string, term: string, start: number): readonly number[] => {
  const seen: number[] = [];
  for (let offset = 0; offset < term.length; offset++) {
    const character = masked.charAt(start + offset);
    if (character === '*') continue;
    if (character !== term.charAt(offset)) return [];
    seen.push(start + offset);
  }
  return seen;
};

const pieces = (shown: string, met: ReadonlySet<number>): readonly Piece[] => {
  const made: { text: string; mark: boolean }[] = [];
  for (let index = 0; index < shown.length; index++) {
    const mark = met.has(index);
    const last = made.at(-1);
    if (last && last.mark === mark) last.text += shown.charAt(index);
    else made.push({ text: shown.charAt(index), mark });
  }
  return made;
};

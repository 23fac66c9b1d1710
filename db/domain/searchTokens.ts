import { han, type Pinyin } from './personName.ts';
import { plateProvinces } from './plate.ts';

/** What one customer can be found by. Numbers and plates as stored, in their canonical spelling. */
export interface SearchFacts {
  name: string;
  pinyin: Pinyin;
  phones: readonly string[];
  plates: readonly string[];
  vins: readonly string[];
  cards: readonly string[];
}

/** How long a name's part may be before its suffixes stop helping anyone and only fill the index. */
const longestName = 40;

/** Lower case, one width, and only what the FTS5 tokenizer keeps together: letters, digits and Chinese characters. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The document of one customer for the suffix-token index, so that any fragment is the start of some token: names and initials
 * from 2 characters, plates from 3, phones and cards from 4, the last 8 of a VIN from 4, whole VINs, pinyin from
 * each syllable. Single characters and letters are answered from B-trees, not from here.
 */
export function documentTokens(facts: SearchFacts): string {
  const tokens = new Set<string>();
  addSuffixes(tokens, Array.from(foldForSearch(facts.name)).slice(0, longestName), 2);
  addSuffixes(tokens, Array.from(facts.pinyin.initials).slice(0, longestName), 2);
  const syllables = facts.pinyin.spaced.split(' ').slice(0, longestName);
  for (let from = 0; from < syllables.length; from += 1) {
    const token = syllables.slice(from).join('');
    if (token.length >= 2) tokens.add(token);
  }
  for (const plate of facts.plates) addSuffixes(tokens, Array.from(foldForSearch(plate)), 3);
  for (const phone of facts.phones) addSuffixes(tokens, Array.from(foldForSearch(phone)), 4);
  for (const card of facts.cards) addSuffixes(tokens, Array.from(foldForSearch(card)), 4);
  for (const vin of facts.vins) {
    const whole = foldForSearch(vin);
    if (whole === '') continue;
    tokens.add(whole);
    addSuffixes(tokens, Array.from(whole.slice(-8)), 4);
  }
  return Array.from(tokens).join(' ');
}

function addSuffixes(tokens: Set<string>, characters: readonly string[], shortest: number): void {
  for (let from = 0; from + shortest <= characters.length; from += 1) tokens.add(characters.slice(from).join(''));
  // A short plate, phone or card must be found whole.
  if (characters.length > 1 && characters.length < shortest) tokens.add(characters.join(''));
}

/**
 * How a term is looked up. `char`: one Chinese character, at the start of a name. `letter`: one or two Latin letters, at the
 * start of the initials. `token`: in the index. `tooShort`: one or two digits, which would match everybody.
 */
export type TermKind = 'char' | 'letter' | 'token' | 'tooShort';
export interface QueryTerm {
  kind: TermKind;
  text: string;
}

const mostCharacters = 64;
const mostTerms = 6;
const plateHead = new RegExp(`^[${plateProvinces}][a-z]$`);

/**
 * What was typed into the one box, as terms that must all match. Spaces, dots and dashes inside a phone, card or plate go
 * (`138 0013 8000`, `京A·3K927`, `京A 3K927`), single Chinese characters side by side are one name (`王 伟`).
 */
export function queryTerms(typed: string): { terms: QueryTerm[] } {
  const pieces = Array.from(typed.normalize('NFKC').toLowerCase())
    .slice(0, mostCharacters)
    .join('')
    .split(/[\s,;，；、]+/)
    .map(foldForSearch)
    .filter((piece) => piece !== '');
  const terms: QueryTerm[] = [];
  for (const text of joinPieces(pieces)) {
    if (terms.length === mostTerms) break;
    if (!terms.some((term) => term.text === text)) terms.push({ kind: kindOf(text), text });
  }
  return { terms };
}

function kindOf(text: string): TermKind {
  const length = Array.from(text).length;
  if (length === 1 && han.test(text)) return 'char';
  if (length > 2) return 'token';
  if (/^[a-z]+$/.test(text)) return 'letter';
  return /^\p{N}+$/u.test(text) || length === 1 ? 'tooShort' : 'token';
}

function joinPieces(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < pieces.length; ) {
    const taken =
      countOfNumber(pieces, index) ||
      countOfPlate(pieces, index) ||
      countOfSingleHan(pieces, index) ||
      countOfPhoneCode(pieces, index);
    const until = index + Math.max(1, taken);
    joined.push(withoutCountryCode(pieces.slice(index, until).join('')));
    index = until;
  }
  return joined;
}

/** 138 0013 8000 (and what of it is typed so far), 400 820 8820, a card's 4 + 4 + 4: groups of one number. */
function countOfNumber(pieces: readonly string[], from: number): number {
  let groups = 0;
  while (/^\d+$/.test(pieces[from + groups] ?? '')) groups += 1;
  if (groups < 2) return 0;
  const lengths = pieces.slice(from, from + groups).map((piece) => piece.length);
  const fits = (shape: readonly number[]) =>
    lengths.slice(0, shape.length).every((length, at) => {
      const last = at === Math.min(shape.length, lengths.length) - 1;
      return last ? length <= (shape[at] ?? 0) : length === shape[at];
    });
  const first = pieces[from] ?? '';
  const mobile = /^1[3-9]\d$/.test(first) && (fits([3, 4, 4]) || fits([3, 3, 5]));
  if (mobile || (/^[48]00$/.test(first) && (fits([3, 3, 4]) || fits([3, 4, 3])))) return Math.min(3, groups);
  if (/^0\d{2,3}$/.test(first)) {
    const whole = lengths[1] === 4 && lengths[2] === 4 ? 3 : 2;
    return Math.min(whole, groups);
  }
  if (groups >= 3 && lengths[0] === 4 && lengths[1] === 4 && (lengths[2] ?? 0) <= 4) return 3;
  return 0;
}

/** 京A 3K927, and what of it is typed so far. */
function countOfPlate(pieces: readonly string[], from: number): number {
  return plateHead.test(pieces[from] ?? '') && /^[a-z0-9]{1,6}$/.test(pieces[from + 1] ?? '') ? 2 : 0;
}

function countOfSingleHan(pieces: readonly string[], from: number): number {
  let count = 0;
  for (let piece = pieces[from + count]; piece && Array.from(piece).length === 1 && han.test(piece); ) {
    count += 1;
    piece = pieces[from + count];
  }
  return count;
}

/** +86 138…: the country code stands apart. */
function countOfPhoneCode(pieces: readonly string[], from: number): number {
  if (!/^(?:00)?86$/.test(pieces[from] ?? '') || !/^1[3-9]\d/.test(pieces[from + 1] ?? '')) return 0;
  return 1 + Math.max(1, countOfNumber(pieces, from + 1));
}

function withoutCountryCode(text: string): string {
  return /^(?:00)?86(1[3-9]\d{9})$/.exec(text)?.[1] ?? text;
}

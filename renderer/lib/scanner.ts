/**
 * Tells a scanner from a person (S: scanners type faster than 30 ms a key and end with Enter or Tab). Keys are read by key code, so
 * that an input method that is composing does not matter: it hides the character, never the code. Pure: a key goes in, what it
 * means comes out.
 */

/** from one key of a scanner to the next, ms; a person's are three times as far apart */
export const longestGap = 30;
/** fewer characters are no card, plate or VIN */
export const fewestCharacters = 6;
/** a QR code of ours is shorter */
const mostCharacters = 128;

export interface HeardKey {
  /** `KeyA`, `Digit1`, `Enter` */
  readonly code: string;
  /** for keys that a layout gives no code */
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, Alt or Command is held */
  readonly chord: boolean;
  /** the key is held down and repeats by itself */
  readonly repeat: boolean;
  /** ms on any clock that goes on evenly */
  readonly at: number;
}

export interface Heard {
  readonly text: string;
  /** of the last key */
  readonly at: number;
}

export const silence: Heard = { text: '', at: Number.NEGATIVE_INFINITY };

export type Hearing =
  /** a first character: it may be the begin of a scan */
  | { readonly kind: 'begin'; readonly heard: Heard }
  /** one more within the time that only a scanner keeps */
  | { readonly kind: 'more'; readonly heard: Heard }
  /** the end of a scan: this key is the scanner's and nobody else's */
  | { readonly kind: 'scanned'; readonly heard: Heard; readonly text: string }
  /** a person */
  | { readonly kind: 'none'; readonly heard: Heard };

const modifiers = /^(Shift|Control|Alt|Meta|CapsLock|NumLock)/;
const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Semicolon: [';', ':'],
  Equal: ['=', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
};

/** The character that a scanner set to an English keyboard means by a key; null for a key that is none. */
const characterOf = ({ code, key, shift }: Pick<HeardKey, 'code' | 'key' | 'shift'>): string | null => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  const sign = signs[code];
  if (sign) return sign[shift ? 1 : 0];
  // a wedge that sends characters without key codes
  return code === '' && /^[\x21-\x7e]$/.test(key) ? key : null;
};

const isEnd = ({ code, key }: HeardKey): boolean =>
  code === 'Enter' || code === 'NumpadEnter' || code === 'Tab' || (code === '' && (key === 'Enter' || key === 'Tab'));

export const hear = (heard: Heard, key: HeardKey): Hearing => {
  const quick = key.at - heard.at < longestGap && key.at >= heard.at;
  // Shift before a capital is a key of its own, and counts as none
  if (modifiers.test(key.code) || (key.code === '' && modifiers.test(key.key))) {
    return { kind: 'none', heard: quick ? { ...heard, at: key.at } : silence };
  }
  if (key.chord || key.repeat) return { kind: 'none', heard: silence };
  if (isEnd(key)) {
    return quick && heard.text.length >= fewestCharacters
      ? { kind: 'scanned', heard: silence, text: heard.text }
      : { kind: 'none', heard: silence };
  }
  const character = characterOf(key);
  if (character === null) return { kind: 'none', heard: silence };
  return quick && heard.text !== '' && heard.text.length < mostCharacters
    ? { kind: 'more', heard: { text: heard.text + character, at: key.at } }
    : { kind: 'begin', heard: { text: character, at: key.at } };
};

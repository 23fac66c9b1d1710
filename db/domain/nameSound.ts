import { nameKey } from './personName.ts';

/**
 * Sounds that are taken for each other on the phone and in dialects: flat for curled tongue, 前后鼻音, n for l, h for f. In
 * this order, on pinyin spaced by syllable with a space at both ends. The index `customerSound` is built from the same.
 */
export const nearSounds: readonly (readonly [sound: string, taken: string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['ng ', 'n '],
  [' l', ' n'],
  [' f', ' h'],
];

/** Equal for names that are easily taken for each other: 陈静 and 程静. */
export const soundKey = (spacedPinyin: string): string =>
  nearSounds.reduce((text, [sound, taken]) => text.replaceAll(sound, taken), ` ${spacedPinyin} `);

export interface Named {
  readonly name: string;
  /** spaced by syllable */
  readonly pinyin: string;
}

/** 同名 · 同音 · 近音 · 不同 */
export type NameMatch = 'same' | 'sound' | 'near' | 'other';

export const nameMatch = (a: Named, b: Named): NameMatch => {
  if (nameKey(a.name) === nameKey(b.name)) return 'same';
  if (a.pinyin === '' || b.pinyin === '') return 'other';
  if (a.pinyin === b.pinyin) return 'sound';
  return soundKey(a.pinyin) === soundKey(b.pinyin) ? 'near' : 'other';
};

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestCharacters, type HeardKey, hear, longestGap, silence } from '../../renderer/lib/scanner.ts';

type Key = Partial<HeardKey> & { readonly code: string };

const key = (code: string, extra: Partial<HeardKey> = {}): Key => ({ code, ...extra });
/** What a scanner set to an English keyboard sends for a text. */
const keysFor = (text: string): Key[] =>
  [...text].flatMap((character): Key[] => {
    if (/\d/.test(character)) return [key(`Digit${character}`)];
    if (/[a-z]/.test(character)) return [key(`Key${character.toUpperCase()}`)];
    if (/[A-Z]/.test(character)) return [key('ShiftLeft', { shift: true }), key(`Key${character}`, { shift: true })];
    return [key('Minus')];
  });

/** The scans in a row of keys, `gap` ms apart. */
const scansIn = (keys: readonly Key[], gap: number | ((at: number) => number)): string[] => {
  let heard = silence;
  let at = 1000;
  return keys.flatMap((one, index) => {
    at += typeof gap === 'number' ? gap : gap(index);
    const hearing = hear(heard, { key: '', shift: false, chord: false, repeat: false, at, ...one });
    heard = hearing.heard;
    return hearing.kind === 'scanned' ? [hearing.text] : [];
  });
};
const enter = key('Enter');
const tab = key('Tab');

describe('a scanner is told from a person', () => {
  test('by its speed', () => {
    const keys = [...keysFor('882004170036'), enter];
    expect(scansIn(keys, 3)).toEqual(['882004170036']);
    expect(scansIn(keys, longestGap - 1)).toEqual(['882004170036']);
    expect(scansIn(keys, longestGap)).toEqual([]);
    expect(scansIn(keys, 120)).toEqual([]);
  });

  test('Tab ends it as well, and Enter on the number pad', () => {
    expect(scansIn([...keysFor('882004170036'), tab], 5)).toEqual(['882004170036']);
    expect(scansIn([...keysFor('882004170036'), key('NumpadEnter')], 5)).toEqual(['882004170036']);
  });

  test('an input method that is composing hides the characters, not the codes', () => {
    const composing = [...keysFor('LGBH12E00MY123456'), enter].map((one) => ({ ...one, key: 'Process' }));
    expect(scansIn(composing, 4)).toEqual(['LGBH12E00MY123456']);
  });

  test('letters as they were meant, small ones small', () => {
    expect(scansIn([...keysFor('vip-00017'), enter], 4)).toEqual(['vip-00017']);
    expect(scansIn([...keysFor('VIP-00017'), enter], 4)).toEqual(['VIP-00017']);
  });

  test('few characters are none', () => {
    expect(scansIn([...keysFor('12345'), enter], 4)).toEqual([]);
    expect(scansIn([...keysFor('123456'), enter], 4)).toEqual(['123456']);
  });

  test('Enter long after is a person’s', () => {
    const keys = [...keysFor('882004170036'), enter];
    expect(scansIn(keys, (index) => (index === keys.length - 1 ? 200 : 4))).toEqual([]);
  });

  test('what a person typed just before does not get into it', () => {
    const typed = keysFor('wangwei');
    const keys = [...typed, ...keysFor('882004170036'), enter];
    expect(scansIn(keys, (index) => (index <= typed.length ? 90 : 4))).toEqual(['882004170036']);
  });

  test('a pause in the middle breaks it', () => {
    const keys = [...keysFor('882004170036'), enter];
    expect(scansIn(keys, (index) => (index === 4 ? 60 : 4))).toEqual(['04170036']);
    expect(scansIn(keys, (index) => (index === 9 ? 60 : 4))).toEqual([]);
  });

  test('a key that is held down and repeats by itself is no scan', () => {
    const keys = [...Array.from({ length: 20 }, () => key('Digit1', { repeat: true })), enter];
    expect(scansIn(keys, 10)).toEqual([]);
  });

  test('keys with Ctrl, Alt or Command are no part of one', () => {
    expect(scansIn([...keysFor('123'), key('KeyC', { chord: true }), ...keysFor('456'), enter], 4)).toEqual([]);
  });

  test('one after the other', () => {
    const keys = [...keysFor('882004170036'), enter, ...keysFor('LGBH12E00MY123456'), enter];
    expect(scansIn(keys, 4)).toEqual(['882004170036', 'LGBH12E00MY123456']);
  });

  test('an arrow or another key in between ends it', () => {
    expect(scansIn([...keysFor('882004'), key('ArrowLeft'), ...keysFor('17003'), enter], 4)).toEqual([]);
  });
});

describe('always', () => {
  const code = fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/);

  test('every code of six and more comes out as it went in, at any speed of a scanner', () => {
    fc.assert(
      fc.property(code, fc.array(fc.integer({ min: 0, max: longestGap - 1 }), { minLength: 1 }), (text, gaps) => {
        const keys = [...keysFor(text), enter];
        const found = scansIn(keys, (index) => (index === 0 ? 500 : (gaps[index % gaps.length] ?? 0)));
        expect(found).toEqual(text.length >= fewestCharacters ? [text] : []);
      }),
    );
  });

  test('no person is a scanner, whatever they type', () => {
    fc.assert(
      fc.property(code, fc.array(fc.integer({ min: longestGap, max: 400 }), { minLength: 1 }), (text, gaps) => {
        expect(scansIn([...keysFor(text), enter], (index) => gaps[index % gaps.length] ?? 30)).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markGrouped, markPhone, markPinyin, markText, type Piece } from '../../renderer/lib/marking.ts';

const shown = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.mark ? `[${piece.text}]` : piece.text)).join('');

describe('what the one box marks', () => {
  test('a piece of a name', () => {
    expect(shown(markText('欧阳静', ['阳静']))).toBe('欧[阳静]');
    expect(shown(markText('Wang Wei', ['wei']))).toBe('Wang [Wei]');
    expect(shown(markText('王伟', ['8000']))).toBe('王伟');
  });

  test('pinyin initials, one per syllable', () => {
    expect(shown(markPinyin('wang wei', ['ww']))).toBe('[W]ang [W]ei');
    expect(shown(markPinyin('ou yang jing', ['yj']))).toBe('Ou [Y]ang [J]ing');
  });

  test('full pinyin, running on into the next syllable', () => {
    expect(shown(markPinyin('wang wei', ['wangw']))).toBe('[Wang] [W]ei');
    expect(shown(markPinyin('ou yang jing', ['yang']))).toBe('Ou [Yang] Jing');
  });

  test('full pinyin beats initials, and starts at a syllable only', () => {
    expect(shown(markPinyin('wu wen', ['w']))).toBe('[W]u Wen');
    expect(shown(markPinyin('zhang an', ['an']))).toBe('Zhang [An]');
    expect(shown(markPinyin('wang wei', ['ang']))).toBe('Wang Wei');
  });

  test('the end of a masked phone, and a whole number behind its mask', () => {
    expect(shown(markPhone('138****8000', ['8000']))).toBe('138****[8000]');
    expect(shown(markPhone('138****8000', ['13800138000']))).toBe('[138]****[8000]');
    expect(shown(markPhone('138****8000', ['138']))).toBe('[138]****8000');
    expect(shown(markPhone('138****8000', ['99']))).toBe('138****8000');
  });

  test('hidden digits alone are never marked', () => {
    expect(shown(markPhone('138****8000', ['0013']))).toBe('138****8000');
  });

  test('plates and card numbers across their dots and spaces', () => {
    expect(shown(markGrouped('京A·3K927', ['k927']))).toBe('京A·3[K927]');
    expect(shown(markGrouped('京A·3K927', ['a3k']))).toBe('京[A·3K]927');
    expect(shown(markGrouped('8820 0417 36', ['041736']))).toBe('8820 [0417 36]');
  });

  test('two terms are marked each', () => {
    expect(shown(markPinyin('wang wei', ['ww', '8000']))).toBe('[W]ang [W]ei');
    expect(shown(markText('王伟 京A', ['京a', '王']))).toBe('[王]伟 [京A]');
  });

  test('marking never changes the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const terms = fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 });
    fc.assert(
      fc.property(text, terms, (value, asked) => {
        for (const mark of [markText, markGrouped, markPhone]) {
          expect(
            mark(value, asked)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(value);
        }
      }),
    );
  });
});

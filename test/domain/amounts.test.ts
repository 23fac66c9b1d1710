import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, parseCategory } from '../../db/domain/category.ts';
import { formatFen, parseYuan, plainYuan } from '../../db/domain/money.ts';
import { countsAsReturn } from '../../db/domain/visitDefinition.ts';
import { parseWholeNumber } from '../../db/domain/wholeNumber.ts';

describe('yuan', () => {
  test.each([
    ['¥1,234.50', 123450],
    ['￥１２３４．５', 123450],
    ['1234.5元', 123450],
    ['1234', 123400],
    ['0', 0],
    ['1,234,567.89', 123456789],
    ['1234.5000', 123450],
    [1234.56, 123456],
    [0.1 + 0.2, 30],
    [8.64, 864],
  ])('%j', (written, fen) => expect(parseYuan(written)).toEqual({ ok: true, fen }));

  test.each([
    '12,3x4',
    '一千',
    '-5',
    '1.234',
    '1,23',
    '12,34.5',
    '1e3',
    '1.2万',
    -1,
    0.001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e15,
    '999999999999',
  ])('%j is none', (written) => expect(parseYuan(written)).toEqual({ ok: false, reason: 'amount-invalid' }));

  test.each(['', ' ', '-', '—'])('%j is missing', (written) =>
    expect(parseYuan(written)).toEqual({ ok: false, reason: 'amount-missing' }),
  );

  test('what is written is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(parseYuan(formatFen(fen))).toEqual({ ok: true, fen });
        expect(parseYuan(plainYuan(fen))).toEqual({ ok: true, fen });
        expect(parseYuan(fen / 100)).toEqual({ ok: true, fen });
      }),
    );
    expect(formatFen(123456789)).toBe('1,234,567.89');
    expect(formatFen(-5)).toBe('-0.05');
  });
});

test('whole numbers: points and kilometres', () => {
  expect(parseWholeNumber('12,345')).toEqual({ ok: true, value: 12345 });
  expect(parseWholeNumber('90802公里', ['公里'])).toEqual({ ok: true, value: 90802 });
  expect(parseWholeNumber('100.00')).toEqual({ ok: true, value: 100 });
  for (const wrong of ['一千', '-1', '1.5', '', '12公里', 1.5, -1, Number.NaN])
    expect(parseWholeNumber(wrong)).toEqual({ ok: false });
});

describe('visits', () => {
  test('the eight categories are read by their trade names', () => {
    const named = ['保养工时', '维修工时', '配件', '精品', '钣喷', '事故理赔', '保险', '购车'].map(parseCategory);
    expect(named).toEqual([...categories]);
    expect(parseCategory('洗车')).toBeUndefined();
  });

  test('a return is a workshop line that is not void', () => {
    expect(
      countsAsReturn([{ category: 'insurance' }, { category: 'accessories' }, { category: 'carPurchase' }], false),
    ).toBe(false);
    for (const category of ['maintenanceLabour', 'repairLabour', 'parts', 'bodyPaint', 'accident'] as const) {
      expect(countsAsReturn([{ category: 'insurance' }, { category }], false)).toBe(true);
      expect(countsAsReturn([{ category, voided: true }], false)).toBe(false);
      expect(countsAsReturn([{ category }], true)).toBe(false);
    }
    expect(countsAsReturn([], false)).toBe(false);
  });
});

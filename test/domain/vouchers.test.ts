import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { luhnOk } from '../../db/domain/luhn.ts';
import { type Offer, periodStart, refusalOf, type Taker, takeable } from '../../db/domain/rewards/offer.ts';
import { voucherStateOn } from '../../db/domain/rewards/voucherState.ts';
import { newVoucherCode, readVoucherCode } from '../../db/domain/voucherCode.ts';

const someCode = fc
  .infiniteStream(fc.nat({ max: 9 }))
  .map((digits) => newVoucherCode((limit) => (digits.next().value ?? 0) % limit));

describe('a voucher’s code', () => {
  test('is V and eleven digits of which the last checks the others', () => {
    fc.assert(
      fc.property(someCode, (code) => {
        expect(code).toMatch(/^V\d{11}$/);
        expect(luhnOk(code.slice(1))).toBe(true);
        expect(readVoucherCode(code)).toEqual({ ok: true, code });
      }),
    );
  });

  test('misread in one digit, or with two neighbours exchanged, is told', () => {
    fc.assert(
      fc.property(someCode, fc.nat(10), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const digits = [...code.slice(1)].map(Number);
        digits[at] = ((digits[at] ?? 0) + by) % 10;
        expect(readVoucherCode(`V${digits.join('')}`)).toEqual({ ok: false, reason: 'voucher-check-digit' });
      }),
    );
    expect(readVoucherCode('V12345678903')).toMatchObject({ ok: true });
    expect(readVoucherCode('V21345678903')).toEqual({ ok: false, reason: 'voucher-check-digit' });
  });

  it.each([
    [' v1234 5678 903 ', 'V12345678903'],
    ['Ｖ１２３４５６７８９０３', 'V12345678903'],
    ['V-1234-5678-903', 'V12345678903'],
  ])('is read as people type it: %s', (typed, code) => {
    expect(readVoucherCode(typed)).toEqual({ ok: true, code });
  });

  it.each([
    '',
    'V',
    '12345678903',
    'V1234567890',
    'V123456789033',
    '京A12345',
    'https://example.org/V12345678903',
    '1M8GDM9AXKP042788',
  ])('is not taken for something else: %s', (scanned) => {
    expect(readVoucherCode(scanned)).toEqual({ ok: false, reason: 'scan-not-a-voucher' });
  });
});

const offer: Offer = {
  active: true,
  fromDay: '2026-11-01',
  toDay: '2026-11-30',
  tiers: ['gold', 'diamond'],
  points: 300,
  left: 5,
  mostPerPerson: 3,
};
const taker: Taker = { tier: 'gold', taken: 1, usable: 650 };
const today = '2026-11-22';

describe('what can be taken of a reward', () => {
  it.each([
    ['as it is', {}, {}, 2, null],
    ['on its first day', { fromDay: today }, {}, 2, null],
    ['on its last day', { toDay: today }, {}, 2, null],
    ['the day before it begins', { fromDay: '2026-11-23' }, {}, 0, 'reward-not-now'],
    ['the day after it ends', { toDay: '2026-11-21' }, {}, 0, 'reward-not-now'],
    ['switched off', { active: false }, {}, 0, 'reward-not-now'],
    ['of another tier', {}, { tier: 'silver' }, 0, 'reward-tier'],
    ['for every tier', { tiers: [] }, { tier: 'silver' }, 2, null],
    ['one left', { left: 1 }, {}, 1, null],
    ['none left', { left: 0 }, {}, 0, 'reward-stock'],
    ['without end', { left: null }, { usable: 900, taken: 0 }, 3, null],
    ['one short of the limit', {}, { taken: 2 }, 1, null],
    ['at the limit', {}, { taken: 3 }, 0, 'reward-limit'],
    ['above a limit that was lowered since', {}, { taken: 9 }, 0, 'reward-limit'],
    ['exactly the points', {}, { usable: 300 }, 1, null],
    ['one point short', {}, { usable: 299 }, 0, 'points-short'],
  ])('%s', (_name, ofOffer, ofTaker, canTake, refusal) => {
    expect(takeable({ ...offer, ...ofOffer }, { ...taker, ...ofTaker }, today)).toEqual({ canTake, refusal });
  });

  test('is what can be taken together, and not one more', () => {
    const some = fc.record({
      left: fc.option(fc.nat(20)),
      mostPerPerson: fc.option(fc.integer({ min: 1, max: 20 })),
      points: fc.integer({ min: 1, max: 500 }),
      taken: fc.nat(20),
      usable: fc.nat(5000),
    });
    fc.assert(
      fc.property(some, ({ left, mostPerPerson, points, taken, usable }) => {
        const offered = { ...offer, left, mostPerPerson, points };
        const who = { tier: 'gold', taken, usable };
        const { canTake } = takeable(offered, who, today);
        if (canTake > 0) expect(refusalOf(offered, who, canTake, today)).toBeNull();
        expect(refusalOf(offered, who, canTake + 1, today)).not.toBeNull();
      }),
    );
  });
});

test('a limit counts from the first day of the calendar year or month', () => {
  expect(['ever', 'year', 'month'].map((period) => periodStart(period as 'ever', '2024-02-29'))).toEqual([
    '0000-01-01',
    '2024-01-01',
    '2024-02-01',
  ]);
});

test('a voucher can be used through its last day', () => {
  const voucher = { state: 'active', lastDay: '2026-11-22' };
  expect(voucherStateOn(voucher, '2026-11-22')).toBe('active');
  expect(voucherStateOn(voucher, '2026-11-23')).toBe('expired');
  expect(voucherStateOn({ ...voucher, state: 'used' }, '2026-11-23')).toBe('used');
  expect(voucherStateOn({ ...voucher, state: 'void' }, '2026-11-21')).toBe('void');
});

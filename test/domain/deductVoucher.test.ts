import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '../../db/domain/category.ts';
import { deductVoucher, deductVouchers } from '../../db/domain/rewards/deductVoucher.ts';
import { memberPrice } from '../../db/domain/rewards/memberPrice.ts';

const fen = fc.integer({ min: 0, max: 10_000_000_000 });
const line = fc.record({ category: fc.constantFrom(...categories), amountFen: fen });
const kind = fc.constantFrom('labour', 'cash', 'gift', 'partner', 'donation');
const voucher = fc.record({ kind, valueFen: fc.option(fen) });
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('a voucher’s worth comes off the lines', () => {
  test('in their order, each down to nothing before the next', () => {
    const lines = [
      { category: 'parts', amountFen: 3_000 },
      { category: 'maintenanceLabour', amountFen: 8_000 },
      { category: 'accessories', amountFen: 500 },
    ] as const;
    expect(deductVoucher(lines, 'cash', 5_000)).toEqual({ amountsFen: [0, 6_000, 500], takenFen: 5_000, unusedFen: 0 });
    expect(deductVoucher(lines, 'cash', 20_000)).toEqual({ amountsFen: [0, 0, 0], takenFen: 11_500, unusedFen: 8_500 });
  });

  test('a 工时券 pays for labour alone', () => {
    const lines = [
      { category: 'parts', amountFen: 3_000 },
      { category: 'repairLabour', amountFen: 2_000 },
    ] as const;
    expect(deductVoucher(lines, 'labour', 5_000)).toEqual({
      amountsFen: [3_000, 0],
      takenFen: 2_000,
      unusedFen: 3_000,
    });
    // the cash one first would leave the labour one nothing
    expect(
      deductVouchers(
        [{ category: 'repairLabour', amountFen: 2_000 }, lines[0]],
        [
          { kind: 'cash', valueFen: 2_000 },
          { kind: 'labour', valueFen: 2_000 },
        ],
      ),
    ).toEqual({ amountsFen: [0, 1_000], takenFen: 4_000, unusedFen: 0 });
  });

  test('what goods are worth is told, not deducted', () => {
    const lines = [{ category: 'parts', amountFen: 3_000 }] as const;
    for (const kind of ['gift', 'partner', 'donation'] as const) {
      expect(deductVoucher(lines, kind, 2_000)).toEqual({ amountsFen: [3_000], takenFen: 0, unusedFen: 0 });
    }
  });

  test('nothing is lost, nothing is made, and no line goes below nothing', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.array(voucher, { maxLength: 6 }), (lines, vouchers) => {
        const { amountsFen, takenFen, unusedFen } = deductVouchers(lines, vouchers);
        expect(amountsFen).toHaveLength(lines.length);
        amountsFen.forEach((amount, at) => {
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(lines[at]?.amountFen ?? 0);
        });
        const before = sum(lines.map(({ amountFen }) => amountFen));
        expect(before - sum(amountsFen)).toBe(takenFen);
        const atTill = vouchers.filter((one) => one.kind === 'cash' || one.kind === 'labour');
        expect(takenFen + unusedFen).toBe(sum(atTill.map(({ valueFen }) => valueFen ?? 0)));
        if (vouchers.every((one) => one.kind !== 'labour')) {
          expect(takenFen).toBe(Math.min(before, takenFen + unusedFen));
        }
      }),
    );
  });
});

describe('the member’s price', () => {
  test('is rounded down to the fen, once', () => {
    expect([memberPrice(48_000, 5), memberPrice(99, 5), memberPrice(101, 10), memberPrice(1, 1)]).toEqual([
      45_600, 94, 90, 0,
    ]);
    expect(memberPrice(10_000_000_000, 1)).toBe(9_900_000_000);
  });

  test('never above the list price, never more than a fen off the fraction', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 100 }), (listFen, percent) => {
        const price = memberPrice(listFen, percent);
        expect(Number.isInteger(price)).toBe(true);
        const hundredfold = BigInt(listFen) * BigInt(100 - percent) - BigInt(price) * 100n;
        expect(hundredfold >= 0n && hundredfold < 100n).toBe(true);
      }),
    );
  });
});

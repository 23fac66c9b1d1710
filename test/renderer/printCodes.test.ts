import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCardNumber } from '../../db/domain/luhn.ts';
import { drawBars, drawSquare, leastModule } from '../../renderer/print/codes.ts';
import { hashOf, type PrintAsked, readAsked } from '../../renderer/print/printAsked.ts';

/** Left and right ends of what is black, and whether anything is beyond the box. */
const extent = (path: string): { left: number; right: number } => {
  const rects = [...path.matchAll(/M([\d.]+) 0h([\d.]+)/g)].map(
    (found) => [Number(found[1]), Number(found[2])] as const,
  );
  return {
    left: Math.min(...rects.map(([x]) => x)),
    right: Math.max(...rects.map(([x, width]) => x + width)),
  };
};
const points = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map((found) => [Number(found[1]), Number(found[2])] as const);

const number = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((digits) => newCardNumber((limit) => (digits.shift() ?? 0) % limit));
const dot = 25_400 / 300;

describe('Code 128', () => {
  it('has ten modules of white on both sides, whatever the number and the width', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 15_000, max: 80_000 }), (text, width) => {
        const drawn = drawBars(text, width, 10_000);
        const { left, right } = extent(drawn?.path ?? '');
        const quiet = 10 * (drawn?.module ?? 0) - 1;
        expect(left).toBeGreaterThanOrEqual(quiet);
        expect(width - right).toBeGreaterThanOrEqual(quiet);
      }),
    );
  });

  it('of twelve digits is 101 modules, of whole printer dots', () => {
    const drawn = drawBars('882004170036', 55_000, 14_000);
    expect(drawn?.modules).toBe(121);
    expect((drawn?.module ?? 0) / dot).toBeCloseTo(5, 6);
    expect(drawBars('882004170036', 20_500, 14_000)?.module).toBeGreaterThanOrEqual(leastModule);
    expect(drawBars('882004170036', 20_000, 14_000)?.module).toBeLessThan(leastModule);
  });

  it('takes an old system’s number of letters and digits, and nothing beyond ASCII', () => {
    expect(drawBars('VIP-A000123', 55_000, 14_000)).not.toBeNull();
    expect(drawBars('贵宾001', 55_000, 14_000)).toBeNull();
    expect(drawBars('', 55_000, 14_000)).toBeNull();
  });
});

describe('QR', () => {
  it('lies in the middle with four modules of white around it', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 })
          .filter((text) => /^[\x20-\x7e]+$/.test(text)),
        fc.integer({ min: 12_000, max: 40_000 }),
        fc.integer({ min: 12_000, max: 40_000 }),
        (text, width, height) => {
          const drawn = drawSquare(text, width, height);
          const all = points(drawn?.path ?? '');
          const quiet = 4 * (drawn?.module ?? 0) - 1;
          for (const [at, size] of [
            [all.map(([x]) => x), width],
            [all.map(([, y]) => y), height],
          ] as const) {
            expect(Math.min(...at)).toBeGreaterThanOrEqual(quiet);
            expect(size - Math.max(...at)).toBeGreaterThanOrEqual(quiet);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('holds ASCII alone', () => {
    expect(drawSquare('王', 20_000, 20_000)).toBeNull();
  });
});

describe('the address of a print page', () => {
  const id = fc.uuid();
  const day = fc.constantFrom('2026-01-01', '2026-11-22');
  const asked: fc.Arbitrary<PrintAsked> = fc.oneof(
    fc.record({
      document: fc.constant('card' as const),
      cardIds: fc.array(id, { minLength: 1, maxLength: 200 }),
      printerId: fc.option(id),
    }),
    fc.record({
      document: fc.constant('slip' as const),
      codes: fc.array(fc.stringMatching(/^V\d{11}$/), { minLength: 1, maxLength: 20 }),
    }),
    fc.record({
      document: fc.constantFrom('statementA5' as const, 'statement80' as const),
      membershipId: id,
      fromDay: day,
      toDay: day,
    }),
    fc.record({ document: fc.constant('calibration' as const), printerId: fc.option(id) }),
  );

  it('says what is printed, and is one that the shell takes', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const hash = hashOf(wanted);
        expect(readAsked(hash)).toEqual(wanted);
        expect(hash).toMatch(/^#\/[a-zA-Z0-9]{1,20}\?[\w.,=&%-]{0,16000}$/);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '#', '#/', '#/invoice?ids=1', '#card'])('%j asks for nothing', (hash) => {
    expect(readAsked(hash)).toBeNull();
  });
});

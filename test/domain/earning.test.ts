import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointsRules } from '../../db/contract/pointsRules.ts';
import { categories } from '../../db/domain/category.ts';
import { type EarningLine, earn } from '../../db/domain/points/earning.ts';
import { inSpendingOrder, lastDayOf, takeFrom } from '../../db/domain/points/lots.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';

const shipped = defaultSettings.pointsRules;
const occasion = { day: '2026-06-18', tier: 'silver', birthdayMonth: false };
const line = (category: EarningLine['category'], amountFen: number): EarningLine => ({ category, amountFen });
const rules = (part: Partial<PointsRules>): PointsRules => ({ ...shipped, ...part });
const double618 = {
  name: '618 双倍',
  fromDay: '2026-06-18',
  toDay: '2026-06-18',
  weekdays: [],
  categories: [],
  percent: 200,
};

describe('what a line earns', () => {
  it.each([
    // one fen under, at, and over a point
    ['maintenanceLabour', 99, 0],
    ['maintenanceLabour', 100, 1],
    ['maintenanceLabour', 199, 1],
    ['insurance', 999, 0],
    ['insurance', 1000, 1],
    ['carPurchase', 12_345_678, 12_345],
    ['parts', 0, 0],
    ['parts', 10_000_000_000, 100_000_000],
  ] as const)('%s of %i fen gives %i by the shipped rule', (category, amountFen, points) => {
    expect(earn([line(category, amountFen)], shipped, occasion)).toMatchObject({ base: points, bonus: 0 });
  });

  it('is rounded down once per line, never on the sum', () => {
    expect(earn([line('parts', 199), line('parts', 199)], shipped, occasion).base).toBe(2);
  });

  it('goes by the tier’s own ratio, else by the one for all, else is nothing', () => {
    const own = rules({
      ratios: [
        { category: 'parts', tier: null, points: 1, perFen: 100 },
        { category: 'parts', tier: 'gold', points: 3, perFen: 200 },
      ],
    });
    const by = (tier: string) => earn([line('parts', 333)], own, { ...occasion, tier }).base;
    expect([by('silver'), by('gold')]).toEqual([3, 4]);
    expect(earn([line('insurance', 5000)], own, occasion)).toMatchObject({ base: 0, lines: [{ ratio: null }] });
  });

  it.each([
    ['2026-06-17', 0],
    ['2026-06-18', 1],
    ['2026-06-19', 0],
  ])('is multiplied on its days alone: %s', (day, bonus) => {
    const doubled = rules({ bonusDays: [double618] });
    expect(earn([line('parts', 199)], doubled, { ...occasion, day }).bonus).toBe(bonus * 2);
  });

  it('rounds the line with its multiple once: 1.99 doubled is 3, not 2', () => {
    const earned = earn([line('parts', 199)], rules({ bonusDays: [double618] }), occasion);
    expect(earned).toMatchObject({ base: 1, bonus: 2 });
  });

  it('takes the highest of several multiples, by weekday and category too', () => {
    const saturdays = { ...double618, fromDay: '2026-01-01', toDay: '2026-12-31', weekdays: [6], percent: 300 };
    const several = rules({ bonusDays: [double618, { ...saturdays, categories: ['parts'] }], birthdayPercent: 150 });
    const bonus = (day: string, category: 'parts' | 'accessories', birthdayMonth: boolean) =>
      earn([line(category, 1000)], several, { ...occasion, day, birthdayMonth }).bonus;
    expect(bonus('2026-06-20', 'parts', true)).toBe(20);
    expect(bonus('2026-06-20', 'accessories', true)).toBe(5);
    expect(bonus('2026-06-18', 'parts', true)).toBe(10);
    expect(bonus('2026-06-21', 'parts', false)).toBe(0);
  });

  it('never gives less for more, nor a fraction, nor below nothing', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...categories), fc.integer({ min: 101, max: 1000 }), (a, b, c, p) => {
        const multiplied = rules({ bonusDays: [{ ...double618, percent: p }] });
        const of = (fen: number) => {
          const { base, bonus } = earn([line(c, fen)], multiplied, occasion);
          expect(Number.isSafeInteger(base) && Number.isSafeInteger(bonus) && base >= 0 && bonus >= 0).toBe(true);
          return base + bonus;
        };
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
      }),
    );
  });
});

describe('a lot', () => {
  it.each([
    ['2024-01-05', 24, '2026-01-31'],
    ['2024-01-31', 24, '2026-01-31'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2022-02-01', 24, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2026-10-31', 4, '2027-02-28'],
  ])('earned on %s with %i months can be spent through %s', (day, months, last) => {
    expect(lastDayOf(day, months)).toBe(last);
  });

  const lots = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      lastDay: fc.constantFrom('2026-05-31', '2026-06-17', '2026-06-18', '2026-07-31', '2027-01-31'),
      remaining: fc.integer({ min: 0, max: 500 }),
    }),
    { selector: (lot) => lot.id, maxLength: 20 },
  );

  it('is spent in order, to the last usable day, never beyond what it holds', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 4000 }), (all, points) => {
        const usable = all.filter((lot) => lot.lastDay >= occasion.day && lot.remaining > 0).toSorted(inSpendingOrder);
        const shares = takeFrom(all, points, occasion.day);
        const held = usable.reduce((sum, lot) => sum + lot.remaining, 0);
        if (held < points) {
          expect(shares).toBeNull();
          return;
        }
        expect(shares?.reduce((sum, share) => sum + share.points, 0)).toBe(points);
        expect(shares?.map(({ lotId }) => lotId)).toEqual(usable.slice(0, shares?.length).map(({ id }) => id));
        for (const [index, share] of (shares ?? []).entries()) {
          const whole = usable[index]?.remaining ?? 0;
          expect(index === (shares?.length ?? 0) - 1 ? share.points <= whole : share.points === whole).toBe(true);
        }
      }),
    );
  });
});

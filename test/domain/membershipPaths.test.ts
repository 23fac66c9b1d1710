import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathRow } from '../../db/contract/members.ts';
import type { MembershipRules } from '../../db/contract/membershipRules.ts';
import {
  type InsuranceItem,
  insuranceByYear,
  insuranceRun,
  insuranceSum,
} from '../../db/domain/membership/insuranceYears.ts';
import { fenOfPoints, spendForPoints } from '../../db/domain/membership/pointsWorth.ts';
import { downgradeTo, renewalPaths } from '../../db/domain/membership/renewalPaths.ts';
import { highestMet, offeredRules, type UpgradeFacts, upgradePaths } from '../../db/domain/membership/upgradePaths.ts';
import { earn } from '../../db/domain/points/earning.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';

describe('what points cost', () => {
  it('is rounded up to the fen', () => {
    expect(fenOfPoints(500, { valueFen: 1, valuePoints: 1 })).toBe(500);
    expect(fenOfPoints(3, { valueFen: 1, valuePoints: 2 })).toBe(2);
    expect(fenOfPoints(0, { valueFen: 7, valuePoints: 3 })).toBe(0);
  });
  it('is spent at the best ratio of the tier', () => {
    const ratios = [
      { category: 'parts' as const, tier: null, points: 1, perFen: 100 },
      { category: 'accessories' as const, tier: null, points: 3, perFen: 100 },
      { category: 'accessories' as const, tier: 'silver', points: 1, perFen: 200 },
    ];
    expect(spendForPoints(120, { ratios }, 'silver', [])).toBe(12_000);
    expect(spendForPoints(120, { ratios }, 'gold', [])).toBe(4000);
    expect(spendForPoints(0, { ratios }, 'gold', [])).toBe(0);
    expect(spendForPoints(120, { ratios }, 'gold', ['gold'])).toBeNull();
    expect(spendForPoints(120, { ratios: [] }, 'gold', [])).toBeNull();
  });
  it('suffices when it is spent, and a fen less does not', () => {
    const ratio = fc.record({
      category: fc.constantFrom('parts' as const, 'repairLabour' as const),
      tier: fc.constantFrom(null, 'silver'),
      points: fc.integer({ min: 0, max: 50 }),
      perFen: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(ratio, { selector: (r) => `${r.category}${r.tier}`, maxLength: 4 }),
        fc.nat(100_000),
        (ratios, missing) => {
          const spend = spendForPoints(missing, { ratios }, 'silver', []);
          const most = (fen: number): number =>
            Math.max(
              ...(['parts', 'repairLabour'] as const).map(
                (category) =>
                  earn(
                    [{ category, amountFen: fen }],
                    { ...defaultSettings.pointsRules, ratios },
                    {
                      day: '2026-05-05',
                      tier: 'silver',
                      birthdayMonth: false,
                    },
                  ).base,
              ),
            );
          if (spend === null) expect(most(10 ** 9)).toBe(0);
          else {
            expect(most(spend)).toBeGreaterThanOrEqual(missing);
            if (spend > 0) expect(most(spend - 1)).toBeLessThan(missing);
          }
        },
      ),
    );
  });
});

const item = (kind: 'policy' | 'visit', vehicleId: string, day: string, fen: number): InsuranceItem => ({
  ...{ kind, vehicleId, day, fen },
  id: `${kind}-${vehicleId}-${day}`,
});

describe('insurance bought here', () => {
  it('is that of one vehicle, counted once where policies and a visit’s line say the same', () => {
    const twice = [
      item('policy', 'a', '2026-03-01', 95_000),
      item('policy', 'a', '2026-03-02', 350_000),
      item('visit', 'a', '2026-02-20', 445_000),
      item('visit', 'b', '2026-05-01', 444_000),
    ];
    const largest = { kind: 'policy', id: 'policy-a-2026-03-02', day: '2026-03-02', fen: 350_000 };
    expect(insuranceSum(twice)).toEqual({ fen: 445_000, largest });
    const more = [...twice, item('visit', 'b', '2026-05-02', 2000)];
    expect(insuranceSum(more)).toMatchObject({ fen: 446_000, largest: { id: 'visit-b-2026-05-01' } });
    expect(insuranceSum([])).toEqual({ fen: 0, largest: null });
  });

  const years = (...sums: [number, number][]) =>
    insuranceByYear(sums.map(([year, fen]) => item('policy', 'a', `${year}-06-01`, fen)));
  const rule = { fen: 700_000, years: 2 };
  it.each([
    [
      [
        [2025, 700_000],
        [2026, 700_000],
      ],
      null,
      { year: 2026, missing: 0 },
    ],
    [
      [
        [2025, 700_000],
        [2026, 699_999],
      ],
      null,
      { year: null, missing: 1 },
    ],
    [
      [
        [2025, 699_999],
        [2026, 700_000],
      ],
      null,
      { year: null, missing: 700_000 },
    ],
    [
      [
        [2024, 700_000],
        [2025, 700_000],
      ],
      null,
      { year: 2025, missing: 0 },
    ],
    [
      [
        [2023, 700_000],
        [2024, 700_000],
      ],
      null,
      { year: null, missing: 1_400_000 },
    ],
    [
      [
        [2026, 700_000],
        [2027, 700_000],
      ],
      null,
      { year: 2027, missing: 0 },
    ],
    [[], null, { year: null, missing: 1_400_000 }],
    [
      [
        [2025, 700_000],
        [2026, 700_000],
      ],
      2026,
      { year: null, missing: 700_000 },
    ],
    [
      [
        [2024, 700_000],
        [2025, 700_000],
        [2026, 700_000],
      ],
      2025,
      { year: 2026, missing: 0 },
    ],
    [
      [
        [2024, 700_000],
        [2025, 700_000],
      ],
      2025,
      { year: null, missing: 700_000 },
    ],
  ] as const)('%j, used %s', (sums, used, run) => {
    expect(insuranceRun(years(...(sums as unknown as [number, number][])), rule, 2026, used)).toEqual(run);
  });
});

const nothing: UpgradeFacts = {
  ...{ cumulative: 0, redeemable: 0, repair: null, insurance: new Map(), insuranceUsed: null },
  ...{ referrals: 0, participations: 0 },
};
const today = '2026-11-22';
const pathsWith = (facts: Partial<UpgradeFacts>, tier = 'silver', change: Partial<MembershipRules> = {}): PathRow[] =>
  upgradePaths(
    tier,
    { ...defaultSettings, membershipRules: { ...defaultSettings.membershipRules, ...change } },
    { ...nothing, ...facts },
    today,
  );
const rising = (facts: Partial<UpgradeFacts>, tier = 'silver', change: Partial<MembershipRules> = {}): string | null =>
  highestMet(pathsWith(facts, tier, change), defaultSettings)?.tier ?? null;
const repair = (fen: number) => ({ id: 'r', day: '2026-11-01', fen });

describe('ways up', () => {
  it.each([
    [{ cumulative: 9999 }, 'silver', null],
    [{ cumulative: 10_000 }, 'silver', 'gold'],
    [{ cumulative: 29_999 }, 'silver', 'gold'],
    [{ cumulative: 30_000 }, 'silver', 'diamond'],
    [{ cumulative: 29_999 }, 'gold', null],
    [{ cumulative: 30_000 }, 'gold', 'diamond'],
    [{ cumulative: 90_000 }, 'diamond', null],
    [{ repair: repair(499_999) }, 'silver', null],
    // the same repair leads up by one tier
    [{ repair: repair(500_000) }, 'silver', 'gold'],
    [{ repair: repair(9_000_000) }, 'silver', 'gold'],
    [{ repair: repair(500_000) }, 'gold', 'diamond'],
    [{ redeemable: 5000 }, 'silver', null],
  ] as const)('%j as %s: %s', (facts, tier, reached) => {
    expect(rising(facts, tier)).toBe(reached);
  });

  it('a tier that asks more of a repair is reached by it at once', () => {
    const [gold, diamond] = defaultSettings.membershipRules.upgrades;
    if (!gold || !diamond) throw new Error('no shipped upgrades');
    const upgrades = [gold, { ...diamond, repairFen: 2_000_000 }];
    expect(rising({ repair: repair(1_999_999) }, 'silver', { upgrades })).toBe('gold');
    expect(rising({ repair: repair(2_000_000) }, 'silver', { upgrades })).toBe('diamond');
    expect(offeredRules('silver', { ...defaultSettings }).map(({ repairFen }) => repairFen)).toEqual([500_000, null]);
  });

  it('people and events count too, and say what is missing', () => {
    const upgrades = [
      {
        ...{ tier: 'gold', cumulativePoints: null, deductPoints: null, repairFen: null, insuranceFen: null },
        ...{ insuranceYears: 2, referrals: 3, participations: 5 },
      },
    ];
    expect(rising({ referrals: 2, participations: 4 }, 'silver', { upgrades })).toBeNull();
    expect(rising({ referrals: 3 }, 'silver', { upgrades })).toBe('gold');
    expect(rising({ participations: 5 }, 'silver', { upgrades })).toBe('gold');
    expect(pathsWith({ referrals: 2 }, 'silver', { upgrades })[0]).toMatchObject({
      ...{ path: 'referrals', unit: 'people', need: 3, have: 2, missing: 1, met: false, spendFen: null },
    });
  });

  it('the nearest tier first, then the cheapest, with what is missing', () => {
    const rows = pathsWith({ cumulative: 9880, redeemable: 1500, repair: repair(499_999) });
    expect(rows.map(({ tier, path }) => `${tier} ${path}`)).toEqual([
      'gold cumulativePoints',
      'gold deductPoints',
      'gold repair',
      'gold insurance',
      'diamond cumulativePoints',
    ]);
    expect(rows[0]).toMatchObject({ missing: 120, spendFen: 12_000, costFen: 12_000, met: false });
    expect(rows[1]).toMatchObject({ missing: 500, spendFen: 50_000, costFen: 52_000 });
    // what one repair fell short of cannot be added to
    expect(rows[2]).toMatchObject({ need: 500_000, have: 499_999, missing: 500_000, costFen: 500_000 });
    expect(rows[3]).toMatchObject({ need: 1_400_000, have: 0, missing: 1_400_000 });
  });

  it('a debt must be earned as well', () => {
    expect(pathsWith({ redeemable: -300 }).find(({ path }) => path === 'deductPoints')).toMatchObject({
      ...{ have: -300, missing: 2300, spendFen: 230_000 },
    });
  });

  it('a tier without points says what is missing and no spend', () => {
    const rows = pathsWith({}, 'silver', { pointsFreeTiers: ['silver'] });
    expect(rows.find(({ path }) => path === 'cumulativePoints')).toMatchObject({ missing: 10_000, spendFen: null });
    expect(rows.filter(({ tier }) => tier === 'gold').at(-1)?.spendFen).toBeNull();
  });
});

describe('ways to renew', () => {
  const renewal = (redeemable: number, insuredFen: number) =>
    renewalPaths('gold', defaultSettings, {
      redeemable,
      insurance: insuranceSum(insuredFen === 0 ? [] : [item('policy', 'a', '2026-06-01', insuredFen)]),
    });
  it('再消费 ¥120 或 100 元可续卡: the cheapest first', () => {
    expect(renewal(380, 0).map(({ path, costFen, missing }) => [path, costFen, missing])).toEqual([
      ['fee', 10_000, 0],
      ['points', 12_500, 120],
      ['insurance', 300_000, 300_000],
    ]);
    expect(renewal(499, 300_000).map(({ path, met }) => [path, met])).toEqual([
      ['insurance', true],
      ['points', false],
      ['fee', true],
    ]);
  });
  it.each([
    [499, false],
    [500, true],
  ])('%i points: %s', (points, met) => {
    expect(renewal(points, 0).find(({ path }) => path === 'points')?.met).toBe(met);
  });
  it.each([
    [299_999, false],
    [300_000, true],
  ])('insurance of %i fen: %s', (fen, met) => {
    const row = renewal(0, fen).find(({ path }) => path === 'insurance');
    expect(row?.met).toBe(met);
    expect(row?.proof === null).toBe(!met);
  });
});

describe('the downgrade policy', () => {
  const keep = [{ tier: 'gold', cumulativePoints: 3000 }];
  it.each([
    ['gold', 2999, true, 'silver'],
    ['gold', 3000, true, null],
    ['gold', 0, false, null],
    ['diamond', 0, true, null],
    ['silver', 0, true, null],
  ])('%s with %i earned, on %s: %s', (tier, earned, on, down) => {
    const all = [...keep, { tier: 'silver', cumulativePoints: 1 }];
    expect(downgradeTo(tier, earned, { on, keep: all }, defaultSettings.tiers)?.tier ?? null).toBe(down);
  });
});

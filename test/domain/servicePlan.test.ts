import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ServicePlanRules } from '../../db/contract/servicePlanRules.ts';
import { addDays, addMonths, daysBetween } from '../../db/domain/day.ts';
import { type PlanFacts, servicePlan, severeWordsIn } from '../../db/domain/servicePlan.ts';
import { servicePlanDefaults } from '../../db/features/settings/servicePlanDefaults.ts';

const today = '2026-11-22';
const nothing: PlanFacts = {
  deliveryDay: null,
  lastVisitDay: null,
  log: [],
  insuranceEndDay: null,
  inspectionDueDay: null,
  warrantyEndDay: null,
  warrantyKm: null,
  licenceEndDay: null,
  roadConditions: null,
  use: 'private',
  electric: false,
};
const oil = { name: '机油', everyKm: 10_000, everyMonths: 12, engineOnly: true };
const filter = { name: '空调滤芯', everyKm: null, everyMonths: 12, engineOnly: false };
const tyres = { name: '轮胎', everyKm: 10_000, everyMonths: null, engineOnly: false };
const brakes = { name: '制动液', everyKm: 40_000, everyMonths: 24, engineOnly: false };
const rules: ServicePlanRules = { items: [oil], severePercent: 70, horizonMonths: 24, assumedKmPerYear: 15_000 };

const planOf = (facts: Partial<PlanFacts>, items = rules.items, horizonMonths = 24) =>
  servicePlan({ ...nothing, ...facts }, { ...rules, items, horizonMonths }, today);
/** `2027-01-10 20000 机油 制动液` */
const said = (facts: Partial<PlanFacts>, items = rules.items, horizonMonths = 24): string[] =>
  planOf(facts, items, horizonMonths).rows.map(({ kind, day, km, late, items: names }) =>
    [day, km, kind === 'service' ? names.join(' ') : kind, late ? 'late' : null]
      .filter((one) => one !== null)
      .join(' '),
  );

/** 100 km a day: 9,000 in 90 days; 29,000 on 2026-11-22 */
const driven = {
  deliveryDay: '2025-11-22',
  log: [
    { day: '2026-08-24', km: 20_000 },
    { day: '2026-11-22', km: 29_000 },
  ],
};

describe('what is due by mileage and by time, whichever comes first', () => {
  test.each([
    [
      'by mileage: 30,000 in ten days, then every 100 days',
      driven,
      [oil],
      ['2026-12-02 30000 机油', '2027-03-12 40000 机油', '2027-06-20 50000 机油', '2027-09-28 60000 机油'],
    ],
    [
      'by time: from delivery, a year of 3,000 km',
      {
        deliveryDay: '2025-12-10',
        log: [
          { day: '2025-12-10', km: 0 },
          { day: '2026-11-22', km: 2_856 },
        ],
      },
      [oil],
      ['2026-12-10 3000 机油'],
    ],
    [
      'within 30 days and 1,000 km of each other: one visit',
      { ...driven, deliveryDay: '2024-12-12' },
      [tyres, filter],
      ['2026-12-02 30000 轮胎 空调滤芯', '2027-03-12 40000 轮胎', '2027-06-20 50000 轮胎', '2027-09-28 60000 轮胎'],
    ],
    [
      'eleven days are 1,100 km: two visits',
      { ...driven, deliveryDay: '2024-12-13' },
      [tyres, filter],
      [
        '2026-12-02 30000 轮胎',
        '2026-12-13 31100 空调滤芯',
        '2027-03-12 40000 轮胎',
        '2027-06-20 50000 轮胎',
        '2027-09-28 60000 轮胎',
      ],
    ],
    [
      'severe: 7,000 km instead of 10,000, so at 35,000 next',
      { ...driven, roadConditions: '山路多' },
      [tyres],
      [
        '2027-01-21 35000 轮胎',
        '2027-04-01 42000 轮胎',
        '2027-06-10 49000 轮胎',
        '2027-08-19 56000 轮胎',
        '2027-10-28 63000 轮胎',
      ],
    ],
    [
      'late: the year was over in June, and nobody has read the meter since',
      { deliveryDay: '2024-06-01', log: [{ day: '2026-03-01', km: 20_000 }], lastVisitDay: '2026-03-01' },
      [filter],
      ['2026-11-22 28300 空调滤芯 late', '2027-11-22 39800 空调滤芯'],
    ],
    ['an electric car has no oil', { ...driven, electric: true }, [oil], []],
  ] as const)('%s', (_, facts, items, rows) => {
    expect(said(facts, [...items], 12)).toEqual(rows);
  });

  it('what ends on a day of its own stands among them; what is over is due today', () => {
    expect(
      said(
        {
          ...driven,
          insuranceEndDay: '2026-12-31',
          inspectionDueDay: '2026-10-31',
          warrantyEndDay: '2027-11-22',
          warrantyKm: 30_500,
          licenceEndDay: '2030-01-01',
        },
        [brakes],
      ),
    ).toEqual([
      '2026-11-22 inspection late',
      '2026-12-07 30500 warranty',
      '2026-12-31 insurance',
      '2027-03-12 40000 制动液',
      '2028-04-15 80000 制动液',
    ]);
    expect(said({ ...driven, warrantyEndDay: '2026-11-21', warrantyKm: 100_000 }, [])).toEqual([]);
    expect(said({ ...driven, warrantyEndDay: '2027-11-22', warrantyKm: 29_000 }, [])).toEqual([]);
  });

  it('says what it goes by: readings, one reading since delivery, or the store’s figure', () => {
    expect(planOf(driven)).toMatchObject({ kmPerYear: 36_500, kmAssumed: false, mileage: { km: 29_000 } });
    const once = { deliveryDay: '2025-11-22', log: [{ day: '2026-11-22', km: 12_000 }] };
    expect(planOf(once)).toMatchObject({ kmPerYear: 12_000, kmAssumed: false });
    expect(planOf({ deliveryDay: '2025-11-22' })).toMatchObject({ kmPerYear: 15_000, kmAssumed: true, mileage: null });
    const blind = planOf({});
    expect(blind).toMatchObject({ kmAssumed: true, mileage: null });
    expect(blind.rows.map(({ km }) => km)).toEqual(blind.rows.map(() => null));
    // 900,000 km in a month are a slip of the pen
    const slip = [
      { day: '2026-10-01', km: 10 },
      { day: today, km: 900_000 },
    ];
    expect(planOf({ log: slip })).toMatchObject({ kmPerYear: 15_000, kmAssumed: true });
  });

  test.each([
    ['市区、高速', []],
    ['山路多，常堵车', ['山路', '堵车']],
    ['短途 短途', ['短途']],
    ['无山路，不堵车，没有泥泞', []],
    [null, []],
  ])('road conditions: %s', (words, severe) => {
    expect(severeWordsIn(words)).toEqual(severe);
  });

  it('what a car that stands reaches in thousands of years is not due', () => {
    const stands = { deliveryDay: '1990-01-01', log: [{ day: today, km: 600 }], warrantyKm: 3_000_000 };
    expect(said(stands, [{ ...tyres, everyKm: 300_000 }])).toEqual([]);
  });

  it('a taxi is driven hard whatever the road', () => {
    expect(planOf({ use: 'taxi' })).toMatchObject({ severe: true, severeBy: [] });
    expect(planOf({ use: 'official' })).toMatchObject({ severe: false });
  });
});

const ago = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(today, -days));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const ahead = fc.integer({ min: -800, max: 1500 }).map((days) => addDays(today, days));
const anyFacts: fc.Arbitrary<PlanFacts> = fc.record({
  deliveryDay: maybe(ago(6000)),
  lastVisitDay: maybe(ago(3000)),
  log: fc.array(fc.record({ day: ago(2000), km: fc.integer({ min: 0, max: 900_000 }) }), { maxLength: 6 }),
  insuranceEndDay: maybe(ahead),
  inspectionDueDay: maybe(ahead),
  warrantyEndDay: maybe(ahead),
  warrantyKm: maybe(fc.integer({ min: 0, max: 500_000 })),
  licenceEndDay: maybe(ahead),
  roadConditions: maybe(fc.constantFrom('市区', '山路', '拥堵 粉尘')),
  use: fc.constantFrom('private', 'official', 'taxi', 'rideHailing'),
  electric: fc.boolean(),
});

test('never before today, in order, within the horizon, and nothing waits longer than its interval', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { rows, severe, kmPerYear } = servicePlan(facts, servicePlanDefaults, today);
      const days = rows.map(({ day }) => day);
      expect(days).toEqual(days.toSorted());
      expect(days.every((day) => day >= today && day <= addMonths(today, 24))).toBe(true);
      const percent = severe ? 70 : 100;
      for (const { name, everyKm, everyMonths, engineOnly } of servicePlanDefaults.items) {
        const own = rows.filter(({ items }) => items.includes(name));
        if (engineOnly && facts.electric) expect(own).toEqual([]);
        own.slice(1).forEach(({ day }, at) => {
          const before = own[at]?.day ?? '';
          if (everyMonths !== null) {
            expect(day <= addMonths(before, Math.floor((everyMonths * percent) / 100))).toBe(true);
          }
          // the figure of a year is rounded to hundreds
          if (everyKm !== null) {
            const km = (daysBetween(before, day) * Math.max(0, kmPerYear - 50)) / 365.25;
            expect(km <= (everyKm * percent) / 100).toBe(true);
          }
        });
      }
      const services = rows.filter(({ kind }) => kind === 'service');
      expect(services.every(({ items }) => items.length > 0)).toBe(true);
      expect(services.map(({ km }) => km ?? 0)).toEqual(services.map(({ km }) => km ?? 0).toSorted((a, b) => a - b));
    }),
  );
});

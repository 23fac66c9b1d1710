import { describe, expect, it } from 'vitest';
import type { Settings, SettingVersion } from '../../db/contract/settings.ts';
import { addDays } from '../../db/domain/day.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { openTestStore, refusal, staffAs, type TestStore } from './openTestStore.ts';

const today = '2026-11-22';
const tomorrow = addDays(today, 1);
const december = '2026-12-01';
const terms = (adjustLimit: number): Settings['pointsTerms'] => ({ ...defaultSettings.pointsTerms, adjustLimit });
const manager = staffAs('manager');

const plan = (test: TestStore, adjustLimit: number, fromDay?: string, actor = manager): Promise<unknown> =>
  test.call('settings.update', { values: { pointsTerms: terms(adjustLimit) }, ...(fromDay ? { fromDay } : {}) }, actor);
const limitOn = async (test: TestStore, day?: string): Promise<number> =>
  (await test.call('settings.get', day ? { day } : {})).values.pointsTerms.adjustLimit;
const versionsOf = async (test: TestStore, key = 'pointsTerms'): Promise<SettingVersion[]> =>
  (await test.call('settings.versions', { key })).rows;
const shapeOf = (rows: readonly SettingVersion[]) =>
  rows.map(({ fromDay, state, values }) => [fromDay, state, values.pointsTerms?.adjustLimit]);

describe('a setting by the day from which it holds', () => {
  it('as shipped until somebody changes it', async () => {
    const test = await openTestStore();
    expect(shapeOf(await versionsOf(test))).toEqual([[null, 'holds', 1000]]);
  });

  it('today, and planned: each day has its own', async () => {
    const test = await openTestStore();
    await plan(test, 1500);
    await plan(test, 3000, december);
    await plan(test, 2000, tomorrow);
    expect(
      await Promise.all(
        [undefined, addDays(today, -1), tomorrow, '2026-11-30', december].map((day) => limitOn(test, day)),
      ),
    ).toEqual([1500, 1000, 2000, 2000, 3000]);
    expect(shapeOf(await versionsOf(test))).toEqual([
      [december, 'planned', 3000],
      [tomorrow, 'planned', 2000],
      [today, 'holds', 1500],
      [null, 'past', 1000],
    ]);
  });

  it('holds from 00:00 of its day on the store’s clock, and says by whom and when', async () => {
    const test = await openTestStore();
    const { staffId } = await test.call('store.setup', {
      storeName: '示例店',
      city: '北京',
      admin: '周凯',
      passwordHash: 'x'.repeat(40),
    });
    const person = { ...staffAs('admin'), id: staffId };
    await plan(test, 2000, tomorrow, person);
    const planned = (await versionsOf(test))[0];
    expect(planned).toMatchObject({ changedBy: '周凯', changedAt: test.clock.now });
    test.clock.now = Date.UTC(2026, 10, 22, 16) - 1;
    expect(await limitOn(test)).toBe(1000);
    test.clock.now += 1;
    expect(await limitOn(test)).toBe(2000);
    expect((await versionsOf(test)).map(({ state }) => state)).toEqual(['holds', 'past']);
  });

  it('planned again for the same day replaces the plan', async () => {
    const test = await openTestStore();
    await plan(test, 2000, december);
    await plan(test, 2500, december);
    expect(shapeOf(await versionsOf(test))).toEqual([
      [december, 'planned', 2500],
      [null, 'holds', 1000],
    ]);
  });

  it('never from a day that is over', async () => {
    const test = await openTestStore();
    expect(await refusal(plan(test, 2000, addDays(today, -1)))).toEqual({
      code: 'VALIDATION',
      fields: ['fromDay: day-past'],
    });
    expect(await versionsOf(test)).toHaveLength(1);
  });
});

describe('a plan taken back', () => {
  const takeBack = (test: TestStore, fromDay: string, changedAt: number): Promise<unknown> =>
    test.call('settings.takeBack', { key: 'pointsTerms', fromDay, changedAt }, manager);

  it('before it holds: what held goes on', async () => {
    const test = await openTestStore();
    await plan(test, 2000, tomorrow);
    await takeBack(test, tomorrow, test.clock.now);
    expect(await limitOn(test, december)).toBe(1000);
    expect(await versionsOf(test)).toHaveLength(1);
  });

  it('not once it holds, not one that is not there, not one that somebody changed meanwhile', async () => {
    const test = await openTestStore();
    await plan(test, 1500);
    expect(await refusal(takeBack(test, today, test.clock.now))).toEqual({ code: 'CONFLICT', reason: 'version-holds' });
    expect(await refusal(takeBack(test, december, test.clock.now))).toEqual({
      code: 'NOT_FOUND',
      reason: 'version-not-found',
    });
    await plan(test, 2000, december);
    const seen = test.clock.now;
    test.clock.now += 60_000;
    await plan(test, 2500, december);
    expect(await refusal(takeBack(test, december, seen))).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    expect(await limitOn(test, december)).toBe(2500);
  });
});

describe('who changes what', () => {
  it('managers the rules and the tiers, administrators everything, others nothing', async () => {
    const test = await openTestStore();
    const set = (values: object, role: 'reception' | 'manager' | 'admin') =>
      refusal(test.call('settings.update', { values }, staffAs(role)));
    expect(await set({ tiers: defaultSettings.tiers, tierBenefits: defaultSettings.tierBenefits }, 'manager')).toEqual({
      code: 'TAKEN',
    });
    expect(await set({ bookingMinutes: 30 }, 'manager')).toEqual({ code: 'FORBIDDEN', reason: 'role-not-allowed' });
    expect(await set({ bookingMinutes: 30, pointsTerms: terms(1) }, 'manager')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await set({ bookingMinutes: 30 }, 'admin')).toEqual({ code: 'TAKEN' });
    expect(await set({ pointsTerms: terms(1) }, 'reception')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await limitOn(test)).toBe(1000);
  });
});

describe('a rule that cannot be kept', () => {
  const { pointsRules, membershipRules, tierBenefits } = defaultSettings;
  const [gold, diamond] = membershipRules.upgrades;
  if (!gold || !diamond) throw new Error('the shipped rules lead up to two tiers');
  const noPath = {
    tier: 'gold',
    cumulativePoints: null,
    deductPoints: null,
    repairFen: null,
    insuranceFen: null,
    insuranceYears: 2,
    referrals: null,
    participations: null,
  };
  const ratio = { category: 'parts' as const, points: 1, perFen: 100 };

  it.each<readonly [string, Partial<Settings>, string]>([
    [
      'a ratio of no tier',
      { pointsRules: { ...pointsRules, ratios: [{ ...ratio, tier: 'platinum' }] } },
      'values.pointsRules.ratios.0.tier: tier-unknown',
    ],
    [
      'two ratios of one category and tier',
      { pointsRules: { ...pointsRules, ratios: [...pointsRules.ratios, { ...ratio, tier: null }] } },
      'values.pointsRules.ratios.8: ratio-twice',
    ],
    [
      'an upgrade to no tier',
      { membershipRules: { ...membershipRules, upgrades: [{ ...gold, tier: 'platinum' }] } },
      'values.membershipRules.upgrades.0.tier: tier-unknown',
    ],
    [
      'an upgrade to where one begins',
      { membershipRules: { ...membershipRules, upgrades: [{ ...gold, tier: 'silver' }] } },
      'values.membershipRules.upgrades.0.tier: tier-lowest',
    ],
    [
      'an upgrade told twice',
      { membershipRules: { ...membershipRules, upgrades: [gold, { ...gold, cumulativePoints: null }] } },
      'values.membershipRules.upgrades.1: tier-twice',
    ],
    [
      'an upgrade without a way',
      { membershipRules: { ...membershipRules, upgrades: [noPath] } },
      'values.membershipRules.upgrades.0: path-missing',
    ],
    [
      'a threshold that does not rise with the tier, by one point',
      { membershipRules: { ...membershipRules, upgrades: [{ ...diamond, cumulativePoints: 10_000 }, gold] } },
      'values.membershipRules.upgrades.0.cumulativePoints: threshold-order',
    ],
    [
      'as many for the higher tier as for the lower',
      {
        membershipRules: {
          ...membershipRules,
          starting: {
            by: 'spend',
            tiers: [
              { tier: 'gold', topPercent: 4 },
              { tier: 'diamond', topPercent: 4 },
            ],
          },
        },
      },
      'values.membershipRules.starting.tiers.1.topPercent: percent-order',
    ],
    [
      'a downgrade that asks nothing',
      { membershipRules: { ...membershipRules, downgrade: { on: true, keep: [] } } },
      'values.membershipRules.downgrade.keep: keep-missing',
    ],
    [
      'a tier without points that is none',
      { membershipRules: { ...membershipRules, pointsFreeTiers: ['platinum'] } },
      'values.membershipRules.pointsFreeTiers.0: tier-unknown',
    ],
    [
      'a service twice for a tier',
      {
        tierBenefits: {
          ...tierBenefits,
          services: [...tierBenefits.services, { code: 'wash', tier: 'gold', name: '免费洗车', timesPerYear: null }],
        },
      },
      'values.tierBenefits.services.6: service-twice',
    ],
    [
      'a service by two names',
      {
        tierBenefits: {
          services: [
            { code: 'wash', tier: 'gold', name: '免费洗车', timesPerYear: 1 },
            { code: 'wash', tier: 'diamond', name: '精洗', timesPerYear: 1 },
          ],
          discounts: [],
        },
      },
      'values.tierBenefits.services.1.name: service-name-differs',
    ],
    [
      'a discount twice',
      {
        tierBenefits: {
          services: [],
          discounts: [
            { tier: 'gold', category: 'parts', percentOff: 5 },
            { tier: 'gold', category: 'parts', percentOff: 6 },
          ],
        },
      },
      'values.tierBenefits.discounts.1: discount-twice',
    ],
  ])('%s', async (_what, values, field) => {
    const test = await openTestStore();
    const said = await refusal(test.call('settings.update', { values }));
    expect(said).toEqual({ code: 'VALIDATION', fields: [field] });
    for (const key of Object.keys(values)) expect(await versionsOf(test, key)).toHaveLength(1);
  });

  it('a threshold one point above is kept', async () => {
    const test = await openTestStore();
    const upgrades = [{ ...diamond, cumulativePoints: 10_001 }, gold];
    await test.call('settings.update', { values: { membershipRules: { ...membershipRules, upgrades } } });
  });
});

describe('a tier and the rules that name it', () => {
  const [silver, gold, diamond] = defaultSettings.tiers;
  if (!silver || !gold || !diamond) throw new Error('three tiers are shipped');
  const twoTiers = [silver, gold];
  const withoutDiamond: Partial<Settings> = {
    membershipRules: {
      ...defaultSettings.membershipRules,
      starting: { by: 'spend', tiers: [{ tier: 'gold', topPercent: 20 }] },
      upgrades: defaultSettings.membershipRules.upgrades.filter(({ tier }) => tier !== 'diamond'),
    },
    tierBenefits: {
      services: defaultSettings.tierBenefits.services.filter(({ tier }) => tier !== 'diamond'),
      discounts: defaultSettings.tierBenefits.discounts.filter(({ tier }) => tier !== 'diamond'),
    },
  };
  const update = (test: TestStore, values: Partial<Settings>, fromDay = today) =>
    refusal(test.call('settings.update', { values, fromDay }));

  it('stays while a rule names it; goes with what names it, in one change', async () => {
    const test = await openTestStore();
    const refused = { code: 'CONFLICT', reason: 'tier-in-rules' };
    expect(await update(test, { tiers: twoTiers })).toEqual(refused);
    expect(await update(test, { tiers: twoTiers, tierBenefits: defaultSettings.tierBenefits })).toEqual({
      code: 'VALIDATION',
      fields: [3, 4, 5]
        .map((at) => `values.tierBenefits.services.${at}.tier: tier-unknown`)
        .concat([2, 3].map((at) => `values.tierBenefits.discounts.${at}.tier: tier-unknown`)),
    });
    expect(await update(test, { ...withoutDiamond, tiers: twoTiers })).toEqual({ code: 'TAKEN' });
  });

  it('stays while a planned rule names it', async () => {
    const test = await openTestStore();
    await update(test, withoutDiamond);
    await update(test, { tierBenefits: defaultSettings.tierBenefits }, december);
    expect(await update(test, { tiers: twoTiers })).toEqual({ code: 'CONFLICT', reason: 'tier-in-rules' });
  });

  it('cannot be named where it is planned to go', async () => {
    const test = await openTestStore();
    await update(test, withoutDiamond);
    await update(test, { tiers: twoTiers }, december);
    const discounts = [{ tier: 'diamond', category: 'parts' as const, percentOff: 5 }];
    expect(await update(test, { tierBenefits: { services: [], discounts } }, tomorrow)).toEqual({
      code: 'VALIDATION',
      fields: ['values.tierBenefits.discounts.0.tier: tier-unknown'],
    });
    // until a version without it holds, before that day
    await update(test, { tierBenefits: { services: [], discounts: [] } }, '2026-11-30');
    expect(await update(test, { tierBenefits: { services: [], discounts } }, tomorrow)).toEqual({ code: 'TAKEN' });
    // which then cannot go
    const planned = (await versionsOf(test, 'tierBenefits')).find(({ fromDay }) => fromDay === '2026-11-30');
    expect(
      await refusal(
        test.call('settings.takeBack', { key: 'tierBenefits', fromDay: '2026-11-30', changedAt: planned?.changedAt }),
      ),
    ).toEqual({ code: 'CONFLICT', reason: 'version-names-old-tier' });
    expect(await versionsOf(test, 'tierBenefits')).toHaveLength(4);
  });

  it('renamed, it is the same tier', async () => {
    const test = await openTestStore();
    const names = ['探索者', '同行者', '共创者'];
    const tiers = defaultSettings.tiers.map((tier, at) => ({ ...tier, name: names[at] ?? '' }));
    expect(await update(test, { tiers })).toEqual({ code: 'TAKEN' });
  });
});

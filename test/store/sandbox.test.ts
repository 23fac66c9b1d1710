import { describe, expect, it } from 'vitest';
import { importMembers, reading, visitOf } from './memberFile.ts';
import { openTestStore, type TestStore } from './openTestStore.ts';

const day = 86_400_000;
const rulesOf = async (test: TestStore) => (await test.call('settings.get')).values.pointsRules;

/** Three members with visits before and after the go-live day, and somebody without a card. */
const aStore = async () => {
  const test = await openTestStore();
  const members = await importMembers(test, [{}, { tier: '金卡' }, { validThrough: '2026-11-30' }]);
  const [silver, gold, expired] = members;
  if (!silver || !gold || !expired) throw new Error('no members');
  const stranger = await test.call('customers.add', { name: '路人', vehicle: { plate: '京B67890', series: '奇骏' } });
  const { vehicles } = await test.call('customers.get', { id: stranger.id });
  await visitOf(test, silver, 100, test.clock.now - 20 * day);
  await visitOf(test, silver, 400, test.clock.now - 400 * day);
  test.clock.now += 10 * day;
  await visitOf(test, silver, 50);
  await visitOf(test, gold, 1000);
  // its last day was yesterday
  await visitOf(test, expired, 70);
  await visitOf(test, { ...silver, vehicleId: vehicles[0].id }, 999);
  const wrong = await visitOf(test, gold, 777);
  await test.call('visits.void', { id: wrong.id, version: wrong.version, reason: '录错了' });
  return { test, silver, gold, expired };
};

describe('the sandbox', () => {
  it('replays the members’ visits that stand under both rules, and changes nothing', async () => {
    const { test, silver, gold } = await aStore();
    const rules = await rulesOf(test);
    const ratios = [
      { category: 'parts', tier: null, points: 1, perFen: 200 },
      { category: 'parts', tier: 'gold', points: 3, perFen: 200 },
    ];
    const count = () => reading<{ count: number }>(test, 'SELECT count(*) AS count FROM pointsEntry')[0]?.count;
    const before = count();
    const result = await test.call('points.sandbox', { rules: { ...rules, ratios } });
    expect(result).toMatchObject({
      fromDay: '2025-12-03',
      toDay: '2026-12-02',
      visits: 3,
      members: 2,
      now: { issued: 1150, liabilityFen: 920 },
      proposed: { issued: 1575, liabilityFen: 1260 },
      winners: 1,
      losers: 1,
      unchanged: 0,
      byTier: [
        { tier: 'silver', tierName: '银卡', members: 1, now: 150, proposed: 75 },
        { tier: 'gold', tierName: '金卡', members: 1, now: 1000, proposed: 1500 },
      ],
      byCategory: [{ category: 'parts', now: 1150, proposed: 1575 }],
      mostWon: [{ membershipId: gold.membershipId, name: gold.name, tierName: '金卡', now: 1000, proposed: 1500 }],
      mostLost: [{ membershipId: silver.membershipId, name: silver.name, tierName: '银卡', now: 150, proposed: 75 }],
    });
    expect(count()).toBe(before);
  });

  it('with the rules as they stand comes to the same on both sides, and to what the ledger gave since the go-live day', async () => {
    const { test } = await aStore();
    const result = await test.call('points.sandbox', { rules: await rulesOf(test), months: 1 });
    expect(result.now).toEqual(result.proposed);
    expect(result).toMatchObject({ winners: 0, losers: 0 });
    const since = await test.call('points.sandbox', { rules: await rulesOf(test), toDay: '2026-12-02', months: 36 });
    expect(since.now.issued).toBe(1550);
    const [given] = reading<{ sum: number }>(
      test,
      `SELECT sum(redeemable) AS sum FROM pointsEntry e WHERE kind = 'earn'
         AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)`,
    );
    // two of the visits lie before it
    expect(since.now.issued - 500).toBe(given?.sum);
  });

  it('goes by the rule version and the tier of each arrival', async () => {
    const { test, gold } = await aStore();
    const rules = await rulesOf(test);
    const doubled = rules.ratios.map((ratio: { points: number }) => ({ ...ratio, points: 2 }));
    await test.call('settings.update', {
      values: { pointsRules: { ...rules, ratios: doubled } },
      fromDay: '2026-12-03',
    });
    test.clock.now += day;
    await visitOf(test, gold, 10);
    const { version } = (await test.call('members.get', { id: gold.membershipId })).membership;
    test.clock.now += 60_000;
    await test.call('members.setTier', { id: gold.membershipId, version, tier: 'diamond', reason: '活动' });
    test.clock.now += 60_000;
    await visitOf(test, gold, 100);
    const ratios = [
      { category: 'parts', tier: 'gold', points: 1, perFen: 100 },
      { category: 'parts', tier: 'diamond', points: 7, perFen: 100 },
    ];
    const result = await test.call('points.sandbox', { rules: { ...rules, ratios } });
    expect(result.mostLost).toMatchObject([{ now: 150, proposed: 0 }]);
    expect(result.mostWon).toMatchObject([
      { name: gold.name, tierName: '钻石卡', now: 1000 + 20 + 200, proposed: 1000 + 10 + 700 },
    ]);
  });

  it('keeps who earns no points out of it, and multiplies in birthday months', async () => {
    const { test, silver } = await aStore();
    const { values } = await test.call('settings.get');
    const { customer } = await test.call('customers.get', { id: silver.customerId });
    await test.call('customers.update', {
      id: silver.customerId,
      version: customer.version,
      name: customer.name,
      phones: [{ number: '13800138000' }],
      birthday: { calendar: 'solar', year: 1990, month: 12, day: 24 },
    });
    const rules = { ...values.pointsRules, birthdayPercent: 300 };
    const result = await test.call('points.sandbox', { rules });
    expect(result.mostWon).toMatchObject([{ name: silver.name, now: 150, proposed: 250 }]);
    await test.call('settings.update', {
      values: { membershipRules: { ...values.membershipRules, pointsFreeTiers: ['silver'] } },
    });
    test.clock.now += day;
    const later = await test.call('points.sandbox', { rules, toDay: '2026-12-02' });
    // from the day of the rule on; the visit of November counts
    expect(later).toMatchObject({ members: 2, visits: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import { importMembers, reading, visitOf } from './memberFile.ts';
import { openTestStore, refusal, staffAs } from './openTestStore.ts';

const day = 86_400_000;

describe('the liability report', () => {
  it('says by tier and month what was issued, redeemed, lapsed, reversed, and what is outstanding', async () => {
    const test = await openTestStore();
    const [silver, gold] = await importMembers(test, [
      { points: [500, 200] },
      { points: [20_000, 1000], tier: '金卡' },
    ]);
    if (!silver || !gold) throw new Error('no members');
    const { id } = await test.call('rewards.add', { kind: 'gift', name: '雨伞', points: 90, validDays: 30 });
    test.clock.now += 9 * day;
    // 2026-12-01
    const wrong = await visitOf(test, silver, 300);
    await visitOf(test, gold, 40);
    await test.call('rewards.redeem', { card: silver.card, rewardId: id });
    await test.call('visits.void', { id: wrong.id, version: wrong.version, reason: '录错了' });
    await test.call('points.adjust', {
      membershipId: gold.membershipId,
      cumulative: 0,
      redeemable: 7,
      reason: '补差',
    });
    const report = await test.call('points.liability', { fromMonth: '2026-11', toMonth: '2027-01' });
    const none = { issued: 0, redeemed: 0, lapsed: 0, reversed: 0, other: 0 };
    expect(report.rows).toEqual([
      { month: '2026-11', tier: 'silver', tierName: '银卡', ...none, issued: 200, outstanding: 200 },
      { month: '2026-11', tier: 'gold', tierName: '金卡', ...none, issued: 1000, outstanding: 1000 },
      {
        month: '2026-12',
        tier: 'silver',
        tierName: '银卡',
        ...none,
        issued: 300,
        redeemed: 90,
        reversed: 300,
        outstanding: 110,
      },
      { month: '2026-12', tier: 'gold', tierName: '金卡', ...none, issued: 40, other: 7, outstanding: 1047 },
      { month: '2027-01', tier: 'silver', tierName: '银卡', ...none, outstanding: 110 },
      { month: '2027-01', tier: 'gold', tierName: '金卡', ...none, outstanding: 1047 },
    ]);
    expect(
      report.months.map((row: { outstanding: number; liabilityFen: number }) => [row.outstanding, row.liabilityFen]),
    ).toEqual([
      [1200, 960],
      [1157, 925],
      [1157, 925],
    ]);
    expect(report.byTier).toEqual([
      { tier: 'silver', tierName: '银卡', outstanding: 110, liabilityFen: 88 },
      { tier: 'gold', tierName: '金卡', outstanding: 1047, liabilityFen: 837 },
      { tier: 'diamond', tierName: '钻石卡', outstanding: 0, liabilityFen: 0 },
    ]);
    expect(report).toMatchObject({ outstanding: 1157, liabilityFen: 925 });
    const [sum] = reading<{ sum: number }>(test, 'SELECT sum(redeemable) AS sum FROM pointsBalance');
    expect(report.outstanding).toBe(sum?.sum);
  });

  it('of a later span begins with what was outstanding before it, and counts what lapsed', async () => {
    const test = await openTestStore();
    await importMembers(test, [{ points: [500, 200] }]);
    test.clock.now = Date.UTC(2028, 11, 1);
    await test.call('points.lapse');
    const report = await test.call('points.liability', { fromMonth: '2028-11', toMonth: '2028-12' });
    expect(report.months).toMatchObject([
      { month: '2028-11', issued: 0, lapsed: 0, outstanding: 200 },
      { month: '2028-12', issued: 0, lapsed: 200, outstanding: 0, liabilityFen: 0 },
    ]);
  });

  it('is the managers’, and wants months in their order', async () => {
    const test = await openTestStore();
    const span = { fromMonth: '2026-11', toMonth: '2026-12' };
    expect(await refusal(test.call('points.liability', span, staffAs('reception')))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(test.call('points.liability', { fromMonth: '2026-12', toMonth: '2026-11' }))).toEqual({
      code: 'VALIDATION',
      fields: ['toMonth: ends-before-start'],
    });
    expect(await refusal(test.call('points.liability', { fromMonth: '2026-13', toMonth: '9999-12' }))).toEqual({
      code: 'VALIDATION',
      fields: ['fromMonth: month-invalid', 'toMonth: month-invalid'],
    });
  });
});

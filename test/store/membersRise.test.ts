import { describe, expect, it } from 'vitest';
import { oneMember } from './oneMember.ts';
import { refusal } from './openTestStore.ts';

describe('rising', () => {
  it.each([
    [9999, 'path-not-met'],
    [10_000, null],
  ])('with %i cumulative points: %s', async (points, reason) => {
    const desk = await oneMember(points);
    const { paths } = await desk.page();
    expect(paths.eligibleFor).toEqual(reason ? null : { tier: 'gold', tierName: '金卡' });
    const risen = desk.change('upgrade', { tier: 'gold', path: 'cumulativePoints' });
    if (reason) expect(await refusal(risen)).toMatchObject({ code: 'CONFLICT', reason });
    else {
      await risen;
      const { membership, events, balance } = await desk.page();
      expect(membership.tier).toBe('gold');
      // nothing is deducted
      expect(balance).toMatchObject({ cumulative: 10_000, redeemable: 10_000 });
      expect(events[0]).toMatchObject({ kind: 'upgrade', facts: { need: 10_000, have: 10_000 } });
    }
  });

  it.each([
    [1999, false],
    [2000, true],
  ])('by deducting, with %i: %s', async (points, taken) => {
    const desk = await oneMember(points);
    const risen = desk.change('upgrade', { tier: 'gold', path: 'deductPoints' });
    if (!taken) expect(await refusal(risen)).toEqual({ code: 'INSUFFICIENT_POINTS', reason: 'points-short' });
    else await risen;
    const { membership, balance } = await desk.page();
    expect([membership.tier, balance.redeemable, balance.cumulative]).toEqual(
      taken ? ['gold', 0, 2000] : ['silver', 1999, 1999],
    );
  });

  it('by one ordinary repair after joining: sum of its workshop lines, once', async () => {
    const desk = await oneMember();
    // without points, so that nothing else leads up
    await desk.settings({ pointsRules: { ratios: [] } });
    const upgrade = (tier: string) => desk.change('upgrade', { tier, path: 'repair' });
    // on the day of joining; accident, accessories, insurance, a purchase beside it; two visits together
    await desk.visit(desk.who, { repairLabour: 900_000 });
    desk.at('2026-03-11');
    await desk.visit(desk.who, {
      repairLabour: 499_999,
      accident: 900_000,
      accessories: 900_000,
      insurance: 1,
      carPurchase: 1,
    });
    await desk.visit(desk.who, { repairLabour: 300_000 });
    expect(await refusal(upgrade('gold'))).toMatchObject({ reason: 'path-not-met' });
    const { id } = await desk.visit(desk.who, {
      repairLabour: 100_000,
      maintenanceLabour: 100_000,
      parts: 200_000,
      bodyPaint: 100_000,
    });
    expect((await desk.page()).paths.eligibleFor).toMatchObject({ tier: 'gold' });
    await upgrade('gold');
    expect((await desk.page()).events[0]).toMatchObject({ path: 'repair', facts: { proofId: id, proofFen: 500_000 } });
    expect(await refusal(upgrade('diamond'))).toMatchObject({ reason: 'path-not-met' });
    const second = await desk.visit(desk.who, { repairLabour: 500_000 });
    await desk.call('visits.void', { ...second, reason: '录错' });
    expect(await refusal(upgrade('diamond'))).toMatchObject({ reason: 'path-not-met' });
    await desk.visit(desk.who, { repairLabour: 500_000 });
    await upgrade('diamond');
    expect(await desk.tierOf(desk.id)).toBe('diamond');
  });

  it('by insurance two years running, each year once', async () => {
    const desk = await oneMember();
    await desk.policy(desk.who, '2025-06-01', 700_000);
    await desk.policy(desk.who, '2026-06-01', 699_999);
    const upgrade = (tier: string) => desk.change('upgrade', { tier, path: 'insurance' });
    expect(await refusal(upgrade('gold'))).toMatchObject({ reason: 'path-not-met' });
    expect((await desk.page()).paths.upgrades.find((row: { path: string }) => row.path === 'insurance')).toMatchObject({
      ...{ need: 1_400_000, have: 1_399_999, missing: 1, costFen: 1 },
    });
    await desk.policy(desk.who, '2026-06-01', 1, { kind: 'compulsory' });
    await upgrade('gold');
    expect((await desk.page()).events[0]).toMatchObject({ facts: { insuranceYear: 2026 } });
    expect(await refusal(upgrade('diamond'))).toMatchObject({ reason: 'path-not-met' });
    desk.at('2027-01-02');
    await desk.policy(desk.who, '2027-01-02', 700_000);
    await upgrade('diamond');
  });

  it('counts a visit’s insurance lines where there are more of them than policies', async () => {
    const desk = await oneMember();
    await desk.visit(desk.who, { insurance: 300_000 });
    await desk.policy(desk.who, '2026-03-12', 200_000);
    desk.at('2027-03-01');
    expect(
      (await desk.page()).paths.renewal.paths.find((row: { path: string }) => row.path === 'insurance'),
    ).toMatchObject({
      ...{ have: 300_000, met: true, proof: { kind: 'visit', amountFen: 300_000 } },
    });
  });

  it('by people who came through the member, and by events', async () => {
    const desk = await oneMember();
    const upgrades = [
      {
        ...{ tier: 'gold', cumulativePoints: null, deductPoints: null, repairFen: null, insuranceFen: null },
        ...{ insuranceYears: 1, referrals: 2, participations: 2 },
      },
    ];
    await desk.settings({ membershipRules: { upgrades } });
    const eligible = async () => (await desk.page()).paths.eligibleFor?.tier ?? null;
    for (const name of ['甲', '乙']) {
      expect(await eligible()).toBeNull();
      await desk.call('customers.add', { name, referrerId: desk.who.id });
    }
    expect(await eligible()).toBe('gold');
    const other = await desk.person('丙');
    const joined = await desk.join(other);
    const events = { customerId: other.id, name: '自驾', day: '2026-03-10' };
    const first = await desk.call('members.addParticipation', events);
    await desk.call('members.addParticipation', { ...events, name: '讲堂' });
    expect((await desk.call('members.atCounter', { card: joined.cardNumber })).eligibleFor).toMatchObject({
      tier: 'gold',
    });
    await desk.call('members.removeParticipation', { id: first.id, version: 1 });
    expect((await desk.call('members.atCounter', { card: joined.cardNumber })).eligibleFor).toBeNull();
    expect(await refusal(desk.call('members.addParticipation', { ...events, day: '2026-03-11' }))).toMatchObject({
      fields: ['day: day-future'],
    });
    expect(await refusal(desk.call('members.removeParticipation', { id: first.id, version: 2 }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('only higher, only to what there is, only while it holds', async () => {
    const desk = await oneMember(10_000);
    const upgrade = (tier: string, path = 'cumulativePoints') => desk.change('upgrade', { tier, path });
    expect(await refusal(upgrade('silver'))).toMatchObject({ reason: 'tier-not-higher' });
    expect(await refusal(upgrade('platinum'))).toMatchObject({ fields: ['tier: tier-unknown'] });
    expect(await refusal(upgrade('gold', 'referrals'))).toMatchObject({ reason: 'path-not-met' });
    expect(await refusal(upgrade('gold', 'fee'))).toMatchObject({ code: 'VALIDATION' });
    desk.at('2027-03-10');
    expect(await refusal(upgrade('gold'))).toMatchObject({ reason: 'member-expired' });
    expect((await desk.page()).paths.eligibleFor).toBeNull();
    desk.at('2027-03-09', '23:59');
    await upgrade('gold');
  });

  it('a visit earns by the tier of its arrival: before the rise by the old one, after it by the new', async () => {
    const desk = await oneMember(10_000);
    const { values } = await desk.call('settings.get');
    const ratios = [...values.pointsRules.ratios, { category: 'parts', tier: 'gold', points: 3, perFen: 100 }];
    await desk.settings({ pointsRules: { ratios } });
    desk.at('2026-04-01', '12:00');
    const noon = desk.clock.now;
    await desk.change('upgrade', { tier: 'gold', path: 'cumulativePoints' });
    desk.at('2026-04-01', '17:00');
    const before = (await desk.page()).balance.cumulative;
    const early = await desk.visit(desk.who, { parts: 10_000 }, noon - 1);
    expect((await desk.page()).balance.cumulative).toBe(before + 100);
    await desk.visit(desk.who, { parts: 10_000 }, noon);
    expect((await desk.page()).balance.cumulative).toBe(before + 400);
    // edited after the rise it still goes by its arrival
    await desk.call('board.setLines', { ...early, lines: [{ category: 'parts', amountFen: 20_000 }] });
    expect((await desk.page()).balance.cumulative).toBe(before + 500);
  });

  it('goes by the thresholds of the day, on both sides of midnight', async () => {
    const desk = await oneMember(9000);
    desk.at('2026-05-01', '23:59');
    const { values } = await desk.call('settings.get');
    const upgrades = values.membershipRules.upgrades.map((rule: { tier: string }) =>
      rule.tier === 'gold' ? { ...rule, cumulativePoints: 9000 } : rule,
    );
    await desk.settings({ membershipRules: { upgrades } }, '2026-05-02');
    expect((await desk.page()).paths.eligibleFor).toBeNull();
    expect((await desk.call('members.home')).counts.eligible).toBe(0);
    desk.at('2026-05-02', '00:00');
    expect((await desk.page()).paths.eligibleFor).toMatchObject({ tier: 'gold' });
    expect((await desk.call('members.home')).counts.eligible).toBe(1);
    await desk.change('upgrade', { tier: 'gold', path: 'cumulativePoints' });
    expect((await desk.page()).events[0].ruleDay).toBe('2026-05-02');
  });
});

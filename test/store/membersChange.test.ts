import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { membersDesk } from './membersDesk.ts';
import { refusal } from './openTestStore.ts';

/** A member of 2026-03-10 through 2027-03-09 with so many points. */
const member = async (points = 0) => {
  const desk = await membersDesk();
  desk.at('2026-03-10');
  const who = await desk.person();
  const joined = await desk.join(who);
  if (points > 0) await desk.visit(who, { parts: points * 100 });
  const page = () => desk.page(joined.membershipId);
  const change = (name: string, input: object) => desk.change(name, joined.membershipId, input);
  return { ...desk, who, joined, id: joined.membershipId, page, change };
};

describe('renewing', () => {
  it.each([
    ['2027-01-07', 'renewal-closed'],
    ['2027-01-08', null],
    ['2027-03-09', null],
    ['2027-03-10', null],
    ['2027-06-07', null],
    ['2027-06-08', 'renewal-closed'],
  ])('on %s of a year through 2027-03-09: %s', async (day, reason) => {
    const desk = await member();
    desk.at(day);
    const renewed = desk.change('renew', { path: 'fee', receiptNo: 'R-1' });
    if (reason) expect(await refusal(renewed)).toEqual({ code: 'CONFLICT', reason });
    else expect(await renewed).toMatchObject({ validThrough: '2028-03-09', tier: 'silver' });
    expect((await desk.page()).membership.validThrough).toBe(reason ? '2027-03-09' : '2028-03-09');
  });

  it('by fee asks for the receipt; by points takes them, one under is refused and changes nothing', async () => {
    const desk = await member(499);
    desk.at('2027-03-01');
    expect(await refusal(desk.change('renew', { path: 'fee' }))).toEqual({
      code: 'VALIDATION',
      fields: ['receiptNo: receipt-missing'],
    });
    expect(await refusal(desk.change('renew', { path: 'points' }))).toEqual({
      code: 'INSUFFICIENT_POINTS',
      reason: 'points-short',
    });
    expect((await desk.page()).events).toHaveLength(1);
    expect((await desk.page()).membership.validThrough).toBe('2027-03-09');
    await desk.visit(desk.who, { parts: 100 });
    const before = await desk.versionOf(desk.id);
    await desk.change('renew', { path: 'points' });
    const { balance, events } = await desk.page();
    expect(balance).toMatchObject({ cumulative: 500, redeemable: 0 });
    expect(events[0]).toMatchObject({
      ...{
        kind: 'renew',
        path: 'points',
        validFrom: '2027-03-10',
        validTo: '2028-03-09',
        facts: { need: 500, have: 500 },
      },
    });
    const [entry] = desk.rows<object>(
      `SELECT e.kind, e.cumulative, e.redeemable, e.sourceKind, v.id = e.sourceId AS names FROM pointsEntry e
       JOIN membershipEvent v ON v.entryId = e.id WHERE e.kind = 'renew'`,
    );
    expect(entry).toEqual({ kind: 'renew', cumulative: 0, redeemable: -500, sourceKind: 'membershipEvent', names: 1 });
    // what another desk saw before is too old now
    expect(
      await refusal(desk.call('members.renew', { id: desk.id, version: before, path: 'fee', receiptNo: 'R' })),
    ).toMatchObject({ reason: 'renewal-closed' });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('with an old version is refused', async () => {
    const desk = await member();
    const version = await desk.versionOf(desk.id);
    await desk.change('setTier', { tier: 'gold', reason: '店庆' });
    desk.at('2027-03-01');
    expect(
      await refusal(desk.call('members.renew', { id: desk.id, version, path: 'fee', receiptNo: 'R' })),
    ).toMatchObject({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  });

  it.each([
    [299_999, 'path-not-met'],
    [300_000, null],
  ])('by insurance of %i fen in the last year: %s', async (fen, reason) => {
    const desk = await member();
    await desk.policy(desk.who, '2026-03-09', 900_000);
    await desk.policy(desk.who, '2026-05-01', fen - 100_000);
    await desk.policy(desk.who, '2026-05-01', 100_000, { kind: 'compulsory' });
    await desk.policy(desk.who, '2026-06-01', 900_000, { boughtHere: false });
    desk.at('2027-03-01');
    const renewed = desk.change('renew', { path: 'insurance' });
    if (reason) expect(await refusal(renewed)).toMatchObject({ reason });
    else expect((await renewed).validThrough).toBe('2028-03-09');
  });

  it('by insurance once: the same policy does not renew the year after', async () => {
    const desk = await member();
    await desk.policy(desk.who, '2027-03-12', 300_000);
    desk.at('2027-03-20');
    await desk.change('renew', { path: 'insurance' });
    desk.at('2028-03-01');
    expect(await refusal(desk.change('renew', { path: 'insurance' }))).toMatchObject({ reason: 'path-not-met' });
  });

  it('late makes up for the days between: what was spent then earns now', async () => {
    const desk = await member();
    desk.at('2027-04-01');
    await desk.visit(desk.who, { parts: 10_000 });
    expect((await desk.page()).balance.cumulative).toBe(0);
    desk.at('2027-04-02');
    await desk.change('renew', { path: 'fee', receiptNo: 'R' });
    expect((await desk.page()).balance.cumulative).toBe(100);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('goes by the rule of the day, on both sides of midnight in the store', async () => {
    const desk = await member();
    desk.at('2027-03-01', '23:59');
    await desk.settings({ membershipRules: { validMonths: 24 } }, '2027-03-02');
    const window = async () => (await desk.page()).paths.renewal.newThrough;
    expect(await window()).toBe('2028-03-09');
    desk.at('2027-03-02', '00:00');
    expect(await window()).toBe('2029-03-09');
    await desk.change('renew', { path: 'fee', receiptNo: 'R' });
    expect((await desk.page()).events[0]).toMatchObject({ ruleDay: '2027-03-02', validTo: '2029-03-09' });
  });

  it.each([
    [2999, 'silver'],
    [3000, 'gold'],
  ])('with the downgrade policy on and %i earned in the year ends as %s', async (points, tier) => {
    const desk = await member(points);
    await desk.change('setTier', { tier: 'gold', reason: '老客户' });
    const downgrade = { on: true, keep: [{ tier: 'gold', cumulativePoints: 3000 }] };
    await desk.settings({ membershipRules: { downgrade } });
    desk.at('2027-03-01');
    const { paths } = await desk.page();
    expect(paths.renewal.downgradeTo?.tier ?? 'gold').toBe(tier);
    const renewed = await desk.change('renew', { path: 'fee', receiptNo: 'R' });
    expect(renewed.tier).toBe(tier);
    const { events, membership } = await desk.page();
    expect(membership.tier).toBe(tier);
    if (tier === 'gold') expect(events[0]).toMatchObject({ kind: 'renew', tierToName: null });
    else
      expect(events[0]).toMatchObject({
        kind: 'downgrade',
        tierFromName: '金卡',
        facts: { earned: 2999, asked: 3000 },
      });
  });
});

describe('rising', () => {
  it.each([
    [9999, 'path-not-met'],
    [10_000, null],
  ])('with %i cumulative points: %s', async (points, reason) => {
    const desk = await member(points);
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
    const desk = await member(points);
    const risen = desk.change('upgrade', { tier: 'gold', path: 'deductPoints' });
    if (!taken) expect(await refusal(risen)).toEqual({ code: 'INSUFFICIENT_POINTS', reason: 'points-short' });
    else await risen;
    const { membership, balance } = await desk.page();
    expect([membership.tier, balance.redeemable, balance.cumulative]).toEqual(
      taken ? ['gold', 0, 2000] : ['silver', 1999, 1999],
    );
  });

  it('by one ordinary repair after joining: sum of its workshop lines, once', async () => {
    const desk = await member();
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
    const desk = await member();
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
    const desk = await member();
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
    const desk = await member();
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
    const desk = await member(10_000);
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
    const desk = await member(10_000);
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
    const desk = await member(9000);
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

describe('by hand', () => {
  it('a manager sets a tier with a reason, nobody else', async () => {
    const desk = await member();
    const input = { id: desk.id, version: 1, tier: 'diamond', reason: '董事会' };
    expect(
      (
        await refusal(
          desk.call('members.setTier', input, { kind: 'staff', id: 's', name: 's', role: 'reception', desk: 't' }),
        )
      ).code,
    ).toBe('FORBIDDEN');
    expect((await refusal(desk.call('members.setTier', { ...input, reason: ' ' }))).code).toBe('VALIDATION');
    expect(await refusal(desk.call('members.setTier', { ...input, tier: 'silver' }))).toMatchObject({
      fields: ['tier: tier-same'],
    });
    await desk.call('members.setTier', input);
    expect((await desk.page()).events[0]).toMatchObject({
      kind: 'tierByHand',
      tierFromName: '银卡',
      tierToName: '钻石卡',
      reason: '董事会',
    });
  });

  it('leaving: nothing is used or earned, the book stays; a manager takes it back', async () => {
    const desk = await member(500);
    const early = await desk.visit(desk.who, { parts: 1000 });
    desk.at('2026-06-01');
    await desk.change('cancel', { reason: '客户要求' });
    const counter = () => desk.call('members.atCounter', { card: desk.joined.cardNumber });
    expect(await counter()).toMatchObject({ refusal: 'member-cancelled', redeemable: 510, eligibleFor: null });
    expect((await desk.call('customers.get', { id: desk.who.id })).card).toBeNull();
    expect(await desk.call('members.ofCustomer', { customerId: desk.who.id })).toBeNull();
    desk.at('2026-06-01', '10:31');
    await desk.visit(desk.who, { parts: 5000 });
    desk.at('2026-06-05');
    const lost = await desk.visit(desk.who, { parts: 10_000 });
    expect((await desk.page()).balance.cumulative).toBe(510);
    // an old visit that is edited earned as a member's
    await desk.call('board.setLines', { ...early, lines: [{ category: 'parts', amountFen: 2000 }] });
    expect((await desk.page()).balance.cumulative).toBe(520);
    for (const [name, input] of [
      ['renew', { path: 'fee', receiptNo: 'R' }],
      ['upgrade', { tier: 'gold', path: 'deductPoints' }],
      ['setTier', { tier: 'gold', reason: 'x' }],
      ['cancel', { reason: 'x' }],
    ] as const) {
      expect(await refusal(desk.change(name, input)), name).toMatchObject({ reason: 'member-cancelled' });
    }
    desk.at('2026-06-10');
    await desk.change('reactivate', { reason: '误操作' });
    expect(await counter()).toMatchObject({ refusal: null });
    expect(await refusal(desk.change('reactivate', { reason: 'x' }))).toMatchObject({ reason: 'member-not-cancelled' });
    await desk.call('board.setLines', { ...lost, lines: [{ category: 'parts', amountFen: 90_000 }] });
    expect((await desk.page()).balance.cumulative).toBe(520);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('who left may join anew; then the old membership does not come back', async () => {
    const desk = await member(500);
    await desk.change('cancel', { reason: '客户要求' });
    const again = await desk.join(desk.who);
    expect(again.membershipId).not.toBe(desk.id);
    expect((await desk.call('members.get', { id: again.membershipId })).balance.cumulative).toBe(0);
    expect(await refusal(desk.change('reactivate', { reason: 'x' }))).toMatchObject({ reason: 'member-already' });
  });

  it('a member is not removed from the customers', async () => {
    const desk = await member();
    const version = (await desk.call('customers.get', { id: desk.who.id })).customer.version;
    const remove = () => desk.call('customers.remove', { id: desk.who.id, version, reason: '重复' });
    expect(await refusal(remove())).toMatchObject({ reason: 'customer-is-member' });
    await desk.change('cancel', { reason: '客户要求' });
    await remove();
  });
});

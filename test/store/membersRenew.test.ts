import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { oneMember } from './oneMember.ts';
import { refusal } from './openTestStore.ts';

describe('renewing', () => {
  it.each([
    ['2027-01-07', 'renewal-closed'],
    ['2027-01-08', null],
    ['2027-03-09', null],
    ['2027-03-10', null],
    ['2027-06-07', null],
    ['2027-06-08', 'renewal-closed'],
  ])('on %s of a year through 2027-03-09: %s', async (day, reason) => {
    const desk = await oneMember();
    desk.at(day);
    const renewed = desk.change('renew', { path: 'fee', receiptNo: 'R-1' });
    if (reason) expect(await refusal(renewed)).toEqual({ code: 'CONFLICT', reason });
    else expect(await renewed).toMatchObject({ validThrough: '2028-03-09', tier: 'silver' });
    expect((await desk.page()).membership.validThrough).toBe(reason ? '2027-03-09' : '2028-03-09');
  });

  it('by fee asks for the receipt; by points takes them, one under is refused and changes nothing', async () => {
    const desk = await oneMember(499);
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
    const desk = await oneMember();
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
    const desk = await oneMember();
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
    const desk = await oneMember();
    await desk.policy(desk.who, '2027-03-12', 300_000);
    desk.at('2027-03-20');
    await desk.change('renew', { path: 'insurance' });
    desk.at('2028-03-01');
    expect(await refusal(desk.change('renew', { path: 'insurance' }))).toMatchObject({ reason: 'path-not-met' });
  });

  it('late makes up for the days between: what was spent then earns now', async () => {
    const desk = await oneMember();
    desk.at('2027-04-01');
    await desk.visit(desk.who, { parts: 10_000 });
    expect((await desk.page()).balance.cumulative).toBe(0);
    desk.at('2027-04-02');
    await desk.change('renew', { path: 'fee', receiptNo: 'R' });
    expect((await desk.page()).balance.cumulative).toBe(100);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('goes by the rule of the day, on both sides of midnight in the store', async () => {
    const desk = await oneMember();
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
    const desk = await oneMember(points);
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

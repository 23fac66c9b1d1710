import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, manager, openMemberDesk, reception, redeem, shanghai } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember({ points: [500, 300] });
});

const adjust = (cumulative: number, redeemable: number, actor = reception, who = member) =>
  desk.call('points.adjust', { membershipId: who.membershipId, cumulative, redeemable, reason: '补录' }, actor);
const balance = () => desk.balance(member.membershipId);

describe('an adjustment', () => {
  it.each([
    ['both up', 100, 50, [600, 350, 0]],
    ['one up', 0, 50, [500, 350, 0]],
    ['the other alone', 100, 0, [600, 300, 0]],
    ['points down', 0, -300, [500, 0, 0]],
    ['one up, the other down', 100, -100, [600, 200, 0]],
  ])('%s', async (_name, cumulative, redeemable, after) => {
    expect(await adjust(cumulative, redeemable)).toMatchObject({ entryId: expect.any(String), approvalId: null });
    expect(balance()).toEqual(after);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('forms a lot as if earned today, by the rule of today', async () => {
    const { values } = await desk.call('settings.get');
    const pointsRules = { ...values.pointsRules, validMonths: 12 };
    await desk.call('settings.update', { values: { pointsRules }, fromDay: '2026-12-01' });
    desk.clock.now = shanghai(2026, 11, 30, 23, 59);
    await adjust(0, 10);
    desk.clock.now += 60_000;
    await adjust(0, 20);
    expect(desk.lots(member.membershipId)).toEqual([
      { lastDay: '2027-12-31', remaining: 20 },
      { lastDay: '2028-11-30', remaining: 300 },
      { lastDay: '2028-11-30', remaining: 10 },
    ]);
    expect(desk.rows('SELECT ruleDay, reason, byName FROM pointsEntry WHERE redeemable = 20')).toEqual([
      { ruleDay: '2026-12-01', reason: '补录', byName: 'reception' },
    ]);
  });

  it('pays a debt first, and never makes one', async () => {
    const other = await desk.addMember();
    const { id, version } = await desk.visit(other.vehicleId, 10_000);
    await redeem(desk, other, await desk.addReward({ points: 80 }));
    await desk.call('visits.void', { id, version, reason: '录错了' });
    expect(desk.balance(other.membershipId)).toEqual([0, -80, 80]);
    expect(await refusal(adjust(0, -1, manager, other))).toEqual({ code: 'CONFLICT', reason: 'points-debt' });
    await adjust(0, 100, reception, other);
    expect(desk.balance(other.membershipId)).toEqual([0, 20, 0]);
    expect(await refusal(adjust(0, -21, manager, other))).toEqual({
      code: 'INSUFFICIENT_POINTS',
      reason: 'points-short',
    });
  });

  it.each([
    ['nothing', 0, 0, { code: 'VALIDATION', fields: ['redeemable: adjust-nothing'] }],
    ['a fraction', 0, 1.5, { code: 'VALIDATION', fields: ['redeemable: invalid-type'] }],
    ['beyond 2^53', 0, 2 ** 53, { code: 'VALIDATION', fields: ['redeemable: too-big'] }],
    ['beyond −2^53', -(2 ** 53), 0, { code: 'VALIDATION', fields: ['cumulative: too-small'] }],
    ['more than a thousand million', 0, 1_000_000_001, { code: 'VALIDATION', fields: ['redeemable: too-big'] }],
    ['more redeemable than there is', 0, -301, { code: 'INSUFFICIENT_POINTS', reason: 'points-short' }],
    ['more cumulative than there is', -501, 0, { code: 'INSUFFICIENT_POINTS', reason: 'cumulative-short' }],
  ])('of %s changes nothing', async (_name, cumulative, redeemable, said) => {
    const before = desk.everything();
    for (const actor of [reception, manager]) {
      expect(await refusal(adjust(cumulative, redeemable, actor))).toMatchObject({ code: said.code });
    }
    expect(await refusal(adjust(cumulative, redeemable))).toMatchObject(
      'reason' in said ? said : { code: 'VALIDATION', fields: expect.arrayContaining(said.fields ?? []) },
    );
    expect(desk.everything()).toEqual(before);
  });

  it('takes points that lapsed since the night for none', async () => {
    desk.addLot(member.membershipId, 100, '2026-11-21');
    expect(await refusal(adjust(0, -301))).toMatchObject({ reason: 'points-short' });
    await adjust(0, -300);
    expect(desk.lots(member.membershipId)).toEqual([{ lastDay: '2026-11-21', remaining: 100 }]);
  });

  it('sent again moves nothing more', async () => {
    const input = {
      requestId: randomUUID(),
      membershipId: member.membershipId,
      cumulative: 1,
      redeemable: 1,
      reason: '补录',
    };
    const first = await desk.call('points.adjust', input);
    expect(await desk.call('points.adjust', input)).toEqual(first);
    expect(balance()).toEqual([501, 301, 0]);
  });

  it('needs a membership that is there and was not cancelled', async () => {
    const nobody = { ...member, membershipId: randomUUID() };
    expect(await refusal(adjust(0, 1, reception, nobody))).toEqual({
      code: 'NOT_FOUND',
      reason: 'membership-not-found',
    });
    desk.write((connection) =>
      connection.prepare("UPDATE membership SET state = 'cancelled' WHERE id = ?").run(member.membershipId),
    );
    expect(await refusal(adjust(0, 1))).toEqual({ code: 'CONFLICT', reason: 'member-cancelled' });
  });

  it.each([
    [1000, 1000, false],
    [1001, 0, true],
    [0, 1001, true],
    [-1, 0, true],
    [-1, 5, true],
    [0, -300, false],
  ])('of %i / %i waits for a manager: %s', async (cumulative, redeemable, waits) => {
    const done = await adjust(cumulative, redeemable);
    expect(done.approvalId !== null).toBe(waits);
    expect(done.entryId === null).toBe(waits);
    if (waits) expect(balance()).toEqual([500, 300, 0]);
    const [own] = await Promise.all([desk.addMember({ points: [500, 300] })]);
    expect(await adjust(cumulative, redeemable, manager, own)).toMatchObject({ approvalId: null });
  });

  it('goes by the limit of the store', async () => {
    await desk.setTerms({ adjustLimit: 10 });
    expect(await adjust(10, 10)).toMatchObject({ approvalId: null });
    expect(await adjust(0, 11)).toMatchObject({ entryId: null });
  });
});

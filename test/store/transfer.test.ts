import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, openMemberDesk, reception, redeem } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let husband: Member;
let wife: Member;

beforeEach(async () => {
  desk = await openMemberDesk();
  husband = await desk.addMember({ name: '王伟' });
  wife = await desk.addMember({ name: '李敏' });
});

const relate = (of: Member, to: Member, kind: string) =>
  desk.call('customers.addRelation', { id: of.customerId, kind, otherId: to.customerId, name: '家人' });
const transfer = (from: Member, to: Member, points: number, more: object = {}) =>
  desk.call(
    'points.transfer',
    { fromId: from.membershipId, toId: to.membershipId, points, reason: '转给家人', ...more },
    reception,
  );
const family = async (of: Member) => (await desk.call('points.family', { membershipId: of.membershipId })).rows;

describe('a transfer', () => {
  it('takes what lapses first, and the last days go over with it', async () => {
    await relate(husband, wife, 'spouse');
    desk.addLot(husband.membershipId, 50, '2026-12-31');
    desk.addLot(husband.membershipId, 50, '2027-12-31');
    desk.addLot(husband.membershipId, 50, '2026-11-21');
    expect(await transfer(husband, wife, 70)).toEqual({ fromRedeemable: 80, toRedeemable: 70 });
    expect(desk.lots(wife.membershipId)).toEqual([
      { lastDay: '2026-12-31', remaining: 50 },
      { lastDay: '2027-12-31', remaining: 20 },
    ]);
    expect(desk.balance(husband.membershipId)).toEqual([150, 80, 0]);
    expect(desk.balance(wife.membershipId)).toEqual([0, 70, 0]);
    const { entries } = await desk.call('points.explain', { card: husband.number });
    const passedOn = entries.find((entry: { kind: string }) => entry.kind === 'transferOut');
    expect(passedOn).toMatchObject({ redeemable: -70, source: { kind: 'transfer', no: '李敏' } });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('there and back again gives nobody a longer day', async () => {
    await relate(husband, wife, 'spouse');
    desk.addLot(husband.membershipId, 50, '2026-12-31');
    await transfer(husband, wife, 50);
    await transfer(wife, husband, 50);
    expect(desk.lots(husband.membershipId)).toEqual([{ lastDay: '2026-12-31', remaining: 50 }]);
    expect(desk.balance(wife.membershipId)).toEqual([0, 0, 0]);
  });

  it('pays the receiver’s debt first', async () => {
    await relate(husband, wife, 'spouse');
    const { id, version } = await desk.visit(wife.vehicleId, 6_000);
    await redeem(desk, wife, await desk.addReward({ points: 60 }));
    await desk.call('visits.void', { id, version, reason: '录错了' });
    desk.addLot(husband.membershipId, 50, '2026-12-31');
    desk.addLot(husband.membershipId, 50, '2027-12-31');
    await transfer(husband, wife, 80);
    expect(desk.balance(wife.membershipId)).toEqual([0, 20, 0]);
    expect(desk.lots(wife.membershipId)).toEqual([{ lastDay: '2027-12-31', remaining: 20 }]);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('sent again moves nothing more', async () => {
    await relate(husband, wife, 'spouse');
    desk.addLot(husband.membershipId, 50, '2026-12-31');
    const requestId = randomUUID();
    await transfer(husband, wife, 20, { requestId });
    await transfer(husband, wife, 20, { requestId });
    expect(desk.balance(wife.membershipId)).toEqual([0, 20, 0]);
  });
});

describe('the family', () => {
  it.each([
    ['spouse', 'spouse', 'spouse'],
    ['child', 'child', 'parent'],
    ['parent', 'parent', 'child'],
  ])('is a %s, whichever file says so', async (kind, forward, backward) => {
    await relate(husband, wife, kind);
    expect(await family(husband)).toMatchObject([{ membershipId: wife.membershipId, name: '李敏', relation: forward }]);
    expect(await family(wife)).toMatchObject([{ membershipId: husband.membershipId, relation: backward }]);
  });

  it('is who shares a card', async () => {
    desk.addCard(husband.membershipId, wife.customerId, '82000001');
    for (const [of, other] of [
      [husband, wife],
      [wife, husband],
    ] as const) {
      expect(await family(of)).toMatchObject([{ membershipId: other.membershipId, relation: 'sharedCard' }]);
    }
  });

  it('is no friend, key person or driver, and nobody of whom the relation was removed', async () => {
    for (const kind of ['friend', 'keyPerson', 'driver']) await relate(husband, wife, kind);
    expect(await family(husband)).toEqual([]);
    await relate(husband, wife, 'spouse');
    expect(await family(husband)).toHaveLength(1);
    const [relation] = desk.rows<{ id: string; version: number }>("SELECT * FROM relation WHERE kind = 'spouse'");
    await desk.call('customers.removeRelation', { relationId: relation?.id, version: relation?.version });
    expect(await family(husband)).toEqual([]);
  });
});

describe('what is refused changes nothing', () => {
  beforeEach(() => desk.addLot(husband.membershipId, 100, '2027-12-31'));

  it.each([
    [101, { code: 'INSUFFICIENT_POINTS', reason: 'points-short' }],
    [0, { code: 'VALIDATION' }],
    [-5, { code: 'VALIDATION' }],
    [1.5, { code: 'VALIDATION' }],
    [2 ** 53, { code: 'VALIDATION' }],
  ])('%s points', async (points, said) => {
    await relate(husband, wife, 'spouse');
    const before = desk.everything();
    expect(await refusal(transfer(husband, wife, points))).toMatchObject(said);
    expect(desk.everything()).toEqual(before);
  });

  it('to oneself, to no family, from or to who is no member any more', async () => {
    expect(await refusal(transfer(husband, husband, 1))).toMatchObject({ fields: ['toId: transfer-to-self'] });
    expect(await refusal(transfer(husband, wife, 1))).toMatchObject({ fields: ['toId: transfer-not-family'] });
    const expired = await desk.addMember({ through: '2026-11-21' });
    await relate(husband, expired, 'spouse');
    await relate(husband, wife, 'child');
    expect(await refusal(transfer(husband, expired, 1))).toEqual({ code: 'CONFLICT', reason: 'member-expired' });
    expect(await refusal(transfer(expired, husband, 1))).toEqual({ code: 'CONFLICT', reason: 'member-expired' });
    desk.write((connection) =>
      connection.prepare("UPDATE membership SET state = 'cancelled' WHERE id = ?").run(wife.membershipId),
    );
    expect(await refusal(transfer(husband, wife, 1))).toEqual({ code: 'CONFLICT', reason: 'member-cancelled' });
    expect(desk.balance(husband.membershipId)).toEqual([100, 100, 0]);
  });

  it('while there is a debt', async () => {
    await relate(husband, wife, 'spouse');
    const { id, version } = await desk.visit(wife.vehicleId, 6_000);
    await redeem(desk, wife, await desk.addReward({ points: 60 }));
    await desk.call('visits.void', { id, version, reason: '录错了' });
    expect(await refusal(transfer(wife, husband, 1))).toEqual({ code: 'CONFLICT', reason: 'points-debt' });
  });
});

import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { openMemberDesk, reception, redeem } from './memberDesk.ts';

/** A voucher of each state: active, used at a visit, void, a donation, and one without points. */
const openRewards = async () => {
  const desk = await openMemberDesk();
  const member = await desk.addMember({ points: [0, 1000] });
  const rewardId = await desk.addReward({ kind: 'cash', name: '代金券', valueFen: 1000, points: 100, stock: 5 });
  const { vouchers } = await redeem(desk, member, rewardId, { count: 3 });
  await desk.visit(member.vehicleId, 1000, { vouchers: [vouchers[1].code] });
  await desk.call('vouchers.void', { id: vouchers[2].id, version: 1, reason: '不要了' }, reception);
  await redeem(desk, member, await desk.addReward({ kind: 'donation', cause: '助学', points: 50 }));
  const gift = { kind: 'gift', name: '礼盒', validDays: 30, reason: '生日' };
  await desk.call('vouchers.grant', { customerId: member.customerId, ...gift }, reception);
  return { ...desk, vouchers };
};

describe('vouchers and rewards', () => {
  it('agree with the points that paid for them', async () => {
    const { dataDir } = await openRewards();
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it.each([
    [['voucher-points'], "UPDATE voucher SET points = 99 WHERE state = 'active' AND points > 0"],
    [['voucher-points'], "UPDATE voucher SET state = 'void', endedAt = 1 WHERE state = 'active' AND points > 0"],
    [['voucher-points'], "UPDATE voucher SET state = 'used', visitId = NULL WHERE state = 'void'"],
    [['voucher-points'], "UPDATE voucher SET points = 0, entryId = NULL WHERE kind = 'donation'"],
    [['voucher-points'], "DELETE FROM voucher WHERE kind = 'donation'"],
    [['voucher-points'], "UPDATE voucher SET kind = 'gift' WHERE kind = 'donation'"],
    [['voucher-visit'], "UPDATE voucher SET state = 'active', endedAt = NULL WHERE visitId IS NOT NULL"],
    [['voucher-donation'], "UPDATE voucher SET cause = NULL WHERE kind = 'donation'"],
    [['reward-stock'], 'UPDATE reward SET stock = 1 WHERE stock = 5'],
  ])('%j found: %s', async (codes, damage) => {
    const desk = await openRewards();
    desk.write((connection) => connection.exec(damage));
    expect([...new Set((await verifyStore(desk.dataDir)).findings.map(({ code }) => code))]).toEqual(codes);
  });

  it('of a visit made void behind the desk’s back are found', async () => {
    const desk = await openRewards();
    desk.write((connection) => connection.exec("UPDATE visit SET voidedAt = 1, voidedBy = 'x', voidReason = 'x'"));
    expect((await verifyStore(desk.dataDir)).findings).toContainEqual({
      code: 'voucher-visit',
      about: desk.vouchers[1].id,
    });
  });
});

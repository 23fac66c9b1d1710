import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, manager, openMemberDesk, reception, redeem, shanghai } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember({ points: [1000, 1000] });
});

const voucherRows = () =>
  desk.rows<{ id: string; code: string; state: string; entryId: string; kind: string; endedDay: string | null }>(
    'SELECT * FROM voucher ORDER BY id',
  );
const entries = (kind: string) =>
  desk.rows<{ redeemable: number; cumulative: number; sourceKind: string; sourceId: string }>(
    'SELECT redeemable, cumulative, sourceKind, sourceId FROM pointsEntry WHERE kind = ? ORDER BY id',
    kind,
  );
const offerOf = async (id: string, forMembership = member.membershipId) =>
  (await desk.call('rewards.list', { forMembership })).rows.find(
    (row: { reward: { id: string } }) => row.reward.id === id,
  );

describe('redeeming', () => {
  it('gives each voucher an entry of its own, and takes no cumulative points', async () => {
    const id = await desk.addReward({ points: 300 });
    const done = await redeem(desk, member, id, { count: 3 });
    expect(done).toMatchObject({ points: 900, redeemable: 100 });
    expect(new Set(done.vouchers.map((each: { code: string }) => each.code)).size).toBe(3);
    expect(done.vouchers[0]).toMatchObject({ lastDay: '2026-12-22' });
    expect(entries('redeem')).toEqual(
      voucherRows().map((voucher) => ({
        redeemable: -300,
        cumulative: 0,
        sourceKind: 'voucher',
        sourceId: voucher.id,
      })),
    );
    expect(desk.balance(member.membershipId)).toEqual([1000, 100, 0]);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('sent again gives the same vouchers', async () => {
    const id = await desk.addReward();
    const requestId = randomUUID();
    const first = await redeem(desk, member, id, { requestId });
    expect(await redeem(desk, member, id, { requestId })).toEqual(first);
    expect(desk.balance(member.membershipId)).toEqual([1000, 900, 0]);
  });

  it('takes the points that lapse first, over as many lots as it needs', async () => {
    const other = await desk.addMember();
    desk.addLot(other.membershipId, 60, '2027-05-31');
    desk.addLot(other.membershipId, 50, '2026-11-22');
    desk.addLot(other.membershipId, 40, '2026-11-21');
    await redeem(desk, other, await desk.addReward({ points: 80 }));
    // what lapsed yesterday is none; what lapses today goes first
    expect(desk.lots(other.membershipId)).toEqual([
      { lastDay: '2026-11-21', remaining: 40 },
      { lastDay: '2027-05-31', remaining: 30 },
    ]);
  });

  it('a donation is done with it, and counts for its cause', async () => {
    const id = await desk.addReward({ kind: 'donation', name: '爱心助学', cause: '助学', points: 50 });
    await redeem(desk, member, id, { count: 2 });
    const other = await desk.addMember({ points: [0, 60] });
    await redeem(desk, other, id);
    expect(entries('donate')).toHaveLength(3);
    expect(entries('redeem')).toEqual([]);
    expect(voucherRows().map(({ state, kind, endedDay }) => [state, kind, endedDay])).toEqual(
      Array(3).fill(['used', 'donation', '2026-11-22']),
    );
    const total = { cause: '助学', count: 3, points: 150, members: 2, lastDay: '2026-11-22' };
    expect(await desk.call('rewards.donations')).toEqual({ causes: [total] });
    const [first] = voucherRows();
    await desk.call('vouchers.void', { id: first?.id, version: 1, reason: '录错了' }, manager);
    expect((await desk.call('rewards.donations')).causes).toMatchObject([{ count: 2, points: 100 }]);
    expect(desk.balance(member.membershipId)).toEqual([1000, 950, 0]);
  });

  it('a gift in the customer’s hand is used at once, a cash voucher is not to be handed over', async () => {
    await redeem(desk, member, await desk.addReward(), { handedOver: true });
    expect(voucherRows()).toMatchObject([{ state: 'used' }]);
    const cash = await desk.addReward({ kind: 'cash', name: '代金券', valueFen: 5000 });
    expect(await refusal(redeem(desk, member, cash, { handedOver: true }))).toEqual({
      code: 'VALIDATION',
      fields: ['handedOver: reward-not-handed-over'],
    });
  });

  it('by a card of the family takes from the one account', async () => {
    const child = await desk.addCustomer();
    desk.addCard(member.membershipId, child.customerId, '82000001');
    const done = await redeem(desk, { number: '82000001' }, await desk.addReward());
    expect(done.redeemable).toBe(900);
    expect(await desk.call('vouchers.get', { code: done.vouchers[0].code })).toMatchObject({
      customerId: child.customerId,
      cardNumber: member.number,
      points: 100,
      origin: 'redeem',
    });
  });
});

describe('what is refused changes nothing', () => {
  it.each(['frozen', 'lost', 'replaced', 'cancelled'])('a card that is %s', async (state) => {
    const id = await desk.addReward();
    desk.setCardState(member.cardId, state);
    const before = desk.everything();
    expect(await refusal(redeem(desk, member, id))).toEqual({ code: 'CONFLICT', reason: `card-${state}` });
    expect(desk.everything()).toEqual(before);
  });

  it('an expired membership, from the day after its last', async () => {
    const id = await desk.addReward({ points: 10 });
    const ending = await desk.addMember({ through: '2026-11-22', points: [0, 100] });
    desk.clock.now = shanghai(2026, 11, 22, 23, 59);
    await redeem(desk, ending, id);
    desk.clock.now += 60_000;
    const before = desk.everything();
    expect(await refusal(redeem(desk, ending, id))).toEqual({ code: 'CONFLICT', reason: 'member-expired' });
    expect(desk.everything()).toEqual(before);
  });

  it('more than the points there are, all of it or nothing', async () => {
    const id = await desk.addReward({ points: 400 });
    const before = desk.everything();
    expect(await refusal(redeem(desk, member, id, { count: 3 }))).toEqual({
      code: 'INSUFFICIENT_POINTS',
      reason: 'points-short',
    });
    expect(desk.everything()).toEqual(before);
    await redeem(desk, member, id, { count: 2 });
  });

  it.each([0, -1, 1.5, 21, Number.MAX_SAFE_INTEGER + 1, Number.NaN, '2'])('a count of %s', async (count) => {
    const id = await desk.addReward();
    const before = desk.everything();
    expect(await refusal(redeem(desk, member, id, { count }))).toMatchObject({ code: 'VALIDATION' });
    expect(desk.everything()).toEqual(before);
  });

  it.each([
    ['123456789018', 'VALIDATION', ['card: card-check-digit']],
    ['京A12345', 'VALIDATION', ['card: scan-not-a-card']],
    ['V12345678903', 'VALIDATION', ['card: scan-not-a-card']],
  ])('a scan of %s', async (card, code, fields) => {
    const id = await desk.addReward();
    expect(await refusal(redeem(desk, { number: card }, id))).toMatchObject({ code, fields });
  });

  it('while there is a debt', async () => {
    const id = await desk.addReward({ points: 10 });
    const debtor = await desk.addMember();
    const { id: visitId, version } = await desk.visit(debtor.vehicleId, 10_000);
    await redeem(desk, debtor, id, { count: 3 });
    await desk.call('visits.void', { id: visitId, version, reason: '录错了' });
    expect(desk.balance(debtor.membershipId)).toEqual([0, -30, 30]);
    expect(await refusal(redeem(desk, debtor, id))).toEqual({ code: 'CONFLICT', reason: 'points-debt' });
    expect((await offerOf(id, debtor.membershipId)).canTake).toBe(0);
  });
});

describe('limits', () => {
  it('of the stock count what was given and is not void', async () => {
    const id = await desk.addReward({ stock: 2 });
    await redeem(desk, member, id);
    expect(await offerOf(id)).toMatchObject({ canTake: 1, reward: { left: 1, given: 1 } });
    expect(await refusal(redeem(desk, member, id, { count: 2 }))).toEqual({ code: 'CONFLICT', reason: 'reward-stock' });
    await redeem(desk, member, id);
    expect(await offerOf(id)).toMatchObject({ canTake: 0, refusal: 'reward-stock' });
    const [first] = voucherRows();
    await desk.call('vouchers.void', { id: first?.id, version: 1, reason: '客户不要了' }, reception);
    expect(await offerOf(id)).toMatchObject({ canTake: 1, reward: { left: 1, given: 1 } });
  });

  it('of a person in a month begin anew with the month, in the store’s day', async () => {
    const id = await desk.addReward({ points: 10, mostPerPerson: 2, mostPerPeriod: 'month' });
    desk.clock.now = shanghai(2026, 11, 30, 23, 59);
    await redeem(desk, member, id, { count: 2 });
    expect(await refusal(redeem(desk, member, id))).toEqual({ code: 'CONFLICT', reason: 'reward-limit' });
    desk.clock.now += 60_000;
    await redeem(desk, member, id, { count: 2 });
    expect(await offerOf(id)).toMatchObject({ canTake: 0, refusal: 'reward-limit' });
  });

  it('of a person in a year, and ever', async () => {
    const yearly = await desk.addReward({ points: 10, mostPerPerson: 1, mostPerPeriod: 'year' });
    const once = await desk.addReward({ points: 10, mostPerPerson: 1 });
    desk.clock.now = shanghai(2026, 12, 31, 23, 59);
    for (const id of [yearly, once]) await redeem(desk, member, id);
    expect(await refusal(redeem(desk, member, yearly))).toMatchObject({ reason: 'reward-limit' });
    desk.clock.now += 60_000;
    await redeem(desk, member, yearly);
    expect(await refusal(redeem(desk, member, once))).toMatchObject({ reason: 'reward-limit' });
  });

  it('of a tier, of days, and of what is offered no more', async () => {
    const gold = await desk.addReward({ tiers: ['gold'] });
    const tomorrow = await desk.addReward({ fromDay: '2026-11-23' });
    const gone = await desk.addReward();
    await desk.call('rewards.remove', { id: gone, version: 1 });
    expect(await refusal(redeem(desk, member, gold))).toEqual({ code: 'CONFLICT', reason: 'reward-tier' });
    expect(await refusal(redeem(desk, member, tomorrow))).toEqual({ code: 'CONFLICT', reason: 'reward-not-now' });
    expect(await refusal(redeem(desk, member, gone))).toEqual({ code: 'NOT_FOUND', reason: 'reward-not-found' });
    const golden = await desk.addMember({ tier: 'gold', points: [0, 100] });
    await redeem(desk, golden, gold);
  });
});

describe('the catalogue', () => {
  it('is entered, changed and taken off; vouchers keep what they were', async () => {
    const id = await desk.addReward({ points: 100, stock: 3 });
    const { vouchers } = await redeem(desk, member, id);
    const fields = { kind: 'gift', name: '香薰', points: 50, validDays: 10 };
    expect(await refusal(desk.call('rewards.update', { id, version: 1, ...fields, stock: 0 }))).toEqual({
      code: 'CONFLICT',
      reason: 'reward-stock-below',
    });
    const { version } = await desk.call('rewards.update', { id, version: 1, ...fields, stock: 1 });
    expect(await refusal(desk.call('rewards.update', { id, version: 1, ...fields }))).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect(await desk.call('vouchers.get', { code: vouchers[0].code })).toMatchObject({
      name: '车载香薰',
      points: 100,
    });
    await desk.call('rewards.remove', { id, version });
    expect((await desk.call('rewards.list', { inactive: true })).rows).toEqual([]);
    expect(await desk.call('vouchers.use', { code: vouchers[0].code })).toMatchObject({ voucher: { state: 'used' } });
  });

  it.each([
    [{ kind: 'partner' }, 'partner: partner-missing'],
    [{ kind: 'donation' }, 'cause: cause-missing'],
    [{ kind: 'cash' }, 'valueFen: value-missing'],
    [{ fromDay: '2026-12-02', toDay: '2026-12-01' }, 'toDay: ends-before-start'],
    [{ tiers: ['silver', 'lead'] }, 'tiers.1: tier-unknown'],
    [{ points: 0 }, 'points: too-small'],
    [{ points: 1.5 }, 'points: invalid-type'],
    [{ points: 2 ** 53 }, 'points: too-big'],
    [{ validDays: 0 }, 'validDays: too-small'],
  ])('refuses %o', async (fields, problem) => {
    const refused = await refusal(desk.addReward(fields));
    expect(refused.code).toBe('VALIDATION');
    expect(refused.fields).toContain(problem);
  });

  it('is for managers to change', async () => {
    const input = { kind: 'gift', name: 'x', points: 1, validDays: 1 };
    expect(await refusal(desk.call('rewards.add', input, reception))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('settles with partners what was used between two days', async () => {
    const coffee = { kind: 'partner', name: '咖啡', partner: '街角咖啡', settleFen: 1800, points: 10 };
    const id = await desk.addReward(coffee);
    await redeem(desk, member, id, { count: 2, handedOver: true });
    desk.clock.now = shanghai(2026, 12, 1, 0, 0);
    const { vouchers } = await redeem(desk, member, id, { count: 2 });
    await desk.call('vouchers.use', { code: vouchers[0].code });
    const span = (fromDay: string, toDay: string) => desk.call('rewards.settlement', { fromDay, toDay }, manager);
    expect((await span('2026-11-01', '2026-11-30')).partners).toMatchObject([
      { partner: '街角咖啡', count: 2, settleFen: 3600 },
    ]);
    expect((await span('2026-12-01', '2026-12-01')).partners).toMatchObject([{ count: 1, settleFen: 1800 }]);
    expect(await refusal(span('2026-12-02', '2026-12-01'))).toMatchObject({ fields: ['toDay: ends-before-start'] });
  });
});

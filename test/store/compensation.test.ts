import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, manager, openMemberDesk, reception } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;
let complaintId: string;
let number: string;

const addComplaint = async (more: object): Promise<string> =>
  (
    await desk.call('complaints.add', {
      channel: 'phone',
      title: '空调异味',
      what: '开空调有异味，来过两次没解决',
      category: 'product.aircon',
      ...more,
    })
  ).id;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember({ name: '王伟', points: [500, 300] });
  complaintId = await addComplaint({ customerId: member.customerId });
  number = (await page()).complaint.number;
});

const page = (id = complaintId) => desk.call('complaints.get', { id });
const voucher = (valueFen = 20_000) => ({ kind: 'voucher', name: '补偿券', valueFen, validDays: 90 });
const compensate = (what: object, actor = reception, id = complaintId) =>
  desk.call('complaints.compensate', { complaintId: id, reason: '等了三天', what }, actor);
const takeBack = async (id: string, actor = manager) => {
  const row = (await page()).compensations.find((one: { id: string }) => one.id === id);
  return desk.call('complaints.takeBackCompensation', { id, version: row.version, reason: '给错了' }, actor);
};
const told = async () =>
  (await page()).events
    .filter(({ kind }: { kind: string }) => kind === 'compensation')
    .map(({ values, text, byName }: { values: object; text: string; byName: string }) => ({ ...values, text, byName }));
const findings = async () => (await verifyStore(desk.dataDir)).findings.map(({ code }) => code);
const waiting = async (actor = manager) => (await desk.call('approvals.list', {}, actor)).rows;

describe('a compensation', () => {
  it('by amount is a record and moves nothing', async () => {
    const before = desk.rows('SELECT count(*) AS n FROM pointsEntry');
    const { id, approvalId } = await compensate({ kind: 'amount', amountFen: 30_000 });
    expect(approvalId).toBeNull();
    expect((await page()).compensations).toMatchObject([
      {
        id,
        kind: 'amount',
        state: 'given',
        amountFen: 30_000,
        points: null,
        voucherCode: null,
        reason: '等了三天',
        byName: 'reception',
        approvedBy: null,
      },
    ]);
    expect(await told()).toEqual([
      { state: 'given', kind: 'amount', amountFen: 30_000, text: '等了三天', byName: 'reception' },
    ]);
    expect(desk.rows('SELECT count(*) AS n FROM pointsEntry')).toEqual(before);
    expect(await findings()).toEqual([]);
  });

  it('by points is an entry of the ledger and a lot as if earned today', async () => {
    const { id } = await compensate({ kind: 'points', points: 2000 });
    expect(desk.balance(member.membershipId)).toEqual([2500, 2300, 0]);
    expect(
      desk.rows("SELECT kind, byName, reason, sourceId FROM pointsEntry WHERE sourceKind = 'compensation'"),
    ).toEqual([{ kind: 'bonus', byName: 'reception', reason: '等了三天', sourceId: id }]);
    expect(desk.lots(member.membershipId)).toContainEqual({ lastDay: '2028-11-30', remaining: 2000 });
    // a point is worth a fen
    expect((await page()).compensations).toMatchObject([{ points: 2000, amountFen: 2000, state: 'given' }]);
    const { entries } = await desk.call('points.explain', { card: member.number });
    expect(entries.at(-1)).toMatchObject({ source: { kind: 'compensation', no: number } });
    expect(await findings()).toEqual([]);
  });

  it('by points leaves the tier’s points alone where a bonus does not count towards it', async () => {
    const { values } = await desk.call('settings.get');
    await desk.call('settings.update', {
      values: { pointsRules: { ...values.pointsRules, bonusIsCumulative: false } },
    });
    await compensate({ kind: 'points', points: 100 });
    expect(desk.balance(member.membershipId)).toEqual([500, 400, 0]);
  });

  it('by a voucher is one of origin 投诉', async () => {
    await compensate(voucher());
    const { rows } = await desk.call('vouchers.ofCustomer', { customerId: member.customerId });
    expect(rows).toMatchObject([
      { name: '补偿券', kind: 'cash', valueFen: 20_000, points: 0, origin: 'complaint', lastDay: '2027-02-20' },
    ]);
    expect((await page()).compensations).toMatchObject([{ voucherId: rows[0].id, voucherCode: rows[0].code }]);
    expect(await findings()).toEqual([]);
  });

  it('of a stranger is an amount alone', async () => {
    const id = await addComplaint({ strangerName: '李先生', strangerPhone: '13900139000' });
    const before = desk.everything();
    for (const what of [voucher(), { kind: 'points', points: 5 }]) {
      expect(await refusal(compensate(what, reception, id))).toMatchObject({ reason: 'complaint-of-stranger' });
    }
    expect(desk.everything()).toEqual(before);
    await compensate({ kind: 'amount', amountFen: 100 }, reception, id);
  });

  it('by points wants a membership that lives', async () => {
    const { customerId } = await desk.addCustomer();
    const own = await addComplaint({ customerId });
    const points = { kind: 'points', points: 5 };
    expect(await refusal(compensate(points, reception, own))).toMatchObject({ reason: 'no-membership' });
    // above the limit too: what cannot be done is not laid before a manager
    expect(await refusal(compensate({ kind: 'points', points: 900_000 }, reception, own))).toMatchObject({
      reason: 'no-membership',
    });
    const { version } = (await desk.call('members.get', { id: member.membershipId })).membership;
    await desk.call('members.cancel', { id: member.membershipId, version, reason: '搬家' });
    expect(await refusal(compensate(points))).toMatchObject({ reason: 'member-cancelled' });
    expect(await waiting()).toEqual([]);
  });

  it('goes to the membership that another was merged into', async () => {
    const kept = await desk.addMember({ name: '王伟', points: [0, 50] });
    const versions = async (id: string) => (await desk.call('customers.get', { id })).customer.version;
    await desk.call('duplicates.merge', {
      keepId: kept.customerId,
      dropId: member.customerId,
      keepVersion: await versions(kept.customerId),
      dropVersion: await versions(member.customerId),
    });
    await compensate({ kind: 'points', points: 1000 });
    expect(desk.balance(kept.membershipId)[1]).toBe(1350);
    expect(await findings()).toEqual([]);
  });

  it('goes to the family’s account where the customer has a card of it', async () => {
    const { customerId } = await desk.addCustomer('刘芳');
    desk.addCard(member.membershipId, customerId, '81990001');
    await compensate({ kind: 'points', points: 1000 }, reception, await addComplaint({ customerId }));
    expect(desk.balance(member.membershipId)[1]).toBe(1300);
  });

  it('of a closed complaint waits until it is opened again', async () => {
    const { version } = (await page()).complaint;
    await desk.call('complaints.close', { id: complaintId, version, outcome: 'withdrawn', cause: 'customer' });
    expect(await refusal(compensate(voucher()))).toMatchObject({ reason: 'complaint-closed' });
  });

  it('sent twice is given once', async () => {
    const input = {
      requestId: '01a20000-0000-7000-8000-0000000000a1',
      complaintId,
      reason: '等了三天',
      what: { kind: 'points', points: 100 },
    };
    const first = await desk.call('complaints.compensate', input, reception);
    expect(await desk.call('complaints.compensate', input, reception)).toEqual(first);
    expect(desk.balance(member.membershipId)[1]).toBe(400);
  });
});

describe('the limit', () => {
  it.each([
    // ¥500 in all of one complaint, points by their worth; exactly the limit does not wait
    ['exactly', [{ kind: 'amount', amountFen: 50_000 }], [false]],
    ['one fen more', [{ kind: 'amount', amountFen: 50_001 }], [true]],
    [
      'all of a complaint together',
      [voucher(30_000), { kind: 'points', points: 20_000 }, { kind: 'amount', amountFen: 1 }],
      [false, false, true],
    ],
    ['what waits counts too', [voucher(60_000), { kind: 'amount', amountFen: 1 }], [true, true]],
    ['points by their worth', [{ kind: 'points', points: 50_001 }], [true]],
  ])('%s', async (_label, whats, waits) => {
    const answers = [];
    for (const what of whats) answers.push((await compensate(what)).approvalId !== null);
    expect(answers).toEqual(waits);
    expect(await findings()).toEqual([]);
  });

  it('is none for managers, and another complaint has its own', async () => {
    expect((await compensate({ kind: 'amount', amountFen: 900_000 }, manager)).approvalId).toBeNull();
    const other = await addComplaint({ customerId: member.customerId });
    expect((await compensate({ kind: 'amount', amountFen: 50_000 }, reception, other)).approvalId).toBeNull();
  });

  it('what was taken back or refused does not count', async () => {
    const { id } = await compensate({ kind: 'amount', amountFen: 50_000 });
    await takeBack(id);
    const asked = await compensate(voucher(60_000));
    await desk.call('approvals.refuse', { id: asked.approvalId, version: 1, note: '太多' }, manager);
    expect((await compensate({ kind: 'amount', amountFen: 50_000 })).approvalId).toBeNull();
  });

  it('is that of the day on which the complaint was received', async () => {
    const { values } = await desk.call('settings.get');
    const complaintTerms = { ...values.complaintTerms, compensationLimitFen: 100 };
    await desk.call('settings.update', { values: { complaintTerms }, fromDay: '2026-11-23' });
    desk.clock.now += 2 * 86_400_000;
    expect((await compensate({ kind: 'amount', amountFen: 101 })).approvalId).toBeNull();
    const later = await addComplaint({ customerId: member.customerId });
    expect((await compensate({ kind: 'amount', amountFen: 101 }, reception, later)).approvalId).not.toBeNull();
  });
});

describe('what waits', () => {
  it.each([
    [
      { kind: 'amount', amountFen: 60_000 },
      { valueFen: 60_000, redeemable: null, voucherName: null },
    ],
    [
      { kind: 'points', points: 60_000 },
      { redeemable: 60_000, cumulative: null, valueFen: null },
    ],
    [voucher(60_000), { voucherName: '补偿券', valueFen: 60_000, count: 1 }],
  ])('is in the inbox: %j', async (what, shown) => {
    const { id, approvalId } = await compensate(what);
    expect(await waiting()).toMatchObject([
      { id: approvalId, kind: 'compensation', customerName: '王伟', reason: '等了三天', own: false, ...shown },
    ]);
    expect((await page()).compensations).toMatchObject([{ id, state: 'waiting', voucherId: null }]);
    expect(desk.balance(member.membershipId)[1]).toBe(300);
    expect(await told()).toMatchObject([{ state: 'waiting' }]);
    expect(await findings()).toEqual([]);
  });

  it('granted is given as things stand then, in the name of who asked', async () => {
    const { id, approvalId } = await compensate({ kind: 'points', points: 60_000 });
    desk.clock.now += 3 * 86_400_000;
    await desk.call('approvals.grant', { id: approvalId, version: 1, note: null }, manager);
    expect(desk.balance(member.membershipId)[1]).toBe(60_300);
    expect((await page()).compensations).toMatchObject([
      { id, state: 'given', byName: 'reception', approvedBy: 'manager' },
    ]);
    expect(desk.rows("SELECT byName, day, detail FROM pointsEntry WHERE sourceKind = 'compensation'")).toEqual([
      { byName: 'reception', day: '2026-11-25', detail: `{"complaint":"${number}","approvedBy":"manager"}` },
    ]);
    expect(await told()).toMatchObject([{ state: 'given', byName: 'manager' }, { state: 'waiting' }]);
    expect(await findings()).toEqual([]);
  });

  it('that became impossible stays waiting', async () => {
    const { approvalId } = await compensate({ kind: 'points', points: 60_000 });
    const { version } = (await desk.call('members.get', { id: member.membershipId })).membership;
    await desk.call('members.cancel', { id: member.membershipId, version, reason: '搬家' });
    expect(await refusal(desk.call('approvals.grant', { id: approvalId, version: 1 }, manager))).toMatchObject({
      reason: 'member-cancelled',
    });
    expect(await waiting()).toHaveLength(1);
    expect((await page()).compensations).toMatchObject([{ state: 'waiting' }]);
    expect(await findings()).toEqual([]);
  });

  it('refused or withdrawn is marked so, and holds up nothing any more', async () => {
    const first = await compensate(voucher(60_000));
    await desk.call('approvals.refuse', { id: first.approvalId, version: 1, note: '太多' }, manager);
    const second = await compensate(voucher(70_000));
    const close = async () => {
      const { version } = (await page()).complaint;
      return desk.call('complaints.close', { id: complaintId, version, outcome: 'withdrawn', cause: 'customer' });
    };
    expect(await refusal(close())).toMatchObject({ reason: 'compensation-waiting' });
    await desk.call('approvals.withdraw', { id: second.approvalId, version: 1 }, reception);
    expect((await page()).compensations.map(({ state }: { state: string }) => state)).toEqual(['refused', 'refused']);
    expect((await told()).map(({ state }: { state: string }) => state)).toEqual([
      'withdrawn',
      'waiting',
      'refused',
      'waiting',
    ]);
    expect((await told()).at(2)).toMatchObject({ text: '太多', byName: 'manager' });
    expect(await findings()).toEqual([]);
    await close();
  });
});

describe('taking back', () => {
  it('reverses the points; what was spent is a debt', async () => {
    const { id } = await compensate({ kind: 'points', points: 2000 });
    await desk.call('points.adjust', {
      membershipId: member.membershipId,
      cumulative: 0,
      redeemable: -2100,
      reason: '用掉',
    });
    await takeBack(id);
    expect(desk.balance(member.membershipId)).toEqual([500, -1800, 1800]);
    expect((await page()).compensations).toMatchObject([{ state: 'takenBack' }]);
    expect(await told()).toMatchObject([{ state: 'takenBack', text: '给错了' }, { state: 'given' }]);
    expect(await findings()).toEqual([]);
  });

  it('voids the voucher, unless it was used', async () => {
    const first = await compensate(voucher());
    await takeBack(first.id);
    expect(desk.rows('SELECT state, endReason FROM voucher')).toEqual([{ state: 'void', endReason: '给错了' }]);
    const second = await compensate(voucher());
    const [{ voucherCode }] = (await page()).compensations;
    await desk.call('vouchers.use', { code: voucherCode }, reception);
    const before = desk.everything();
    expect(await refusal(takeBack(second.id))).toMatchObject({ code: 'CONFLICT', reason: 'voucher-used' });
    expect(desk.everything()).toEqual(before);
    expect(await findings()).toEqual([]);
  });

  it('is for managers, once, and of what was given', async () => {
    const { id } = await compensate({ kind: 'amount', amountFen: 100 });
    expect(await refusal(takeBack(id, reception))).toMatchObject({ code: 'FORBIDDEN' });
    await takeBack(id);
    expect(await refusal(takeBack(id))).toMatchObject({ reason: 'compensation-not-given' });
    const waits = await compensate(voucher(60_000));
    expect(await refusal(takeBack(waits.id))).toMatchObject({ reason: 'compensation-not-given' });
  });

  it('of its voucher goes by the complaint', async () => {
    await compensate(voucher());
    const [{ voucherId }] = (await page()).compensations;
    const input = { id: voucherId, version: 1, reason: '不要了' };
    expect(await refusal(desk.call('vouchers.void', input, manager))).toMatchObject({
      code: 'CONFLICT',
      reason: 'voucher-of-complaint',
    });
  });
});

describe('verify', () => {
  it.each([
    ['compensation-given', "UPDATE compensation SET points = 1999 WHERE kind = 'points'"],
    ['compensation-given', "UPDATE compensation SET entryId = NULL WHERE kind = 'points'"],
    ['compensation-given', "UPDATE compensation SET state = 'takenBack' WHERE kind = 'points'"],
    ['compensation-given', "UPDATE compensation SET entryId = (SELECT min(id) FROM pointsEntry) WHERE kind = 'points'"],
    ['compensation-given', "UPDATE compensation SET amountFen = 1 WHERE kind = 'voucher'"],
    ['compensation-given', "UPDATE compensation SET voucherId = NULL WHERE kind = 'voucher'"],
    ['compensation-given', "UPDATE compensation SET state = 'refused' WHERE kind = 'voucher'"],
    ['compensation-given', "UPDATE voucher SET state = 'void', endedAt = 1"],
    ['compensation-given', 'UPDATE voucher SET deletedAt = 1'],
    ['compensation-given', "DELETE FROM compensation WHERE kind = 'points'"],
    ['compensation-waiting', "UPDATE approval SET state = 'refused', decidedAt = 1"],
    ['compensation-waiting', "UPDATE compensation SET state = 'refused' WHERE state = 'waiting'"],
  ])('names %s after: %s', async (code, damage) => {
    await compensate({ kind: 'points', points: 2000 });
    await compensate(voucher());
    await compensate({ kind: 'amount', amountFen: 90_000 });
    expect(await findings()).toEqual([]);
    desk.write((connection) => connection.exec(damage));
    expect([...new Set(await findings())]).toEqual([code]);
  });
});

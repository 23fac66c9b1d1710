import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { luhnDigit } from '../../db/domain/luhn.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, manager, openMemberDesk, reception, redeem, shanghai } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;
let rewardId: string;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember({ points: [500, 500] });
  rewardId = await desk.addReward({ kind: 'cash', name: '50元代金券', valueFen: 5000, points: 100 });
});

const take = async (): Promise<{ id: string; code: string; lastDay: string }> =>
  (await redeem(desk, member, rewardId)).vouchers[0];
const use = (code: string, visitId: string | null = null) => desk.call('vouchers.use', { code, visitId }, reception);
const voidOne = (voucher: { id: string }, version = 1, actor = reception) =>
  desk.call('vouchers.void', { id: voucher.id, version, reason: '客户不要了' }, actor);
const stateOf = async (code: string) => (await desk.call('vouchers.get', { code })).state;
const lastCommand = async (): Promise<number> => (await desk.call('changes.recent', { limit: 1 })).rows[0].command;
const undo = async () => desk.call('changes.undo', { command: await lastCommand() });

describe('a voucher', () => {
  it('is found by its code, however it is typed', async () => {
    const { code } = await take();
    expect(await desk.call('vouchers.get', { code: ` ${code.toLowerCase()} ` })).toMatchObject({
      code,
      state: 'active',
    });
    expect(await refusal(desk.call('vouchers.get', { code: member.number }))).toMatchObject({
      code: 'VALIDATION',
      fields: ['code: scan-not-a-voucher'],
    });
    const wrong = code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);
    expect(await refusal(desk.call('vouchers.get', { code: wrong }))).toMatchObject({
      fields: ['code: voucher-check-digit'],
    });
    const digits = code.slice(1, 11) === '0000000000' ? '0000000001' : '0000000000';
    expect(await refusal(desk.call('vouchers.get', { code: `V${digits}${luhnDigit(digits)}` }))).toEqual({
      code: 'NOT_FOUND',
      reason: 'voucher-not-found',
    });
  });

  it('is used once; the second time says when and by whom', async () => {
    const { code } = await take();
    expect(await use(code)).toMatchObject({ voucher: { state: 'used', endedBy: 'reception' } });
    const before = desk.everything();
    await expect(use(code)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'voucher-used', values: { code, day: '2026-11-22', by: 'reception' } },
    });
    expect(desk.everything()).toEqual(before);
  });

  it('can be used through its last day, and after it only at a visit that came in by then', async () => {
    const first = await take();
    const second = await take();
    const third = await take();
    expect(first.lastDay).toBe('2026-12-22');
    desk.clock.now = shanghai(2026, 12, 22, 23, 59);
    await use(first.code);
    const inTime = await desk.visit(member.vehicleId, 10_000);
    desk.clock.now += 60_000;
    expect(await stateOf(second.code)).toBe('expired');
    expect(await refusal(use(second.code))).toEqual({ code: 'CONFLICT', reason: 'voucher-expired' });
    const tooLate = await desk.visit(member.vehicleId, 10_000);
    expect(await refusal(use(second.code, tooLate.id))).toEqual({ code: 'CONFLICT', reason: 'voucher-expired' });
    await use(second.code, inTime.id);
    expect(await desk.call('vouchers.list', { state: 'expired' })).toMatchObject({
      count: 1,
      rows: [{ id: third.id }],
    });
  });

  it('of another customer is refused, but not to the family that shares the account', async () => {
    const { code } = await take();
    const stranger = await desk.addMember();
    const { id } = await desk.visit(stranger.vehicleId, 10_000);
    expect(await refusal(use(code, id))).toEqual({ code: 'CONFLICT', reason: 'voucher-other-customer' });
    const wife = await desk.addCustomer();
    desk.addCard(member.membershipId, wife.customerId, '82000001');
    const visit = await desk.visit(wife.vehicleId, 10_000);
    expect(await use(code, visit.id)).toMatchObject({ voucher: { visitId: visit.id } });
  });

  it('is not used at a visit that is void, nor at none that there is', async () => {
    const { code } = await take();
    const { id, version } = await desk.visit(member.vehicleId, 10_000);
    await desk.call('visits.void', { id, version, reason: '录错了' });
    expect(await refusal(use(code, id))).toEqual({ code: 'CONFLICT', reason: 'visit-void' });
    expect(await refusal(use(code, randomUUID()))).toEqual({ code: 'NOT_FOUND', reason: 'visit-not-found' });
  });
});

describe('a visit with vouchers', () => {
  it('uses them up; made void it gives them back, and undone takes them again', async () => {
    const [first, second] = [await take(), await take()];
    const codes = [first.code, second.code];
    const { id, version } = await desk.visit(member.vehicleId, 10_000, { vouchers: codes });
    for (const code of codes) expect(await stateOf(code)).toBe('used');
    await desk.call('visits.void', { id, version, reason: '录错了' });
    for (const code of codes) expect(await stateOf(code)).toBe('active');
    expect(await desk.call('vouchers.get', { code: first.code })).toMatchObject({ visitId: null, endedAt: null });
    await undo();
    for (const code of codes) expect(await stateOf(code)).toBe('used');
    expect(await desk.call('vouchers.get', { code: first.code })).toMatchObject({ visitId: id, endedBy: '管理员' });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('whose entry is undone gives them back, those used at it later too', async () => {
    const [first, second] = [await take(), await take()];
    const { id } = await desk.visit(member.vehicleId, 10_000, { vouchers: [first.code] });
    await use(second.code, id);
    await undo();
    expect([await stateOf(first.code), await stateOf(second.code)]).toEqual(['active', 'active']);
    expect(desk.balance(member.membershipId)).toEqual([500, 300, 0]);
  });

  it('that is void does not come back once its voucher was used elsewhere', async () => {
    const { code } = await take();
    const { id, version } = await desk.visit(member.vehicleId, 10_000, { vouchers: [code] });
    await desk.call('visits.void', { id, version, reason: '录错了' });
    const command = await lastCommand();
    await use(code);
    expect(await refusal(desk.call('changes.undo', { command }))).toEqual({
      code: 'CONFLICT',
      reason: 'undo-changed-since',
    });
    expect(await stateOf(code)).toBe('used');
  });

  it('is not entered at all where one of them cannot be used', async () => {
    const [first, second] = [await take(), await take()];
    await use(second.code);
    const before = desk.everything();
    const enter = (vouchers: string[]) => refusal(desk.visit(member.vehicleId, 10_000, { vouchers }));
    expect(await enter([first.code, second.code])).toEqual({ code: 'CONFLICT', reason: 'voucher-used' });
    expect(await enter([first.code, first.code])).toMatchObject({ fields: ['vouchers.1: voucher-twice'] });
    expect(await enter([first.code, '京A12345'])).toMatchObject({ fields: ['vouchers.1: scan-not-a-voucher'] });
    expect(desk.everything()).toEqual(before);
  });
});

describe('a voucher made void', () => {
  it('gives its points back to the lots they came from', async () => {
    const other = await desk.addMember();
    desk.addLot(other.membershipId, 60, '2026-12-31');
    desk.addLot(other.membershipId, 60, '2027-12-31');
    const { vouchers } = await redeem(desk, other, rewardId);
    expect(desk.lots(other.membershipId)).toEqual([{ lastDay: '2027-12-31', remaining: 20 }]);
    expect(await voidOne(vouchers[0])).toEqual({ returned: 100, lapsed: 0 });
    expect(desk.lots(other.membershipId)).toEqual([
      { lastDay: '2026-12-31', remaining: 60 },
      { lastDay: '2027-12-31', remaining: 60 },
    ]);
    expect(await refusal(voidOne(vouchers[0], 2))).toEqual({ code: 'CONFLICT', reason: 'voucher-void' });
    expect(await refusal(use(vouchers[0].code))).toEqual({ code: 'CONFLICT', reason: 'voucher-void' });
  });

  it('to a lot lapsed since lapses at once, and says so', async () => {
    const other = await desk.addMember();
    desk.addLot(other.membershipId, 60, '2026-11-30');
    desk.addLot(other.membershipId, 60, '2027-12-31');
    const { vouchers } = await redeem(desk, other, rewardId);
    desk.clock.now = shanghai(2026, 12, 1, 0, 0);
    expect(await voidOne(vouchers[0])).toEqual({ returned: 40, lapsed: 60 });
    expect(desk.balance(other.membershipId)).toEqual([120, 60, 0]);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('is a manager’s to decide once it was used or has lapsed, and the visit’s while it is used there', async () => {
    const [first, second, third] = [await take(), await take(), await take()];
    await use(first.code);
    expect(await refusal(voidOne(first, 2))).toEqual({ code: 'CONFLICT', reason: 'voucher-used' });
    expect(await voidOne(first, 2, manager)).toEqual({ returned: 100, lapsed: 0 });
    await desk.visit(member.vehicleId, 10_000, { vouchers: [second.code] });
    expect(await refusal(voidOne(second, 2, manager))).toEqual({ code: 'CONFLICT', reason: 'voucher-at-visit' });
    desk.clock.now = shanghai(2027, 1, 10);
    expect(await refusal(voidOne(third))).toEqual({ code: 'CONFLICT', reason: 'voucher-expired' });
    expect(await voidOne(third, 1, manager)).toEqual({ returned: 100, lapsed: 0 });
  });

  it('sent again, or with an old version, moves nothing more', async () => {
    const voucher = await take();
    const input = { requestId: randomUUID(), id: voucher.id, version: 1, reason: '客户不要了' };
    await desk.call('vouchers.void', input);
    await desk.call('vouchers.void', input);
    expect(desk.balance(member.membershipId)).toEqual([500, 500, 0]);
    const other = await take();
    await use(other.code);
    expect(await refusal(voidOne(other, 1, manager))).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  });
});

describe('vouchers without points', () => {
  const gift = { kind: 'cash', name: '生日券', valueFen: 50_000, validDays: 90, reason: '生日' };

  it('are given up to the limit by anybody, above it a manager is asked', async () => {
    const give = (valueFen: number, actor = reception) =>
      desk.call('vouchers.grant', { customerId: member.customerId, origin: 'birthday', ...gift, valueFen }, actor);
    expect(await give(50_000)).toMatchObject({ approvalId: null, voucher: { lastDay: '2027-02-20' } });
    expect(await give(50_001)).toMatchObject({ approvalId: expect.any(String), voucher: null });
    expect(await give(50_001, manager)).toMatchObject({ approvalId: null });
    const { rows } = await desk.call('vouchers.ofCustomer', { customerId: member.customerId });
    expect(rows.map((row: object) => row)).toMatchObject([
      { valueFen: 50_001, origin: 'birthday', issuedBy: 'manager', points: 0 },
      { valueFen: 50_000, origin: 'birthday', issuedBy: 'reception', reason: '生日' },
    ]);
    expect(desk.balance(member.membershipId)).toEqual([500, 500, 0]);
  });

  it('are taken back without points', async () => {
    const { voucher } = await desk.call('vouchers.grant', { customerId: member.customerId, ...gift });
    expect(await voidOne(voucher)).toEqual({ returned: 0, lapsed: 0 });
  });

  it.each([
    [{ valueFen: null }, 'valueFen: value-missing'],
    [{ valueFen: 1.5 }, 'valueFen: invalid-type'],
    [{ valueFen: -1 }, 'valueFen: too-small'],
    [{ valueFen: 2 ** 53 }, 'valueFen: too-big'],
    [{ kind: 'partner' }, 'kind: invalid-value'],
    [{ reason: ' ' }, 'reason: too-small'],
  ])('refuse %o', async (fields, problem) => {
    const refused = await refusal(
      desk.call('vouchers.grant', { customerId: member.customerId, ...gift, ...fields }, reception),
    );
    expect(refused.fields).toContain(problem);
  });

  const saved = async (filter: object, shared = true): Promise<string> =>
    (await desk.call('savedFilters.add', { name: randomUUID().slice(0, 8), filter, sort: 'name', shared })).id;

  it('go to all of a segment, one each, the rows that its list shows', async () => {
    for (const tier of ['gold', 'gold', 'silver']) await desk.addMember({ tier });
    const savedFilterId = await saved({ tier: 'gold' });
    const requestId = randomUUID();
    const input = { requestId, savedFilterId, ...gift, valueFen: 20_000 };
    expect(await desk.call('vouchers.grantMany', input, reception)).toEqual({ granted: 2, approvalId: null });
    expect(await desk.call('vouchers.grantMany', input, reception)).toEqual({ granted: 2, approvalId: null });
    const listed = await desk.call('customers.list', { filter: { tier: 'gold' } });
    const given = desk.rows<{ customerId: string; grantId: string; code: string }>('SELECT * FROM voucher');
    expect(given.map(({ customerId }) => customerId).toSorted()).toEqual(
      listed.rows.map((row: { id: string }) => row.id).toSorted(),
    );
    expect(new Set(given.map(({ grantId }) => grantId)).size).toBe(1);
    expect(new Set(given.map(({ code }) => code)).size).toBe(2);
  });

  it('count their sum against the limit', async () => {
    for (let i = 0; i < 2; i++) await desk.addMember({ tier: 'gold' });
    const savedFilterId = await saved({ tier: 'gold' });
    const give = (valueFen: number) => desk.call('vouchers.grantMany', { savedFilterId, ...gift, valueFen }, reception);
    expect(await give(25_000)).toMatchObject({ granted: 2, approvalId: null });
    expect(await give(25_001)).toMatchObject({ granted: 0, approvalId: expect.any(String) });
  });

  it('go to nobody where the segment is empty, somebody else’s, or too large', async () => {
    const give = (savedFilterId: string, actor = reception) =>
      refusal(desk.call('vouchers.grantMany', { savedFilterId, ...gift, valueFen: 1 }, actor));
    expect(await give(await saved({ tier: 'diamond' }))).toEqual({ code: 'CONFLICT', reason: 'segment-empty' });
    expect(await give(await saved({}, false))).toEqual({ code: 'NOT_FOUND', reason: 'savedFilter-not-found' });
    desk.write((connection) => {
      const insert = connection.prepare(
        `INSERT INTO customer (id, kind, name, pinyin, createdAt, updatedAt) VALUES (?, 'person', '客户', 'ke hu', 0, 0)`,
      );
      connection.transaction(() => {
        for (let i = 0; i < 4999; i++) insert.run(randomUUID());
      })();
    });
    const everyone = await saved({});
    expect(await desk.call('vouchers.grantMany', { savedFilterId: everyone, ...gift, valueFen: 1 }, reception)).toEqual(
      {
        granted: 5000,
        approvalId: null,
      },
    );
    await desk.addCustomer();
    const before = desk.rows('SELECT count(*) FROM voucher');
    await expect(
      desk.call('vouchers.grantMany', { savedFilterId: everyone, ...gift, valueFen: 1 }, manager),
    ).rejects.toMatchObject({ data: { reason: 'segment-too-large', values: { count: 5001, most: 5000 } } });
    expect(desk.rows('SELECT count(*) FROM voucher')).toEqual(before);
  });
});

describe('the list of vouchers', () => {
  it('shows the newest first, a page at a time, by state and origin', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 5; i++) {
      desk.clock.now += 1000;
      codes.push((await take()).code);
    }
    await use(codes[0] ?? '');
    const first = await desk.call('vouchers.list', { limit: 2 });
    const second = await desk.call('vouchers.list', { limit: 2, cursor: first.next });
    const third = await desk.call('vouchers.list', { limit: 2, cursor: second.next });
    const shown = [...first.rows, ...second.rows, ...third.rows].map((row: { code: string }) => row.code);
    expect(shown).toEqual(codes.toReversed());
    expect([first.count, third.next]).toEqual([5, null]);
    expect(await desk.call('vouchers.list', { state: 'used' })).toMatchObject({ count: 1, rows: [{ code: codes[0] }] });
    expect(await desk.call('vouchers.list', { origin: 'hand' })).toMatchObject({ count: 0, rows: [] });
    expect(await refusal(desk.call('vouchers.list', { cursor: 'x' }))).toMatchObject({
      fields: ['cursor: cursor-invalid'],
    });
    const active = await desk.call('vouchers.ofCustomer', { customerId: member.customerId, active: true });
    expect(active.rows).toHaveLength(4);
  });
});

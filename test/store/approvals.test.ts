import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, manager, openMemberDesk, reception } from './memberDesk.ts';
import { refusal, staffAs } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember({ name: '王伟', points: [500, 300] });
});

const ask = async (cumulative = 0, redeemable = 2000): Promise<string> => {
  const input = { membershipId: member.membershipId, cumulative, redeemable, reason: '投诉补偿' };
  return (await desk.call('points.adjust', input, reception)).approvalId;
};
const askVoucher = async (valueFen = 60_000): Promise<string> => {
  const voucher = { kind: 'cash', name: '补偿券', valueFen, validDays: 30, reason: '等了三小时' };
  const input = { customerId: member.customerId, origin: 'complaint', ...voucher };
  return (await desk.call('vouchers.grant', input, reception)).approvalId;
};
const waiting = (actor = manager) => desk.call('approvals.list', {}, actor);
const grant = (id: string, version = 1, actor = manager) => desk.call('approvals.grant', { id, version }, actor);

describe('the inbox', () => {
  it('shows what is asked, what waits longest first, and whose it is', async () => {
    const points = await ask(-5, 2000);
    desk.clock.now += 1000;
    const voucher = await askVoucher();
    expect(await waiting(reception)).toMatchObject({
      count: 2,
      rows: [
        {
          id: points,
          kind: 'adjust',
          customerName: '王伟',
          cumulative: -5,
          redeemable: 2000,
          valueFen: null,
          reason: '投诉补偿',
          requestedBy: 'reception',
          own: true,
        },
        { id: voucher, kind: 'voucher', voucherName: '补偿券', valueFen: 60_000, count: 1, cumulative: null },
      ],
    });
    expect((await waiting()).rows.map((row: { own: boolean }) => row.own)).toEqual([false, false]);
  });

  it('is decided by managers alone', async () => {
    const id = await ask();
    expect(await refusal(grant(id, 1, reception))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(desk.call('approvals.refuse', { id, version: 1, note: '不行' }, reception))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(desk.balance(member.membershipId)).toEqual([500, 300, 0]);
  });
});

describe('an approval', () => {
  it('does what was asked in the name of who asked, and says who allowed it', async () => {
    const id = await ask();
    await desk.call('approvals.grant', { id, version: 1, note: '同意' }, manager);
    expect(desk.balance(member.membershipId)).toEqual([500, 2300, 0]);
    expect(
      desk.rows(
        "SELECT kind, byName, reason, sourceKind, sourceId, detail FROM pointsEntry WHERE sourceKind = 'approval'",
      ),
    ).toEqual([
      {
        kind: 'adjust',
        byName: 'reception',
        reason: '投诉补偿',
        sourceKind: 'approval',
        sourceId: id,
        detail: '{"approvedBy":"manager"}',
      },
    ]);
    const { entries } = await desk.call('points.explain', { card: member.number });
    expect(entries.at(-1)).toMatchObject({ source: { kind: 'approval', no: 'manager' } });
    expect(await desk.call('approvals.list', { state: 'decided' })).toMatchObject({
      count: 1,
      rows: [{ id, state: 'granted', decidedBy: 'manager', decisionNote: '同意' }],
    });
    expect((await waiting()).count).toBe(0);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('gives the voucher, its days counted from now', async () => {
    const id = await askVoucher();
    desk.clock.now += 3 * 86_400_000;
    await grant(id);
    const { rows } = await desk.call('vouchers.ofCustomer', { customerId: member.customerId });
    expect(rows).toMatchObject([
      { name: '补偿券', issuedBy: 'reception', origin: 'complaint', issuedDay: '2026-11-25', lastDay: '2026-12-25' },
    ]);
    expect(desk.rows('SELECT resultId FROM approval')).toEqual([{ resultId: rows[0].id }]);
  });

  it('gives to the segment as it is now', async () => {
    for (let i = 0; i < 2; i++) await desk.addMember({ tier: 'gold' });
    const { id: savedFilterId } = await desk.call('savedFilters.add', {
      name: '金卡',
      filter: { tier: 'gold' },
      shared: true,
    });
    const voucher = { kind: 'gift', name: '礼盒', valueFen: 30_000, validDays: 30, reason: '店庆' };
    const { approvalId } = await desk.call('vouchers.grantMany', { savedFilterId, ...voucher }, reception);
    expect((await waiting()).rows).toMatchObject([{ kind: 'voucherMany', count: 2, voucherName: '礼盒' }]);
    await desk.addMember({ tier: 'gold' });
    await grant(approvalId);
    expect(await desk.call('vouchers.list', { origin: 'segment' })).toMatchObject({ count: 3 });
  });

  it('does it once, from two desks at once either', async () => {
    const id = await ask();
    const done = await Promise.allSettled([grant(id), grant(id), grant(id)]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await refusal(grant(id))).toEqual({ code: 'CONFLICT', reason: 'approval-decided' });
    expect(await refusal(grant(id, 2))).toEqual({ code: 'CONFLICT', reason: 'approval-decided' });
    expect(desk.balance(member.membershipId)).toEqual([500, 2300, 0]);
  });

  it('that cannot be carried out any more moves nothing, and waits on', async () => {
    const id = await ask(-400, -300);
    const input = { membershipId: member.membershipId, cumulative: -200, redeemable: 0, reason: '录错了' };
    await desk.call('points.adjust', input, manager);
    const before = desk.everything();
    expect(await refusal(grant(id))).toEqual({ code: 'INSUFFICIENT_POINTS', reason: 'cumulative-short' });
    expect(desk.everything()).toEqual(before);
    expect((await waiting()).count).toBe(1);
  });

  it('is refused with a word, or withdrawn by who asked and nobody else', async () => {
    const first = await ask();
    const second = await ask();
    expect(await refusal(desk.call('approvals.refuse', { id: first, version: 1, note: ' ' }, manager))).toMatchObject({
      code: 'VALIDATION',
    });
    await desk.call('approvals.refuse', { id: first, version: 1, note: '重复了' }, manager);
    for (const other of [staffAs('service'), manager]) {
      expect(await refusal(desk.call('approvals.withdraw', { id: second, version: 1 }, other))).toEqual({
        code: 'FORBIDDEN',
        reason: 'approval-not-own',
      });
    }
    await desk.call('approvals.withdraw', { id: second, version: 1 }, reception);
    expect(desk.balance(member.membershipId)).toEqual([500, 300, 0]);
    for (const id of [first, second]) expect(await refusal(grant(id))).toMatchObject({ reason: 'approval-decided' });
    expect(await refusal(grant(randomUUID()))).toEqual({ code: 'NOT_FOUND', reason: 'approval-not-found' });
  });
});

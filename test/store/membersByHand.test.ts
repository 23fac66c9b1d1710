import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { oneMember } from './oneMember.ts';
import { refusal } from './openTestStore.ts';

describe('by hand', () => {
  it('a manager sets a tier with a reason, nobody else', async () => {
    const desk = await oneMember();
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
    const desk = await oneMember(500);
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
    const desk = await oneMember(500);
    await desk.change('cancel', { reason: '客户要求' });
    const again = await desk.join(desk.who);
    expect(again.membershipId).not.toBe(desk.id);
    expect((await desk.call('members.get', { id: again.membershipId })).balance.cumulative).toBe(0);
    expect(await refusal(desk.change('reactivate', { reason: 'x' }))).toMatchObject({ reason: 'member-already' });
  });

  it('a member is not removed from the customers', async () => {
    const desk = await oneMember();
    const version = (await desk.call('customers.get', { id: desk.who.id })).customer.version;
    const remove = () => desk.call('customers.remove', { id: desk.who.id, version, reason: '重复' });
    expect(await refusal(remove())).toMatchObject({ reason: 'customer-is-member' });
    await desk.change('cancel', { reason: '客户要求' });
    await remove();
  });
});

import { describe, expect, it } from 'vitest';
import { luhnOk } from '../../db/domain/luhn.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { membersDesk, type Person } from './membersDesk.ts';
import { refusal, staffAs } from './openTestStore.ts';

const reception = staffAs('reception');

describe('joining', () => {
  it('by the fee: a random number with a check digit, a year, the event says who and by what', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    const joined = await desk.call(
      'members.join',
      { customerId: who.id, mode: 'fee', tier: 'silver', receiptNo: 'S-77', note: '店庆' },
      reception,
    );
    expect(joined.cardNumber).toMatch(/^[2-9]\d{11}$/);
    expect(luhnOk(joined.cardNumber)).toBe(true);
    expect(joined.validThrough).toBe('2027-11-21');
    const page = await desk.page(joined.membershipId);
    expect(page.membership).toMatchObject({ tier: 'silver', tierName: '银卡', state: 'active', joinMode: 'fee' });
    expect(page.cards).toMatchObject([
      { number: joined.cardNumber, role: 'main', state: 'active', printWanted: true, prints: 0, holder: '王伟' },
    ]);
    expect(page.events).toMatchObject([
      {
        ...{ kind: 'join', day: '2026-11-22', byName: 'reception', cardNumber: joined.cardNumber, path: 'fee' },
        ...{ validFrom: '2026-11-22', validTo: '2027-11-21', feeFen: 10_000, receiptNo: 'S-77', reason: '店庆' },
        ...{ tierToName: '银卡', ruleDay: null, facts: { by: 'spend', totalFen: 0, of: 0, proposed: 'silver' } },
      },
    ]);
    // in the one box at once
    const { hits } = await desk.call('customers.search', { q: joined.cardNumber });
    expect(hits).toMatchObject([{ id: who.id, cardNumber: joined.cardNumber }]);
    // nothing to take back by Ctrl Z: leaving is the reverse
    const { rows } = await desk.call('changes.recent', {}, reception);
    expect(rows).toEqual([]);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('sent twice happens once', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    const input = {
      ...{ requestId: '019a0000-0000-7000-8000-000000000001', customerId: who.id, mode: 'fee', tier: 'silver' },
      receiptNo: 'S',
    };
    expect(await desk.call('members.join', input)).toEqual(await desk.call('members.join', input));
    expect((await desk.call('members.list')).count).toBe(1);
  });

  it('each mode wants its proof', async () => {
    const desk = await membersDesk();
    const bare = await desk.person('李娜', { purchasedHere: false });
    const proposal = await desk.call('members.proposal', { customerId: bare.id });
    const refused = (modes: { mode: string; refusal: string | null }[]) =>
      Object.fromEntries(modes.map(({ mode, refusal: why }) => [mode, why]));
    expect(refused(proposal.modes)).toEqual({
      ...{ sale: 'join-no-purchase', vehicle: null, spend: 'join-no-visit', training: null, fee: null },
    });
    expect(await refusal(desk.join(bare, { receiptNo: null }))).toEqual({
      code: 'VALIDATION',
      fields: ['receiptNo: receipt-missing'],
    });
    for (const mode of ['sale', 'spend', 'vehicle']) {
      expect(await refusal(desk.join(bare, { mode })), mode).toEqual({
        code: 'VALIDATION',
        fields: ['proofId: join-proof'],
      });
    }
    const other = await desk.person('赵敏');
    expect(await refusal(desk.join(bare, { mode: 'vehicle', proofId: other.vehicleId }))).toMatchObject({
      fields: ['proofId: join-proof'],
    });
    const spent = await desk.visit(bare, { parts: 10_000 });
    for (const [mode, proofId] of [
      ['vehicle', bare.vehicleId],
      ['spend', spent.id],
    ] as const) {
      const person = mode === 'spend' ? bare : await desk.person('带车', { purchasedHere: false });
      const proof = mode === 'spend' ? proofId : person.vehicleId;
      const { membershipId } = await desk.join(person, { mode, proofId: proof, receiptNo: null });
      expect((await desk.page(membershipId)).events[0]).toMatchObject({ path: mode, facts: { proofId: proof } });
    }
    const sold = await desk.person('新车', { purchasedHere: true });
    await desk.join(sold, { mode: 'sale', proofId: sold.vehicleId, receiptNo: null });
    await desk.join(await desk.person('学员'), { mode: 'training', receiptNo: null });
    // a void visit proves nothing
    const gone = await desk.person('作废', { purchasedHere: false });
    const { id, version } = await desk.visit(gone, { parts: 100 });
    await desk.call('visits.void', { id, version, reason: '录错' });
    expect(await refusal(desk.join(gone, { mode: 'spend', proofId: id }))).toMatchObject({ code: 'VALIDATION' });
  });

  it('keeps an old number as it is, and gives each number once', async () => {
    const desk = await membersDesk();
    const first = await desk.join(await desk.person(), { cardNumber: ' vip-0017 ' });
    expect(first.cardNumber).toBe('VIP0017');
    expect(await refusal(desk.join(await desk.person('李娜'), { cardNumber: 'VIP0017' }))).toEqual({
      ...{ code: 'CONFLICT', reason: 'card-number-known' },
    });
    // twelve digits with a wrong check digit: an old system's, kept
    const old = await desk.join(await desk.person('赵敏'), { cardNumber: '220000000001' });
    expect(await desk.call('members.atCounter', { card: '220000000001' })).toMatchObject({
      ...{ cardId: old.cardId, refusal: null, holder: '赵敏' },
    });
    for (const cardNumber of ['王', '1', 'a b', '22-', '22/33', 'x'.repeat(33)]) {
      expect(await refusal(desk.join(await desk.person('坏卡'), { cardNumber })), cardNumber).toMatchObject({
        code: cardNumber === 'a b' ? 'TAKEN' : cardNumber === '22-' ? 'TAKEN' : 'VALIDATION',
      });
    }
  });

  it('refuses who is a member, an unknown tier, a customer who is gone', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    const { cardNumber } = await desk.join(who);
    expect(await refusal(desk.join(who))).toEqual({ code: 'CONFLICT', reason: 'member-already' });
    expect((await desk.call('members.proposal', { customerId: who.id })).already).toMatchObject({ cardNumber });
    const other = await desk.person('李娜');
    expect(await refusal(desk.join(other, { tier: 'platinum' }))).toEqual({
      code: 'VALIDATION',
      fields: ['tier: tier-unknown'],
    });
    for (const bad of [
      { feeFen: -1 },
      { feeFen: 1.5 },
      { mode: 'gift' },
      { customerId: 'x' },
      { cardNumber: 'a'.repeat(41) },
    ]) {
      expect((await refusal(desk.join(other, bad))).code, JSON.stringify(bad)).toBe('VALIDATION');
    }
    await desk.call('customers.remove', { id: other.id, version: 1, reason: '重复' });
    expect(await refusal(desk.join(other))).toEqual({ code: 'NOT_FOUND', reason: 'customer-not-found' });
    expect((await desk.call('members.list')).count).toBe(1);
  });

  it('of a 29 February holds through the 28th, that day included', async () => {
    const desk = await membersDesk();
    desk.at('2028-02-29');
    const { membershipId, validThrough, cardNumber } = await desk.join(await desk.person());
    expect(validThrough).toBe('2029-02-28');
    const counter = async () => (await desk.call('members.atCounter', { card: cardNumber })).refusal;
    desk.at('2029-02-28', '23:59');
    expect(await counter()).toBeNull();
    expect((await desk.page(membershipId)).membership.state).toBe('active');
    desk.at('2029-03-01', '00:00');
    expect(await counter()).toBe('member-expired');
    expect((await desk.page(membershipId)).membership.state).toBe('expired');
  });

  it('when paying earns on the day’s visit, not on those before', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    await desk.visit(who, { parts: 10_000 }, desk.clock.now - 86_400_000);
    const { id } = await desk.visit(who, { parts: 30_000 }, desk.clock.now - 3_600_000);
    const { membershipId } = await desk.join(who, { mode: 'spend', proofId: id, receiptNo: null });
    expect((await desk.page(membershipId)).balance).toMatchObject({ cumulative: 300, redeemable: 300, debt: 0 });
  });
});

describe('the proposed tier', () => {
  it('is by the place among all who spent anything; void visits and openings of vehicles with orders do not count', async () => {
    const desk = await membersDesk();
    const people: Person[] = [];
    for (let i = 0; i < 25; i++) {
      const who = await desk.person(`客户${i}`);
      await desk.visit(who, { parts: 100_000 + i });
      people.push(who);
    }
    await desk.person('从未消费');
    const proposal = (index: number) => desk.call('members.proposal', { customerId: people[index]?.id });
    expect(await proposal(24)).toMatchObject({ tier: 'diamond', rank: 1, of: 25, totalFen: 100_024, by: 'spend' });
    expect(await proposal(23)).toMatchObject({ tier: 'gold', rank: 2 });
    expect(await proposal(20)).toMatchObject({ tier: 'gold', rank: 5 });
    expect(await proposal(19)).toMatchObject({ tier: 'silver', rank: 6 });
    // one fen more than the fifth takes its place; the fifth is the sixth now
    const last = people[19];
    if (!last) throw new Error('nobody');
    await desk.visit(last, { parts: 1 });
    expect(await proposal(19)).toMatchObject({ rank: 5, tier: 'gold', totalFen: 100_020 });
    expect(await proposal(20)).toMatchObject({ rank: 5, tier: 'gold' });
    await desk.visit(last, { parts: 1 });
    expect(await proposal(20)).toMatchObject({ rank: 6, tier: 'silver' });
    const { id, version } = await desk.visit(last, { parts: 900_000 });
    expect(await proposal(19)).toMatchObject({ rank: 1 });
    await desk.call('visits.void', { id, version, reason: '录错' });
    // 100,021 fen, as customer 21 has: both are fourth
    expect(await proposal(19)).toMatchObject({ rank: 4 });
    expect(await proposal(21)).toMatchObject({ rank: 4 });
    // an old system's spend: counted for a car without orders, not beside them
    const old = await desk.person('老客户');
    desk.plant(`UPDATE vehicle SET openingSpendFen = 500000 WHERE id IN ('${old.vehicleId}', '${last.vehicleId}')`);
    const ofOld = await desk.call('members.proposal', { customerId: old.id });
    expect(ofOld).toMatchObject({ totalFen: 500_000, rank: 1, of: 26, tier: 'diamond' });
    expect(await proposal(19)).toMatchObject({ totalFen: 100_021, rank: 5 });
    await desk.visit(old, { parts: 100 });
    expect(await desk.call('members.proposal', { customerId: old.id })).toMatchObject({ totalFen: 100, rank: 26 });
    const none = await desk.person('也没消费');
    expect(await desk.call('members.proposal', { customerId: none.id })).toMatchObject({
      ...{ rank: null, totalFen: 0, tier: 'silver', of: 26 },
    });
  });

  it('can go by profit, of lines whose cost is known', async () => {
    const desk = await membersDesk();
    await desk.settings({ membershipRules: { starting: { by: 'profit', tiers: [{ tier: 'gold', topPercent: 50 }] } } });
    const [a, b] = [await desk.person('甲'), await desk.person('乙')];
    const costly = (who: { vehicleId: string }, amountFen: number, costFen: number | null) =>
      desk.call('visits.add', {
        ...{ vehicleId: who.vehicleId, arrivedAt: desk.clock.now },
        lines: [{ category: 'parts', amountFen, costFen }],
      });
    await costly(a, 1_000_000, 999_000);
    await costly(a, 9_000_000, null);
    await costly(b, 5000, 3000);
    const of = (id: string) => desk.call('members.proposal', { customerId: id });
    expect(await of(b.id)).toMatchObject({ by: 'profit', totalFen: 2000, rank: 1, of: 2, tier: 'gold' });
    expect(await of(a.id)).toMatchObject({ totalFen: 1000, rank: 2, tier: 'silver' });
  });
});

describe('joining again', () => {
  it('after the membership ran out for good: the same account and card, nothing earned in between', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    desk.at('2025-01-10');
    const first = await desk.join(who);
    await desk.visit(who, { parts: 50_000 });
    // through 2026-01-09, renewable until 2026-04-09
    desk.at('2026-04-09');
    expect(await refusal(desk.join(who))).toMatchObject({ reason: 'member-already' });
    desk.at('2026-04-10');
    const between = await desk.visit(who, { parts: 70_000 });
    expect(await refusal(desk.change('renew', first.membershipId, { path: 'fee', receiptNo: 'R' }))).toMatchObject({
      reason: 'renewal-closed',
    });
    desk.at('2026-05-01');
    expect((await desk.call('members.proposal', { customerId: who.id })).already).toBeNull();
    const again = await desk.join(who, { tier: 'gold' });
    expect(again).toMatchObject({
      membershipId: first.membershipId,
      cardNumber: first.cardNumber,
      validThrough: '2027-04-30',
    });
    const page = await desk.page(first.membershipId);
    expect(page.membership).toMatchObject({ tier: 'gold', joinDay: '2025-01-10', state: 'active' });
    expect(page.events[0]).toMatchObject({ kind: 'join', tierFromName: '银卡', tierToName: '金卡' });
    expect(page.balance).toMatchObject({ cumulative: 500 });
    // edited later, the visit of the time between still earns nothing, the one of the first year still does
    await desk.call('board.setLines', {
      id: between.id,
      version: between.version,
      lines: [{ category: 'parts', amountFen: 80_000 }],
    });
    expect((await desk.page(first.membershipId)).balance).toMatchObject({ cumulative: 500 });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('with a lost card gets a new one; with a number of its own the old card is replaced', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    desk.at('2025-01-10');
    const first = await desk.join(who);
    await desk.setCard(first.membershipId, first.cardId, 'lost');
    desk.at('2026-09-01');
    const again = await desk.join(who, { cardNumber: 'OLD123' });
    expect(again).toMatchObject({ membershipId: first.membershipId, cardNumber: 'OLD123' });
    expect(await desk.cardOf(first.membershipId, first.cardId)).toMatchObject({
      state: 'replaced',
      replacedByNumber: 'OLD123',
    });
  });
});

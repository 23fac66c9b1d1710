import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnDigit } from '../../db/domain/luhn.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { membersDesk } from './membersDesk.ts';
import { refusal } from './openTestStore.ts';

describe('a card', () => {
  it('is frozen, lost and used again; each says who, when and why', async () => {
    const desk = await membersDesk();
    const joined = await desk.join(await desk.person());
    const { membershipId: id, cardId } = joined;
    const counter = async () => (await desk.call('members.atCounter', { card: joined.cardNumber })).refusal;
    for (const [state, refused] of [
      ['frozen', 'card-frozen'],
      ['lost', 'card-lost'],
      ['active', null],
      ['lost', 'card-lost'],
      ['frozen', 'card-frozen'],
    ] as const) {
      await desk.setCard(id, cardId, state);
      expect(await counter(), state).toBe(refused);
    }
    expect(await refusal(desk.setCard(id, cardId, 'frozen'))).toMatchObject({ reason: 'card-state-same' });
    expect(await refusal(desk.setCard(id, cardId, 'cancelled'))).toMatchObject({ reason: 'card-main-cancel' });
    for (const state of ['replaced', 'expired', '']) {
      expect((await refusal(desk.setCard(id, cardId, state))).code).toBe('VALIDATION');
    }
    expect(await desk.cardOf(id, cardId)).toMatchObject({
      state: 'frozen',
      stateBy: '管理员',
      stateReason: '测试',
      version: 6,
    });
    expect(
      await refusal(desk.call('members.setCardState', { cardId, version: 1, state: 'active', reason: 'x' })),
    ).toMatchObject({
      reason: 'changed-meanwhile',
    });
    const { events } = await desk.page(id);
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['cardFrozen', 'cardLost', 'cardActive', 'cardLost', 'cardFrozen', 'join'],
    ]);
  });

  it('replaced keeps everything; the old one is over for ever', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    const { membershipId: id, cardId, cardNumber } = await desk.join(who, { tier: 'gold' });
    await desk.visit(who, { parts: 50_000 });
    await desk.setCard(id, cardId, 'lost');
    const { version } = await desk.cardOf(id, cardId);
    const fresh = await desk.call('members.replaceCard', { cardId, version, reason: '遗失补卡' });
    expect(fresh.cardNumber).not.toBe(cardNumber);
    const page = await desk.page(id);
    expect(page.membership).toMatchObject({ tier: 'gold', state: 'active' });
    expect(page.balance).toMatchObject({ cumulative: 500, redeemable: 500 });
    expect(page.cards).toMatchObject([
      { number: fresh.cardNumber, state: 'active', role: 'main', printWanted: true },
      {
        number: cardNumber,
        state: 'replaced',
        replacedByNumber: fresh.cardNumber,
        stateReason: '遗失补卡',
        printWanted: false,
      },
    ]);
    expect(page.events[0]).toMatchObject({ kind: 'cardReplaced', cardNumber, facts: { newNumber: fresh.cardNumber } });
    expect((await desk.call('members.atCounter', { card: cardNumber })).refusal).toBe('card-replaced');
    expect((await desk.call('members.atCounter', { card: fresh.cardNumber })).refusal).toBeNull();
    // both numbers find the customer
    for (const q of [cardNumber, fresh.cardNumber]) {
      expect((await desk.call('customers.search', { q })).hits).toMatchObject([
        { id: who.id, cardNumber: fresh.cardNumber },
      ]);
    }
    expect(await refusal(desk.setCard(id, cardId, 'active'))).toMatchObject({ reason: 'card-ended' });
    const old = await desk.cardOf(id, cardId);
    expect(
      await refusal(desk.call('members.replaceCard', { cardId, version: old.version, reason: 'x' })),
    ).toMatchObject({ reason: 'card-ended' });
    const now = await desk.cardOf(id, fresh.cardId);
    expect(
      await refusal(
        desk.call('members.replaceCard', { cardId: fresh.cardId, version: now.version, reason: 'x', cardNumber }),
      ),
    ).toMatchObject({ reason: 'card-number-known' });
    // refused in the middle, nothing of it stayed
    expect(await desk.cardOf(id, fresh.cardId)).toMatchObject({ state: 'active', version: now.version });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('of the family shares the account, from its day on; the strip shows the family’s points and tier', async () => {
    const desk = await membersDesk();
    desk.at('2026-05-01');
    const husband = await desk.person('王伟');
    const wife = await desk.person('李娜');
    const { membershipId: id } = await desk.join(husband, { tier: 'gold' });
    const before = await desk.visit(wife, { parts: 10_000 });
    expect((await desk.call('customers.get', { id: wife.id })).card).toBeNull();
    desk.at('2026-05-02');
    const added = await desk.call('members.addCard', { id, customerId: wife.id });
    await desk.visit(wife, { parts: 20_000 });
    expect((await desk.page(id)).balance).toMatchObject({ cumulative: 200 });
    // what she spent before she had the card stays without points, edited or not
    await desk.call('board.setLines', { ...before, lines: [{ category: 'parts', amountFen: 90_000 }] });
    expect((await desk.page(id)).balance).toMatchObject({ cumulative: 200 });
    const strip = (await desk.call('customers.get', { id: wife.id })).card;
    expect(strip).toMatchObject({
      ...{ membershipId: id, number: added.cardNumber, tier: 'gold', state: 'active' },
      ...{ cumulativePoints: 200, redeemablePoints: 200, eligibleFor: null },
    });
    expect(await desk.call('members.ofCustomer', { customerId: wife.id })).toMatchObject({
      ...{ membershipId: id, tierName: '金卡', discounts: [{ category: 'maintenanceLabour', percentOff: 5 }, {}] },
    });
    const inGold = (await desk.call('customers.list', { filter: { tier: 'gold' } })).rows;
    expect(inGold.map(({ name }: { name: string }) => name).sort()).toEqual(['李娜', '王伟']);
    expect(await desk.call('members.atCounter', { card: added.cardNumber })).toMatchObject({
      ...{ role: 'supplementary', holder: '李娜', customerId: wife.id, membershipId: id, redeemable: 200 },
    });
    expect(await refusal(desk.call('members.addCard', { id, customerId: wife.id }))).toMatchObject({
      reason: 'card-held-already',
    });
    // she may have a card of her own beside it, which earns first from the day after; what was the family's stays so
    const own = await desk.join(wife);
    expect((await desk.page(id)).balance.cumulative).toBe(200);
    desk.at('2026-05-03');
    await desk.visit(wife, { parts: 1000 });
    expect((await desk.page(own.membershipId)).balance.cumulative).toBe(10);
    await desk.setCard(id, added.cardId, 'cancelled');
    expect((await desk.call('members.atCounter', { card: added.cardNumber })).refusal).toBe('card-cancelled');
    const child = await desk.person('王小');
    desk.at('2027-06-01');
    expect(await refusal(desk.call('members.addCard', { id, customerId: child.id }))).toMatchObject({
      reason: 'member-expired',
    });
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('tells on the strip that its member may rise', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    await desk.join(who);
    await desk.visit(who, { parts: 999_900 });
    expect((await desk.call('customers.get', { id: who.id })).card.eligibleFor).toBeNull();
    await desk.visit(who, { accessories: 100 });
    expect((await desk.call('customers.get', { id: who.id })).card.eligibleFor).toEqual({
      tier: 'gold',
      tierName: '金卡',
    });
  });
});

describe('a scan at the counter', () => {
  it('is looked up as it stands, then by its check digit; anything else is no card', async () => {
    const desk = await membersDesk();
    const { cardNumber } = await desk.join(await desk.person());
    await desk.join(await desk.person('老卡'), { cardNumber: 'VIP0017' });
    const scan = (card: string) => desk.call('members.atCounter', { card });
    for (const card of [
      cardNumber,
      ` ${cardNumber} `,
      cardNumber.replace(/(\d{4})/g, '$1 ').trim(),
      `${cardNumber.slice(0, 6)}-${cardNumber.slice(6)}`,
    ]) {
      expect((await scan(card)).number).toBe(cardNumber);
    }
    expect((await scan('ｖｉｐ００１７')).number).toBe('VIP0017');
    const wrong = cardNumber.slice(0, 11) + String((Number(cardNumber[11]) + 1) % 10);
    expect(await refusal(scan(wrong))).toEqual({ code: 'VALIDATION', fields: ['card: card-check-digit'] });
    const unknown = '23456789012';
    expect(await refusal(scan(unknown + luhnDigit(unknown)))).toEqual({ code: 'NOT_FOUND', reason: 'card-not-found' });
    expect(await refusal(scan('81000001'))).toEqual({ code: 'NOT_FOUND', reason: 'card-not-found' });
    for (const other of [
      '京A12345',
      '1M8GDM9AXKP042788',
      'V12345678903',
      'https://a.cn/x',
      '王伟',
      '12',
      '😀',
      '-1',
      '1.5e3',
    ]) {
      expect(await refusal(scan(other)), other).toEqual({ code: 'VALIDATION', fields: ['card: scan-not-a-card'] });
    }
    for (const bad of ['', ' ', 'x'.repeat(41), 17, null, { a: 1 }]) {
      expect((await refusal(desk.call('members.atCounter', { card: bad }))).code, String(bad)).toBe('VALIDATION');
    }
  });

  it('of one digit misread is always told, of two neighbours changed over nearly always', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[2-9]\d{10}$/),
        fc.nat(11),
        fc.integer({ min: 1, max: 9 }),
        (eleven, at, plus) => {
          const number = eleven + luhnDigit(eleven);
          const misread = number.slice(0, at) + String((Number(number[at]) + plus) % 10) + number.slice(at + 1);
          expect(luhnDigit(misread.slice(0, 11))).not.toBe(misread[11]);
        },
      ),
    );
  });

  it('tells what lapses next within 60 days', async () => {
    const desk = await membersDesk();
    const who = await desk.person();
    const { cardNumber, membershipId } = await desk.join(who);
    await desk.settings({ pointsRules: { validMonths: 1 } });
    await desk.visit(who, { parts: 10_000 });
    desk.at('2026-12-05');
    await desk.visit(who, { parts: 5000 });
    expect(await desk.call('members.atCounter', { card: cardNumber })).toMatchObject({
      ...{ redeemable: 150, lapsing: 100, lapseDay: '2026-12-31', debt: 0 },
    });
    expect((await desk.call('members.list')).rows).toMatchObject([
      { membershipId, lapsing: 100, lapseDay: '2026-12-31' },
    ]);
    expect((await desk.call('members.home')).counts.lapsing).toBe(1);
    desk.at('2027-01-01');
    expect(await desk.call('members.atCounter', { card: cardNumber })).toMatchObject({
      lapsing: 50,
      lapseDay: '2027-01-31',
    });
  });
});

describe('the service package', () => {
  const service = (code: string, timesPerYear: number | null) => ({ code, tier: 'silver', name: code, timesPerYear });

  it('counts uses in the year of the membership, and gives mistakes back', async () => {
    const desk = await membersDesk();
    desk.at('2028-02-29');
    const who = await desk.person();
    const { membershipId: id } = await desk.join(who);
    await desk.settings({ tierBenefits: { services: [service('wash', 2), service('rescue', null)], discounts: [] } });
    const use = (code: string, more: object = {}) =>
      desk.call('members.useBenefit', { membershipId: id, code, ...more });
    const first = await use('wash');
    expect(first.left).toBe(1);
    expect((await use('wash')).left).toBe(0);
    expect(await refusal(use('wash'))).toEqual({ code: 'CONFLICT', reason: 'benefit-used-up' });
    expect((await use('rescue')).left).toBeNull();
    expect(await refusal(use('check'))).toEqual({ code: 'NOT_FOUND', reason: 'benefit-not-found' });
    expect((await desk.page(id)).benefits).toMatchObject([
      { code: 'wash', times: 2, used: 2, left: 0, yearFrom: '2028-02-29', yearTo: '2029-02-28' },
      { code: 'rescue', times: null, used: 1, left: null },
    ]);
    await desk.call('members.takeBackBenefit', { id: first.id, version: 1 });
    expect(await refusal(desk.call('members.takeBackBenefit', { id: first.id, version: 2 }))).toMatchObject({
      reason: 'benefit-back-already',
    });
    expect((await desk.page(id)).benefits[0]).toMatchObject({ used: 1, left: 1 });
    // the last day of the year, and the first of the next
    desk.at('2029-02-28', '23:59');
    await use('wash');
    expect(await refusal(use('wash'))).toMatchObject({ reason: 'benefit-used-up' });
    await desk.change('renew', id, { path: 'fee', receiptNo: 'R' });
    expect(await refusal(use('wash'))).toMatchObject({ reason: 'benefit-used-up' });
    desk.at('2029-03-01', '00:00');
    expect((await use('wash')).left).toBe(1);
    const stranger = await desk.person('别人');
    const other = await desk.visit(stranger, { parts: 100 });
    expect(await refusal(use('wash', { visitId: other.id }))).toMatchObject({ reason: 'visit-of-other-customer' });
    const own = await desk.visit(who, { parts: 100 });
    await use('wash', { visitId: own.id });
    await desk.change('cancel', id, { reason: 'x' });
    expect(await refusal(use('rescue'))).toMatchObject({ reason: 'member-cancelled' });
  });

  it('used before a rise of tier counts on', async () => {
    const desk = await membersDesk();
    const { membershipId: id } = await desk.join(await desk.person());
    for (let i = 0; i < 2; i++) await desk.call('members.useBenefit', { membershipId: id, code: 'wash' });
    await desk.change('setTier', id, { tier: 'gold', reason: 'x' });
    expect((await desk.page(id)).benefits[0]).toMatchObject({ code: 'wash', times: 4, used: 2, left: 2 });
    desk.at('2028-01-01');
    expect(await refusal(desk.call('members.useBenefit', { membershipId: id, code: 'wash' }))).toMatchObject({
      reason: 'member-expired',
    });
  });
});

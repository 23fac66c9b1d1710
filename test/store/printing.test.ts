import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardDesign, CardElement } from '../../db/contract/printing.ts';
import { cardHeight, cardMargin, cardWidth, isInside } from '../../db/domain/printing/cardSize.ts';
import { defaultDesign } from '../../db/domain/printing/defaultDesign.ts';
import { outsideElements } from '../../db/domain/printing/elementChecks.ts';
import { openTestStore, refusal, staffAs, type TestStore } from './openTestStore.ts';

interface Joined {
  readonly membershipId: string;
  readonly cardId: string;
  readonly cardNumber: string;
}

let receipt = 0;
const join = async ({ call }: TestStore, name: string, tier = 'gold'): Promise<Joined> => {
  receipt += 1;
  const { id } = await call('customers.add', {
    name,
    kind: 'person',
    phones: [{ number: `1390000${1000 + receipt}` }],
  });
  return call('members.join', { customerId: id, mode: 'fee', tier, feeFen: 10_000, receiptNo: `R${receipt}` });
};
const shipped = defaultDesign({ code: 'gold', name: '金卡' });
const first = (design: CardDesign): CardElement => {
  const [element] = design.front.elements;
  if (!element) throw new Error('the shipped card is empty');
  return element;
};
const withElement = (change: Partial<CardElement>): CardDesign => ({
  ...shipped,
  front: { ...shipped.front, elements: [{ ...first(shipped), ...change }, ...shipped.front.elements.slice(1)] },
});
const waiting = async ({ call }: TestStore): Promise<string[]> =>
  (await call('printing.queue')).rows.map((row: { number: string }) => row.number);

describe('the shipped card', () => {
  it.each(['gold', 'silver', 'diamond', 'other'])('of %s keeps its margin and has what a card needs', (code) => {
    const design = defaultDesign({ code, name: code });
    expect(outsideElements(design)).toEqual([]);
    expect(design.front.elements.map(({ kind }) => kind).sort()).toEqual([
      'name',
      'number',
      'store',
      'tier',
      'validThrough',
    ]);
    expect(design.back.elements.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['code128', 'qr', 'text']));
  });

  it('gold looks gold', () => {
    expect([shipped.front.background, shipped.front.backgroundTo]).toEqual(['#f6e7b4', '#e7cd79']);
    expect(defaultDesign({ code: 'v3', name: '钻石卡' }).front).toEqual(
      defaultDesign({ code: 'diamond', name: '' }).front,
    );
  });
});

describe('an element', () => {
  it('lies 1 mm inside, to the thousandth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: cardWidth }),
        fc.integer({ min: 0, max: cardHeight }),
        fc.integer({ min: 1000, max: cardWidth }),
        fc.integer({ min: 1000, max: cardHeight }),
        (x, y, width, height) => {
          const inside = x >= cardMargin && y >= cardMargin && x + width <= 84_600 && y + height <= 52_980;
          expect(isInside({ x, y, width, height })).toBe(inside);
        },
      ),
    );
  });

  it.each([
    [{ x: 999 }, false],
    [{ x: 1000 }, true],
    [{ y: 999 }, false],
    [{ y: 1000 }, true],
    [{ x: 1000, width: 83_600 }, true],
    [{ x: 1000, width: 83_601 }, false],
    [{ y: 1000, height: 51_980 }, true],
    [{ y: 1000, height: 51_981 }, false],
  ] as const)('%j is taken: %s', async (change, taken) => {
    const store = await openTestStore();
    const save = store.call('printing.saveTemplate', { tier: 'gold', version: 0, design: withElement(change) });
    expect(await refusal(save)).toEqual(
      taken ? { code: 'TAKEN' } : { code: 'VALIDATION', fields: ['design.front.elements.0: element-outside'] },
    );
  });

  it('may lie over another', async () => {
    const { call } = await openTestStore();
    const [, second] = shipped.front.elements;
    const design = withElement({ x: (second?.x ?? 0) - 20_000, y: second?.y ?? 0 });
    expect(await refusal(call('printing.saveTemplate', { tier: 'gold', version: 0, design }))).toEqual({
      code: 'TAKEN',
    });
  });

  it.each([
    [{ image: 'javascript:alert(1)' }, 'image-invalid'],
    [{ image: 'data:image/svg+xml;base64,AAAA' }, 'image-invalid'],
    [{ colour: 'red' }, 'colour-invalid'],
    [{ colour: '#FFF' }, 'colour-invalid'],
  ])('%j is refused: %s', async (change, reason) => {
    const { call } = await openTestStore();
    const said = await refusal(
      call('printing.saveTemplate', { tier: 'gold', version: 0, design: withElement(change) }),
    );
    expect(said.code).toBe('VALIDATION');
    expect(said.fields?.[0]).toContain(reason);
  });
});

describe('templates', () => {
  it('a tier has the shipped one until the store saves its own, and again once that is reset', async () => {
    const { call } = await openTestStore();
    const ofGold = async () =>
      (await call('printing.templates')).rows.find((row: { tier: string }) => row.tier === 'gold');
    expect(await ofGold()).toMatchObject({ id: null, version: 0, tierName: '金卡', design: shipped });

    const design = withElement({ x: 7_000 });
    expect(await call('printing.saveTemplate', { tier: 'gold', version: 0, design })).toEqual({ version: 1 });
    expect(await ofGold()).toMatchObject({ version: 1, design });
    const later = withElement({ x: 8_000 });
    expect(await call('printing.saveTemplate', { tier: 'gold', version: 1, design: later })).toEqual({ version: 2 });

    await call('printing.resetTemplate', { tier: 'gold', version: 2 });
    expect(await ofGold()).toMatchObject({ id: null, version: 0, design: shipped });
    expect(await call('printing.saveTemplate', { tier: 'gold', version: 0, design })).toEqual({ version: 1 });
  });

  it('what somebody else saved meanwhile is not written over', async () => {
    const { call } = await openTestStore();
    const conflict = { code: 'CONFLICT', reason: 'changed-meanwhile' };
    const save = (version: number) => call('printing.saveTemplate', { tier: 'gold', version, design: shipped });
    expect(await refusal(save(1))).toEqual(conflict);
    await save(0);
    expect(await refusal(save(0))).toEqual(conflict);
    expect(await refusal(call('printing.resetTemplate', { tier: 'gold', version: 2 }))).toEqual(conflict);
    await call('printing.resetTemplate', { tier: 'gold', version: 1 });
    expect(await refusal(call('printing.resetTemplate', { tier: 'gold', version: 1 }))).toEqual(conflict);
  });

  it('are of tiers that there are', async () => {
    const { call } = await openTestStore();
    const save = call('printing.saveTemplate', { tier: 'platinum', version: 0, design: shipped });
    expect(await refusal(save)).toEqual({ code: 'VALIDATION', fields: ['tier: tier-unknown'] });
  });
});

describe('cards', () => {
  it('say what they print as, in the order asked for', async () => {
    const store = await openTestStore();
    const one = await join(store, '王晓梅');
    const two = await join(store, '阿卜杜拉·买买提', 'diamond');
    const { cards, designs } = await store.call('printing.cards', { cardIds: [two.cardId, one.cardId] });
    expect(cards).toMatchObject([
      { number: two.cardNumber, holder: '阿卜杜拉·买买提', tier: 'diamond', tierName: '钻石卡' },
      { number: one.cardNumber, holder: '王晓梅', tier: 'gold', tierName: '金卡', validThrough: '2027-11-21' },
    ]);
    expect(designs.map((row: { tier: string }) => row.tier)).toEqual(['diamond', 'gold']);
    const unknown = store.call('printing.cards', { cardIds: [one.cardId, crypto.randomUUID()] });
    expect(await refusal(unknown)).toEqual({ code: 'NOT_FOUND', reason: 'card-not-found' });
  });

  it('wait for the printer from when they are issued until they are printed', async () => {
    const store = await openTestStore();
    const one = await join(store, '王晓梅');
    store.clock.now += 60_000;
    const two = await join(store, '李雷');
    expect(await waiting(store)).toEqual([one.cardNumber, two.cardNumber]);
    await store.call('printing.record', { document: 'card', cardIds: [one.cardId] });
    expect(await waiting(store)).toEqual([two.cardNumber]);
    expect((await store.call('printing.queue')).count).toBe(1);
  });

  it('wait no more once they are lost or replaced; the new one waits', async () => {
    const store = await openTestStore();
    const one = await join(store, '王晓梅');
    const { version } = (await store.call('members.get', { id: one.membershipId })).cards[0];
    const state = { cardId: one.cardId, version, state: 'lost', reason: '钱包丢了' };
    const lost = await store.call('members.setCardState', state);
    expect(await waiting(store)).toEqual([]);
    const again = await store.call('members.replaceCard', {
      cardId: one.cardId,
      version: lost.version,
      reason: '挂失补卡',
    });
    expect(await waiting(store)).toEqual([again.cardNumber]);
    expect(await refusal(store.call('printing.record', { document: 'card', cardIds: [one.cardId] }))).toEqual({
      code: 'CONFLICT',
      reason: 'card-not-printable',
    });
  });
});

describe('the print log', () => {
  it('knows who printed what; a card printed before wants a reason', async () => {
    const store = await openTestStore();
    const { call } = store;
    const one = await join(store, '王晓梅');
    const two = await join(store, '李雷');
    const printer = await call('printing.savePrinter', { version: 0, name: '前台', offsetXUm: 300, offsetYUm: -200 });
    const card = { document: 'card', cardIds: [one.cardId, one.cardId] };
    await call('printing.record', { ...card, printerId: printer.id }, staffAs('reception'));
    const again = { document: 'card', cardIds: [two.cardId, one.cardId] };
    expect(await refusal(call('printing.record', again))).toEqual({
      code: 'VALIDATION',
      fields: ['reason: reprint-reason'],
    });
    expect(await waiting(store)).toEqual([two.cardNumber]);
    store.clock.now += 1000;
    await call('printing.record', { ...again, reason: '卡纸' });

    const { rows } = await call('printing.log', {});
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({
      document: 'card',
      what: one.cardNumber,
      holder: '王晓梅',
      printer: '前台',
      byName: 'reception',
      reason: null,
    });
    const ofCard = await call('printing.log', { cardId: one.cardId });
    expect(ofCard.rows.map((row: { reason: string | null }) => row.reason)).toEqual(['卡纸', null]);
  });

  it('goes on page by page', async () => {
    const store = await openTestStore();
    const { call } = store;
    const { membershipId } = await join(store, '王晓梅');
    for (let at = 0; at < 5; at++) {
      await call('printing.record', { document: at % 2 ? 'statementA5' : 'calibration', membershipId });
      if (at % 2) store.clock.now += 1000;
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call('printing.log', { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.rows.map((row: { id: string }) => row.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect(await refusal(call('printing.log', { cursor: 'x' }))).toMatchObject({ code: 'VALIDATION' });
  });

  it('the same request is on record once', async () => {
    const store = await openTestStore();
    const { cardId } = await join(store, '王晓梅');
    const input = { document: 'card', cardIds: [cardId], requestId: crypto.randomUUID() };
    expect(await store.call('printing.record', input)).toEqual(await store.call('printing.record', input));
    expect((await store.call('printing.log', {})).rows).toHaveLength(1);
  });

  it.each([
    [{ document: 'card' }, 'cardIds: required'],
    [{ document: 'slip' }, 'voucherIds: required'],
    [{ document: 'statementA5' }, 'membershipId: required'],
  ])('%j names what it prints', async (input, field) => {
    const { call } = await openTestStore();
    expect(await refusal(call('printing.record', input))).toEqual({ code: 'VALIDATION', fields: [field] });
  });

  it.each([
    ['card', { cardIds: [crypto.randomUUID()] }, 'card-not-found'],
    ['slip', { voucherIds: [crypto.randomUUID()] }, 'voucher-not-found'],
    ['statement80', { membershipId: crypto.randomUUID() }, 'membership-not-found'],
    ['calibration', { printerId: crypto.randomUUID() }, 'printer-not-found'],
  ])('%s of something that is not there is refused', async (document, what, reason) => {
    const { call } = await openTestStore();
    expect(await refusal(call('printing.record', { document, ...what }))).toEqual({ code: 'NOT_FOUND', reason });
    expect((await call('printing.log', {})).rows).toEqual([]);
  });
});

describe('printers', () => {
  it('have offsets of their own, and a name', async () => {
    const { call } = await openTestStore();
    const made = await call('printing.savePrinter', { version: 0, name: '前台', offsetXUm: 0, offsetYUm: 0 });
    const saved = await call('printing.savePrinter', { ...made, name: '前台', offsetXUm: -1500, offsetYUm: 250 });
    expect((await call('printing.printers')).rows).toEqual([
      { id: made.id, version: saved.version, name: '前台', offsetXUm: -1500, offsetYUm: 250 },
    ]);
    const twice = call('printing.savePrinter', { version: 0, name: '前台', offsetXUm: 0, offsetYUm: 0 });
    expect(await refusal(twice)).toEqual({ code: 'CONFLICT', reason: 'printer-name-taken' });
    const stale = call('printing.savePrinter', { ...made, name: '后台', offsetXUm: 0, offsetYUm: 0 });
    expect(await refusal(stale)).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    await call('printing.removePrinter', { id: made.id, version: saved.version });
    expect((await call('printing.printers')).rows).toEqual([]);
    await call('printing.savePrinter', { version: 0, name: '前台', offsetXUm: 0, offsetYUm: 0 });
  });
});

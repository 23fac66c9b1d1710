import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { admin, openTestStore, refusal } from './openTestStore.ts';

const openSales = async () => {
  const test = await openTestStore();
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const ownerId: string = (await test.call('store.setup', setup)).staffId;
  const wish = {
    name: '李敏',
    phones: [{ number: '13900139000' }],
    models: ['ID.4 CROZZ', '途观L'],
    budgetFromFen: 15_000_000,
    budgetToFen: 20_000_000,
    source: '车展',
    next: { what: '约试驾', day: '2026-11-24', ownerId },
  };
  const add = (input: object = {}) => test.call('prospects.add', { ...wish, ...input });
  const get = async (id: string) => (await test.call('prospects.get', { id })).prospect;
  const list = (filter: object = {}, more: object = {}) => test.call('prospects.list', { filter, ...more });
  return { ...test, ownerId, add, get, list };
};

describe('a prospect', () => {
  it('is a customer of that stage with what was looked at, for how much, and what comes next', async () => {
    const { add, get, call } = await openSales();
    const drive = { day: '2026-11-20', model: 'ID.4 CROZZ', remark: '觉得悬架偏硬' };
    const { id, customerId } = await add({ testDrive: drive });
    expect(await get(id)).toMatchObject({
      state: 'open',
      customerName: '李敏',
      isNew: true,
      phoneMasked: '139****9000',
      models: ['ID.4 CROZZ', '途观L'],
      budgetToFen: 20_000_000,
      next: { what: '约试驾', day: '2026-11-24', ownerName: '周凯', days: 2 },
      testDrives: 1,
      lastTestDriveDay: '2026-11-20',
      tradeInSignal: false,
    });
    expect((await call('customers.get', { id: customerId })).customer).toMatchObject({
      stage: 'prospect',
      source: '车展',
    });
    expect((await call('customers.list', { filter: { stage: 'prospect' } })).total).toBe(1);
    expect((await call('prospects.ofCustomer', { customerId })).rows).toHaveLength(1);
    expect(await call('prospects.facets')).toEqual({ models: ['ID.4 CROZZ', '途观L'], sources: ['车展'] });
  });

  it('becomes a customer at purchase without anything typed again', async () => {
    const { add, get, call, dataDir } = await openSales();
    const { id, customerId } = await add({ wechat: 'limin88' });
    const before = await call('customers.get', { id: customerId });
    const bought = await call('prospects.convert', {
      id,
      version: 1,
      vehicle: { vin: '1M8GDM9AXKP042788', series: 'ID.4 CROZZ', deliveryDay: '2026-11-28' },
    });
    const after = await call('customers.get', { id: customerId });
    expect(after.customer).toMatchObject({ name: '李敏', wechat: 'limin88', source: '车展', stage: 'current' });
    expect(after.phones).toEqual(before.phones);
    expect(after.vehicles).toEqual([
      expect.objectContaining({
        id: bought.vehicleId,
        vin: '1M8GDM9AXKP042788',
        purchaseDay: '2026-11-22',
        deliveryDay: '2026-11-28',
        purchasedHere: true,
      }),
    ]);
    expect(await get(id)).toMatchObject({
      state: 'bought',
      closedDay: '2026-11-22',
      vehicleId: bought.vehicleId,
      next: null,
    });
    expect((await call('customers.search', { q: '42788' })).hits[0].id).toBe(customerId);
    expect(await refusal(call('prospects.convert', { id, version: 2, vehicle: { series: 'x' } }))).toEqual({
      code: 'CONFLICT',
      reason: 'prospect-bought',
    });
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it('whose purchase fails stays what it was, wholly', async () => {
    const { add, get, call } = await openSales();
    await call('customers.add', { name: '王伟', vehicle: { vin: '1M8GDM9AXKP042788' } });
    const { id, customerId } = await add();
    const convert = (vehicle: object) => refusal(call('prospects.convert', { id, version: 1, vehicle }));
    expect((await convert({ vin: '1M8GDM9AXKP042788' })).reason).toBe('vin-known');
    expect((await convert({ series: 'x', purchaseDay: '2026-11-23' })).fields).toEqual([
      'vehicle.purchaseDay: day-future',
    ]);
    expect((await convert({})).fields).toEqual(['vehicle.plate: vehicle-empty']);
    expect(await get(id)).toMatchObject({ state: 'open', version: 1 });
    expect((await call('customers.get', { id: customerId })).customer.stage).toBe('prospect');
  });

  it('may be an owner who looks for another car; the old one is a signal', async () => {
    const { add, get, call } = await openSales();
    const { id: customerId, vehicleId } = await call('customers.add', { name: '王伟', vehicle: { plate: '京A3K927' } });
    const facts = { id: vehicleId, plate: '京A3K927', series: '朗逸' };
    await call('vehicles.update', { ...facts, version: 1, deliveryDay: '2021-11-23' });
    const { id } = await add({ customerId });
    expect(await get(id)).toMatchObject({ isNew: false, tradeInSignal: false, customerName: '王伟' });
    await call('vehicles.update', { ...facts, version: 2, deliveryDay: '2021-11-22' });
    expect(await get(id)).toMatchObject({ tradeInSignal: true });
    expect(await refusal(add({ customerId }))).toMatchObject({ code: 'CONFLICT', reason: 'prospect-open' });
    await call('prospects.convert', { id, version: 1, vehicle: { series: '途观L' } });
    expect((await call('customers.get', { id: customerId })).customer.stage).toBe('current');
  });

  it('is followed up: the result is a note, the next step replaces the last', async () => {
    const { add, get, call, ownerId } = await openSales();
    const { id, customerId } = await add();
    const next = { what: '送报价', day: '2026-11-26', ownerId };
    const { models, source } = await get(id);
    await call('prospects.update', { id, version: 1, models, source, note: '要白色', result: '已接通，周四来', next });
    expect(await get(id)).toMatchObject({ version: 2, note: '要白色', next: { what: '送报价', days: 4 } });
    const { items } = await call('customers.timeline', { id: customerId, kinds: ['note'] });
    expect(items[0].text).toBe('约试驾：已接通，周四来');
    const stale = await call('prospects.update', { id, version: 1, result: 'x' }).catch((error: unknown) => error);
    expect(stale).toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', current: { version: 2 } } });
    const [done] = (await call('changes.recent', {}, admin)).rows;
    expect(done).toMatchObject({ kind: 'prospect', name: '李敏' });
    await call('changes.undo', { command: done.command });
    expect(await get(id)).toMatchObject({ note: null, next: { what: '约试驾', day: '2026-11-24' } });
    expect((await call('customers.timeline', { id: customerId, kinds: ['note'] })).items).toEqual([]);
  });

  it('that was lost stays lost where another was opened since', async () => {
    const { add, get, call } = await openSales();
    const { id, customerId } = await add();
    await call('prospects.lose', { id, version: 1, reason: '买了竞品' });
    const [lost] = (await call('changes.recent')).rows;
    await add({ customerId });
    expect(await refusal(call('changes.undo', { command: lost.command }))).toMatchObject({ reason: 'prospect-open' });
    expect((await get(id)).state).toBe('lost');
  });

  it('is lost with a reason, and can be taken up again', async () => {
    const { add, get, call, list } = await openSales();
    const { id } = await add();
    await call('prospects.lose', { id, version: 1, reason: '买了竞品' });
    expect(await get(id)).toMatchObject({ state: 'lost', lostReason: '买了竞品', closedDay: '2026-11-22' });
    expect((await list()).rows).toEqual([]);
    expect((await list({ state: 'lost' })).rows).toHaveLength(1);
    await call('prospects.reopen', { id, version: 2 });
    expect(await get(id)).toMatchObject({ state: 'open', lostReason: null, closedDay: null });
  });

  it('refuses budgets upside down, drives ahead of time, people who are not there', async () => {
    const { add, call } = await openSales();
    expect((await refusal(add({ budgetToFen: 1 }))).fields).toEqual(['budgetToFen: budget-reversed']);
    expect((await refusal(add({ name: ' ' }))).fields).toEqual(['name: name-missing']);
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect((await refusal(add({ next: { what: 'x', day: '2026-11-24', ownerId: nobody } }))).fields).toEqual([
      'next.ownerId: staff-not-found',
    ]);
    const { id } = await add();
    expect((await refusal(call('prospects.addTestDrive', { id, day: '2026-11-23', model: 'x' }))).fields).toEqual([
      'day: day-future',
    ]);
    expect((await call('customers.list')).total).toBe(1);
  });
});

describe('the list of prospects', () => {
  it('shows whose next step is due first, filters, counts and pages', async () => {
    const { add, list, call, ownerId } = await openSales();
    const phones = (n: number) => [{ number: `1390013900${n}` }];
    const days = ['2026-11-25', '2026-11-21', '2026-11-22', null];
    for (const [n, day] of days.entries()) {
      const next = day ? { what: '回访', day, ownerId: n === 2 ? ownerId : null } : null;
      await add({
        name: `顾客${'甲乙丙丁'[n]}`,
        phones: phones(n),
        next,
        models: [n % 2 ? '朗逸' : '途观L'],
        tradeIn: n === 0,
      });
    }
    const { id: bare } = await call('customers.add', { name: '赵丽', stage: 'prospect' });
    const all = await list();
    expect(all.rows.map((row: { customerName: string }) => row.customerName)).toEqual([
      '顾客乙',
      '顾客丙',
      '顾客甲',
      '顾客丁',
    ]);
    expect(all).toMatchObject({ total: 4, counts: { open: 4, due: 1, overdue: 1, noNext: 1 }, withoutFile: 1 });
    const names = async (filter: object) =>
      (await list(filter)).rows.map((row: { customerName: string }) => row.customerName).join();
    expect(await names({ nextBy: '2026-11-22' })).toBe('顾客乙,顾客丙');
    expect(await names({ noNext: true })).toBe('顾客丁');
    expect(await names({ ownerId })).toBe('顾客丙');
    expect(await names({ model: '朗逸' })).toBe('顾客乙,顾客丁');
    expect(await names({ tradeIn: true })).toBe('顾客甲');
    expect(await names({ q: '丙' })).toBe('顾客丙');
    expect(await names({ q: '9003' })).toBe('顾客丁');
    expect(await names({ q: 'gukeyi' })).toBe('顾客乙');
    expect(await names({ priceFen: 20_000_001 })).toBe('');
    expect(await names({ source: '网络' })).toBe('');
    for (const sort of ['next', 'recent']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { rows: { id: string }[]; next: string | null } = await list(
          {},
          { sort, limit: 1, ...(cursor ? { cursor } : {}) },
        );
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual((await list({}, { sort })).rows.map((row: { id: string }) => row.id));
    }
    expect((await refusal(list({}, { cursor: 'x' }))).fields).toEqual(['cursor: cursor-invalid']);
    await add({ customerId: bare });
    expect((await list()).withoutFile).toBe(0);
  });
});

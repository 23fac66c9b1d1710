import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { dayMs, hour } from './complaintDesk.ts';
import { openDeliveryDesk } from './deliveryDesk.ts';

const items = defaultSettings.deliveryChecklist.map(({ code }) => code);

describe('a delivery', () => {
  it('files the car, goes on and back, and says what happened when', async () => {
    const { plan, page, deed, board, clock } = await openDeliveryDesk();
    const id = await plan();
    expect(await page(id)).toMatchObject({
      step: 'inspection',
      name: '苏晓',
      phoneMasked: '139****1234',
      model: '奇骏',
      color: '珠光白',
      plannedDay: '2026-11-25',
      plannedTime: '10:00',
      late: false,
      interests: ['自驾', '摄影'],
      checks: { done: 0, of: items.length },
    });
    clock.now += hour;
    await deed(id, 'move', { to: 'pdi' });
    clock.now += hour;
    await deed(id, 'move', { to: 'transport', note: '运输单漏了' });
    const { history, stepAt } = await page(id);
    expect(history.map(({ step, note }) => [step, note])).toEqual([
      ['transport', '运输单漏了'],
      ['pdi', null],
      ['inspection', null],
    ]);
    expect(stepAt).toBe(clock.now);
    // where it stands already nothing is written
    await deed(id, 'move', { to: 'transport' });
    expect((await page(id)).history).toHaveLength(3);
    clock.now += 4 * dayMs;
    expect(await board()).toMatchObject([{ id, late: true }]);
  });

  it('stands on the board by its day, and a week longer once it was delivered', async () => {
    const { plan, deed, board, past, call, clock } = await openDeliveryDesk();
    const other = (await call('customers.add', { name: '李敏', phones: [{ number: '13900139000' }] })).id;
    const undated = await plan({ plannedDay: null, plannedTime: null });
    const soon = await plan({ customerId: other, vehicle: { series: '天籁' }, plannedDay: '2026-11-22' });
    const later = await plan({ customerId: other, vehicle: { series: '轩逸' }, plannedDay: '2026-11-30' });
    expect((await board()).map(({ id }) => id)).toEqual([soon, later, undated]);
    expect((await call('deliveries.board')).counts).toEqual({ open: 3, late: 0, today: 1 });
    await deed(soon, 'deliver', { note: '客户自办' });
    expect((await board()).map(({ id }) => id)).toEqual([later, undated, soon]);
    clock.now += 6 * dayMs;
    expect((await board()).map(({ id }) => id)).toContain(soon);
    clock.now += dayMs;
    expect((await board()).map(({ id }) => id)).not.toContain(soon);
    expect(await past()).toEqual([soon]);
    await deed(later, 'cancel', { reason: '客户退订' });
    expect(await past()).toEqual([later, soon]);
    expect(await past({ limit: 1 })).toEqual([later]);
    const { next } = await call('deliveries.past', { limit: 1 });
    expect(await past({ limit: 1, cursor: next })).toEqual([soon]);
    expect(await past({ q: '天籁' })).toEqual([soon]);
    expect(await past({ q: '0139' })).toEqual([later, soon]);
    expect(await past({ q: '退订' })).toEqual([later]);
    expect(await past({ q: '没有这个词' })).toEqual([]);
  });

  it('keeps what was said of its list, whatever the list becomes', async () => {
    const { plan, page, deed, call, refused } = await openDeliveryDesk();
    const id = await plan();
    await deed(id, 'check', { code: 'tax', state: 'done' });
    await deed(id, 'check', { code: 'plates', state: 'needless' });
    expect((await page(id)).checks).toEqual({ done: 2, of: items.length });
    expect((await page(id)).checklist[0]).toMatchObject({
      code: 'tax',
      name: '购置税',
      state: 'done',
      byName: '管理员',
    });
    await deed(id, 'check', { code: 'plates', state: 'open' });
    expect((await page(id)).checks.done).toBe(1);
    expect(await refused(deed(id, 'check', { code: 'nothing', state: 'done' }))).toBe('code: delivery-check-unknown');
    const list = [
      { code: 'tax', name: '购置税与发票' },
      { code: 'film', name: '贴膜' },
    ];
    await call('settings.update', { values: { deliveryChecklist: list } });
    expect((await page(id)).checklist.map(({ name, state }) => [name, state])).toEqual([
      ['购置税与发票', 'done'],
      ['贴膜', 'open'],
    ]);
    await deed(id, 'deliver', { note: '膜下周贴' });
    await call('settings.update', { values: { deliveryChecklist: [{ code: 'new', name: '新的一项' }] } });
    expect((await page(id)).checklist.map(({ name }) => name)).toEqual(['购置税与发票', '贴膜']);
    expect((await page(id)).checks).toEqual({ done: 1, of: 2 });
  });

  it('is refused where it makes no sense', async () => {
    const { plan, page, deed, refused, call, customerId, vehicle } = await openDeliveryDesk();
    const add = (input: object) => refused(call('deliveries.add', { customerId, ...input }));
    expect(await add({})).toBe('vehicleId: vehicle-missing');
    expect(await add({ vehicle: {} })).toBe('vehicle.plate: vehicle-empty');
    expect(await add({ vehicle, plannedDay: '2026-11-21' })).toBe('plannedDay: day-past');
    expect(await add({ vehicle, adviserId: customerId })).toBe('adviserId: staff-not-found');
    const other = await call('customers.add', { name: '李敏', vehicle: { plate: '京A3K927' } });
    expect(await add({ vehicleId: other.vehicleId })).toBe('vehicleId: vehicle-of-another');
    const id = await plan();
    const { vehicleId } = await page(id);
    expect(await add({ vehicleId })).toBe('delivery-open');
    expect(await add({ vehicle })).toBe('vin-known');
    expect(await refused(deed(id, 'move', { to: 'delivered' }))).toBe('to: invalid-value');
    expect(await refused(call('deliveries.move', { id, version: 9, to: 'pdi' }))).toBe('changed-meanwhile');
    expect(await refused(deed(id, 'deliver'))).toBe('note: checklist-open');
    await deed(id, 'deliver', { note: '急用车' });
    for (const [verb, input] of [
      ['update', {}],
      ['move', { to: 'pdi' }],
      ['check', { code: 'tax', state: 'done' }],
      ['deliver', { note: '再来' }],
      ['cancel', { reason: '再来' }],
      ['reopen', {}],
    ] as const) {
      expect(await refused(deed(id, verb, input))).toBe('delivery-ended');
    }
    expect(await add({ vehicleId })).toBe('vehicle-delivered');
  });

  it('takes what was planned as it is', async () => {
    const { plan, page, deed, clock } = await openDeliveryDesk();
    const id = await plan();
    clock.now += 5 * dayMs;
    // the day has passed, and is not asked again
    await deed(id, 'update', { plannedDay: '2026-11-25', plannedTime: '15:30', ceremony: '露营灯', note: '贴膜' });
    expect(await page(id)).toMatchObject({ plannedTime: '15:30', ceremony: '露营灯', note: '贴膜', late: true });
    await deed(id, 'update', { plannedTime: '15:30' });
    expect(await page(id)).toMatchObject({ plannedDay: null, plannedTime: null, ceremony: null, late: false });
  });

  it('is cancelled with a reason, and taken up again while nothing took its place', async () => {
    const { plan, page, deed, refused, board } = await openDeliveryDesk();
    const id = await plan();
    await deed(id, 'move', { to: 'preparation' });
    expect(await refused(deed(id, 'reopen'))).toBe('delivery-open');
    await deed(id, 'cancel', { reason: '客户退订' });
    expect(await page(id)).toMatchObject({ cancelReason: '客户退订', step: 'preparation' });
    expect(await board()).toEqual([]);
    await deed(id, 'reopen');
    expect(await page(id)).toMatchObject({ cancelledAt: null, cancelReason: null, step: 'preparation' });
    await deed(id, 'cancel', { reason: '客户退订' });
    const { vehicleId } = await page(id);
    await plan({ vehicle: null, vehicleId });
    expect(await refused(deed(id, 'reopen'))).toBe('delivery-open');
  });
});

describe('what is around a delivery', () => {
  it('keeps customer and car from being removed', async () => {
    const { plan, page, deed, call, customerId, refused } = await openDeliveryDesk();
    const id = await plan();
    const { vehicleId } = await page(id);
    const { version } = (await call('customers.get', { id: customerId })).customer;
    expect(await refused(call('customers.remove', { id: customerId, version, reason: '打错了' }))).toBe(
      'customer-has-delivery',
    );
    expect(await refused(call('vehicles.remove', { id: vehicleId, version: 1, reason: '打错了' }))).toBe(
      'vehicle-has-delivery',
    );
    // given to somebody else meanwhile
    const other = (await call('customers.add', { name: '李敏' })).id;
    await call('vehicles.transfer', { id: vehicleId, version: 1, toCustomerId: other, day: '2026-11-22' });
    expect(await refused(deed(id, 'deliver', { note: '急用车' }))).toBe('delivery-vehicle-gone');
  });

  it('goes with a merged customer, and with what an adviser hands over', async () => {
    const { plan, page, deed, call, customerId, managerId } = await openDeliveryDesk();
    const leaving = (
      await call('staff.add', { name: 'zhao', displayName: '赵强', role: 'service', password: 'Hx7-kd92-qq' })
    ).id;
    const id = await plan({ adviserId: leaving });
    expect(await call('handover.preview', { fromStaffId: leaving })).toMatchObject({ deliveries: 1 });
    await call('handover.run', { fromStaffId: leaving, toStaffIds: [managerId] });
    expect((await page(id)).adviserName).toBe('周凯');
    const keep = (await call('customers.add', { name: '苏小', phones: [{ number: '13900001235' }] })).id;
    const dropVersion = (await call('customers.get', { id: customerId })).customer.version;
    const merged = await call('duplicates.merge', { keepId: keep, dropId: customerId, keepVersion: 1, dropVersion });
    expect((await page(id)).customerId).toBe(keep);
    await call('changes.undo', { command: merged.command });
    expect((await page(id)).customerId).toBe(customerId);
    await deed(id, 'move', { to: 'pdi' });
  });

  it('is found by the purchase of a prospect', async () => {
    const { call, page } = await openDeliveryDesk();
    const wish = await call('prospects.add', { name: '郑凯文', phones: [{ number: '13700005678' }], models: ['天籁'] });
    const bought = await call('prospects.convert', {
      id: wish.id,
      version: 1,
      vehicle: { series: '天籁', deliveryDay: '2026-11-28' },
    });
    const { id } = await call('deliveries.add', { customerId: wish.customerId, vehicleId: bought.vehicleId });
    expect(await page(id)).toMatchObject({ prospectId: wish.id, vehicleId: bought.vehicleId });
    expect((await call('deliveries.ofCustomer', { customerId: wish.customerId })).rows).toMatchObject([{ id }]);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayMs, hour } from './complaintDesk.ts';
import { openDeliveryDesk } from './deliveryDesk.ts';
import { today } from './taskDesk.ts';

const firstCall = '交车致谢首次电话';

describe('the handover of a car', () => {
  it('makes the day, the owner and the terms of the letter and the first call', async () => {
    const { plan, deed, page, facts, only, found, clock } = await openDeliveryDesk();
    const ruleId = only(firstCall);
    const id = await plan();
    expect(await facts()).toMatchObject({ deliveryDay: null });
    const at = clock.now - 2 * hour;
    await deed(id, 'deliver', { at, note: '客户自己上牌' });
    expect(await page(id)).toMatchObject({ step: 'delivered', deliveredAt: at, late: false });
    expect((await page(id)).history[0]).toMatchObject({ step: 'delivered', at, note: '客户自己上牌' });
    expect(await facts()).toEqual({ deliveryDay: today, purchasedHere: true, stage: 'current' });
    const [call] = await found(ruleId);
    expect(call).toMatchObject({ occasionDay: today, dueAt: at + 24 * hour });
  });

  it('that was handed over yesterday evening runs from then', async () => {
    const { plan, deed, only, found, clock } = await openDeliveryDesk();
    const ruleId = only(firstCall);
    const id = await plan();
    const at = clock.now - 15 * hour;
    await deed(id, 'deliver', { at, note: '急用车' });
    expect(await found(ruleId)).toMatchObject([{ occasionDay: '2026-11-21', dueAt: at + 24 * hour }]);
  });

  it('of which only the day is known runs from six in the evening; a day that was corrected counts by itself', async () => {
    const { plan, page, deed, only, found, car, clock } = await openDeliveryDesk();
    const ruleId = only(firstCall);
    const id = await plan();
    await deed(id, 'deliver', { at: clock.now - dayMs, note: '急用车' });
    const { vehicleId } = await page(id);
    car(vehicleId ?? '', { deliveryDay: today });
    const six = Date.UTC(2026, 10, 22, 10);
    expect(await found(ruleId)).toMatchObject([{ occasionDay: today, dueAt: six + 24 * hour }]);
  });

  it('is not told of a car that is still on its way, though its day has come', async () => {
    const { call, deed, only, found } = await openDeliveryDesk();
    const ruleId = only(firstCall);
    const wish = await call('prospects.add', { name: '郑凯文', phones: [{ number: '13700005678' }] });
    const { vehicleId } = await call('prospects.convert', {
      id: wish.id,
      version: 1,
      vehicle: { series: '天籁', deliveryDay: today },
    });
    expect(await found(ruleId)).toHaveLength(1);
    const { id } = await call('deliveries.add', { customerId: wish.customerId, vehicleId });
    expect(await found(ruleId)).toEqual([]);
    await deed(id, 'cancel', { reason: '已在门口交给客户' });
    expect(await found(ruleId)).toHaveLength(1);
  });

  it('cannot lie ahead, nor long ago', async () => {
    const { plan, deed, refused, clock } = await openDeliveryDesk();
    const id = await plan();
    const note = '急用车';
    expect(await refused(deed(id, 'deliver', { at: clock.now + 1, note }))).toBe('at: delivery-ahead');
    expect(await refused(deed(id, 'deliver', { at: clock.now - 31 * dayMs, note }))).toBe('at: delivery-too-long-ago');
    await deed(id, 'deliver', { at: clock.now - 30 * dayMs, note });
  });
});

describe('undo', () => {
  it('takes a handover back whole: the day, the stage, the step', async () => {
    const { call, board, page, deed, undo, found, only } = await openDeliveryDesk();
    const ruleId = only(firstCall);
    const wish = await call('customers.add', {
      name: '郑凯文',
      stage: 'prospect',
      phones: [{ number: '13700005678' }],
    });
    const { id, vehicleId } = await call('deliveries.add', {
      customerId: wish.id,
      vehicle: { series: '天籁' },
      step: 'preparation',
    });
    const stage = async () => (await call('customers.get', { id: wish.id })).customer.stage;
    const day = async () => (await call('vehicles.get', { id: vehicleId })).vehicle.deliveryDay;
    expect([await stage(), await day()]).toEqual(['prospect', null]);
    await deed(id, 'deliver', { note: '急用车' });
    expect([await stage(), await day()]).toEqual(['current', today]);
    expect(await found(ruleId)).toHaveLength(1);
    await undo();
    expect([await stage(), await day()]).toEqual(['prospect', null]);
    expect(await page(id)).toMatchObject({ step: 'preparation', deliveredAt: null });
    expect((await page(id)).history).toHaveLength(1);
    expect(await found(ruleId)).toEqual([]);
    await undo();
    expect(await board()).toEqual([]);
    expect((await call('customers.get', { id: wish.id })).vehicles).toEqual([]);
  });

  it('and a handover after it on the same day: the letter and the call are there again, once', async () => {
    const { plan, deed, undo, only, round, tasks, clock } = await openDeliveryDesk();
    only(firstCall);
    const id = await plan();
    const open = () => tasks("t.state = 'open'").map(({ dueAt }) => dueAt);
    await deed(id, 'deliver', { note: '急用车' });
    await round();
    expect(open()).toEqual([clock.now + 24 * hour]);
    await undo();
    await round();
    expect(open()).toEqual([]);
    clock.now += hour;
    await deed(id, 'deliver', { note: '急用车' });
    await round();
    expect(open()).toEqual([clock.now + 24 * hour]);
    await undo();
    await round();
    expect(open()).toEqual([]);
    expect(tasks()).toHaveLength(1);
  });

  it('takes each deed back, and leaves a car on the board once', async () => {
    const { plan, page, deed, undo, refused, call } = await openDeliveryDesk();
    const id = await plan();
    await deed(id, 'move', { to: 'pdi' });
    await deed(id, 'check', { code: 'tax', state: 'done' });
    await deed(id, 'update', { plannedDay: '2026-11-30' });
    await undo();
    expect(await page(id)).toMatchObject({ plannedDay: '2026-11-25', plannedTime: '10:00' });
    await undo();
    expect((await page(id)).checks.done).toBe(0);
    await undo();
    expect(await page(id)).toMatchObject({ step: 'inspection' });
    expect((await page(id)).history).toHaveLength(1);
    await deed(id, 'cancel', { reason: '客户退订' });
    const [cancelled] = (await call('changes.recent', { limit: 1 })).rows;
    const { vehicleId } = await page(id);
    await plan({ vehicle: null, vehicleId });
    expect(await refused(call('changes.undo', { command: cancelled.command }))).toBe('delivery-open');
  });

  it('brings no cancelled delivery back of a car that was handed over since, or is somebody else’s', async () => {
    const { plan, page, deed, refused, call } = await openDeliveryDesk();
    const cancel = async (id: string): Promise<number> => {
      await deed(id, 'cancel', { reason: '客户退订' });
      return (await call('changes.recent', { limit: 1 })).rows[0].command;
    };
    const first = await plan();
    const command = await cancel(first);
    const { vehicleId } = await page(first);
    const second = await plan({ vehicle: null, vehicleId });
    await deed(second, 'deliver', { note: '急用车' });
    expect(await refused(call('changes.undo', { command }))).toBe('vehicle-delivered');
    const given = await plan({ vehicle: { series: '轩逸' } });
    const gone = await cancel(given);
    const { id: other } = await call('customers.add', { name: '李敏' });
    const car = (await page(given)).vehicleId;
    await call('vehicles.transfer', { id: car, version: 1, toCustomerId: other, day: today });
    expect(await refused(call('changes.undo', { command: gone }))).toBe('delivery-vehicle-gone');
  });

  it('takes no delivery off the board that has photos', async () => {
    const { plan, page, refused, call } = await openDeliveryDesk();
    const id = await plan();
    const { command } = (await call('changes.recent', { limit: 1 })).rows[0];
    const photo = { name: 'PDI.jpg', kind: 'image', mime: 'image/jpeg', bytes: 3, digest: 'a'.repeat(64) };
    const photoId = randomUUID();
    await call('attachments.record', { id: photoId, subject: 'delivery', subjectId: id, ...photo });
    expect((await page(id)).photos).toBe(1);
    expect(await refused(call('changes.undo', { command }))).toBe('undo-built-on');
    await call('attachments.remove', { id: photoId, version: 1 });
    await call('changes.undo', { command });
    expect(await refused(page(id))).toBe('delivery-not-found');
  });
});

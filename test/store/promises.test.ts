import { describe, expect, it } from 'vitest';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';
import { hour, openComplaintDesk } from './complaintDesk.ts';
import { refusal } from './openTestStore.ts';

const open = async () => {
  const desk = await openComplaintDesk();
  const { call, clock, officerId, officer, customerId } = desk;
  const promise = async (input: object = {}): Promise<string> => {
    const facts = { text: '明天中午前回电', dueAt: clock.now + 2 * hour, ownerId: officerId, customerId };
    return (await call('promises.add', { ...facts, ...input }, officer)).id;
  };
  const promises = (input: object = {}) => call('promises.list', input, officer);
  return { ...desk, promise, promises };
};

describe('a promise', () => {
  it('has an owner and a date, and the earliest comes first', async () => {
    const { promise, promises, clock, managerId, customerId } = await open();
    const later = await promise({ dueAt: clock.now + 5 * hour });
    const sooner = await promise({ ownerId: managerId });
    expect(await promises()).toMatchObject({
      count: 2,
      overdue: 0,
      rows: [
        { id: sooner, ownerName: '周凯', customerName: '王伟', state: 'open', overdue: false, byName: '何静' },
        { id: later, ownerName: '何静' },
      ],
    });
    expect((await promises({ mine: true })).rows).toMatchObject([{ id: later }]);
    clock.now += 3 * hour;
    expect(await promises({ customerId, limit: 1 })).toMatchObject({ count: 2, overdue: 1, rows: [{ overdue: true }] });
  });

  it('is kept, moved, dropped, and each of it taken back', async () => {
    const { promise, promises, call, clock, managerId, officer } = await open();
    const id = await promise();
    const move = { dueAt: clock.now + 9 * hour, ownerId: managerId, note: '客户改约明天' };
    await call('promises.move', { id, version: 1, ...move }, officer);
    expect((await promises()).rows).toMatchObject([{ version: 2, ownerName: '周凯', note: '客户改约明天' }]);
    await call('promises.keep', { id, version: 2, note: '已回电' }, officer);
    expect((await promises()).rows).toEqual([]);
    expect((await promises({ state: 'ended' })).rows).toMatchObject([
      { state: 'kept', endedBy: '何静', endedAt: clock.now, note: '已回电' },
    ]);
    await call('promises.reopen', { id, version: 3 }, officer);
    expect((await promises()).rows).toMatchObject([{ state: 'open', endedAt: null, endedBy: null }]);
    await call('promises.drop', { id, version: 4, note: '客户说不用了' }, officer);
    expect((await promises({ state: 'ended' })).rows).toMatchObject([{ state: 'dropped', note: '客户说不用了' }]);
  });

  it('of a complaint is its customer’s as well and stands on its record', async () => {
    const { promise, promises, add, page, call, officer, customerId } = await open();
    const complaintId = await add();
    const id = await promise({ complaintId, customerId: null });
    expect((await promises({ customerId })).rows).toMatchObject([{ id, complaintNumber: 'T2611-001' }]);
    await call('promises.keep', { id, version: 1 }, officer);
    const found = await page(complaintId);
    expect(found.promises).toMatchObject([{ id, state: 'kept' }]);
    expect(found.events.slice(0, 2)).toMatchObject([
      { kind: 'promise', values: { deed: 'kept', promiseId: id } },
      { kind: 'promise', text: '明天中午前回电', values: { deed: 'made', to: '何静' } },
    ]);
  });

  it('to a stranger is one of the complaint', async () => {
    const { promise, promises, add } = await open();
    const complaintId = await add({ customerId: null, vehicleId: null, strangerName: '赵先生' });
    await promise({ complaintId, customerId: null });
    expect((await promises()).rows).toMatchObject([{ customerId: null, customerName: '赵先生' }]);
  });

  it('is refused with a sentence', async () => {
    const { promise, call, clock, officer } = await open();
    const seen = new Set<string>();
    const fields = async (call: Promise<unknown>) => {
      const found = (await refusal(call)).fields ?? [];
      for (const field of found) seen.add(field.split(': ')[1] ?? '');
      return found;
    };
    const reason = async (call: Promise<unknown>) => {
      const found = (await refusal(call)).reason ?? '';
      seen.add(found);
      return found;
    };
    expect(await fields(promise({ dueAt: clock.now - 1 }))).toEqual(['dueAt: due-past']);
    expect(await fields(promise({ customerId: null }))).toEqual(['customerId: promise-to-nobody']);
    const nobody = '0197a000-0000-7000-8000-000000000000';
    expect(await fields(promise({ ownerId: nobody }))).toEqual(['ownerId: staff-not-found']);
    expect(await reason(promise({ customerId: nobody }))).toBe('customer-not-found');
    expect(await reason(promise({ complaintId: nobody }))).toBe('complaint-not-found');
    const id = await promise();
    const act = (verb: string, version: number, input: object = {}) =>
      call(`promises.${verb}`, { id, version, ...input }, officer);
    expect(await reason(act('reopen', 1))).toBe('promise-open');
    await act('keep', 1);
    expect(await reason(act('keep', 1))).toBe('changed-meanwhile');
    expect(await reason(act('keep', 2))).toBe('promise-ended');
    expect(await reason(act('drop', 2, { note: 'x' }))).toBe('promise-ended');
    expect(await reason(call('promises.keep', { id: nobody, version: 1 }))).toBe('promise-not-found');
    for (const one of seen) expect({ ...errors.reason, ...errors.field }).toHaveProperty([one]);
  });
});

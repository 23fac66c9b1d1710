import { describe, expect, it } from 'vitest';
import { openTestStore, refusal, staffAs, testNow } from './openTestStore.ts';

const plan = { year: 2026, goals: '12 辆公务车全部回店保养', measures: '每月上门取车', reviewDay: '2026-12-10' };

const openFleet = async () => {
  const test = await openTestStore();
  const { id: customerId, vehicleId } = await test.call('customers.add', {
    kind: 'company',
    name: '华北物流有限公司',
    vehicle: { plate: '京A3K927' },
  });
  const visit = (amountFen: number, ago: number) =>
    test.call('visits.add', {
      vehicleId,
      arrivedAt: testNow - ago * 86_400_000,
      lines: [{ category: 'maintenanceLabour', amountFen }],
    });
  const add = (input: object = {}) => test.call('accounts.add', { customerId, ...plan, ...input });
  const get = (id: string) => test.call('accounts.get', { id });
  return { ...test, customerId, vehicleId, visit, add, get };
};

describe('a key account', () => {
  it('has a plan for the year, its spend beside it, and is due for review', async () => {
    const { add, get, visit, call, customerId } = await openFleet();
    await visit(48_000, 10);
    await visit(30_000, 400);
    const { id } = await add();
    expect(await get(id)).toMatchObject({
      customerName: '华北物流有限公司',
      kind: 'company',
      vehicleCount: 1,
      spendFen: 48_000,
      spendBeforeFen: 30_000,
      days: 18,
      review: null,
    });
    const listed = await call('accounts.list', { show: 'due' });
    expect(listed).toMatchObject({ rows: [{ id }], counts: { open: 1, due: 1, overdue: 0, reviewed: 0 } });
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(1);
    const conflict = await refusal(add());
    expect(conflict).toMatchObject({ code: 'CONFLICT', reason: 'account-plan-known' });
    expect((await add({ year: 2027, reviewDay: '2027-12-10' })).version).toBe(1);
    expect((await call('accounts.list', { show: 'due' })).rows).toHaveLength(1);
  });

  it('is reviewed: result, rating and what follows', async () => {
    const { add, get, call, clock } = await openFleet();
    const { id } = await add();
    clock.now += 30 * 86_400_000;
    expect((await call('accounts.list')).counts.overdue).toBe(1);
    const { year: _year, ...facts } = plan;
    const review = { result: '11 辆回店', rating: 'partly', next: '明年签集团协议' };
    const update = (input: object) => call('accounts.update', { id, version: 1, ...facts, ...input });
    expect((await refusal(update({ review: { ...review, day: '2026-12-23' } }))).fields).toEqual([
      'review.day: day-future',
    ]);
    await update({ goals: '12 辆公务车，11 辆回店', review });
    expect(await get(id)).toMatchObject({
      version: 2,
      goals: '12 辆公务车，11 辆回店',
      days: null,
      review: { day: '2026-12-22', result: '11 辆回店', rating: 'partly', next: '明年签集团协议', by: '管理员' },
    });
    expect((await call('accounts.list', { show: 'open' })).rows).toEqual([]);
    expect((await call('accounts.list', { show: 'reviewed' })).rows).toHaveLength(1);
    const stale = await call('accounts.update', { id, version: 1, goals: 'x', reviewDay: '2026-12-10' }).catch(
      (error: unknown) => error,
    );
    expect(stale).toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', current: { version: 2 } } });
    clock.now += 86_400_000;
    await update({ version: 2, measures: '每季度上门取车' });
    expect((await get(id)).review).toMatchObject({ day: '2026-12-22', rating: 'partly' });
    const [facts2, both] = (await call('changes.recent', { limit: 2 })).rows;
    await call('changes.undo', { command: facts2.command });
    await call('changes.undo', { command: both.command });
    expect(await get(id)).toMatchObject({ ...facts, days: -13, review: null });
  });

  it('is proposed to managers: fleets and those who spend, until they have a plan', async () => {
    const { add, visit, call, customerId } = await openFleet();
    const { id: personId, vehicleId } = await call('customers.add', { name: '王伟', vehicle: { plate: '京B66666' } });
    await call('customers.add', { name: '赵丽', vehicle: { plate: '京C66666' } });
    await call('visits.add', { vehicleId, arrivedAt: testNow, lines: [{ category: 'parts', amountFen: 900_000 }] });
    await visit(100, 1);
    const candidates = async () =>
      (await call('accounts.candidates')).rows.map((row: { customerId: string }) => row.customerId);
    expect(await candidates()).toEqual([personId, customerId]);
    await add();
    expect(await candidates()).toEqual([personId]);
    expect((await refusal(call('accounts.candidates', {}, staffAs('reception')))).code).toBe('FORBIDDEN');
  });

  it('that is removed may be planned anew', async () => {
    const { add, call, customerId } = await openFleet();
    const { id } = await add();
    expect((await refusal(call('accounts.remove', { id, version: 1, reason: 'x' }, staffAs('service')))).code).toBe(
      'FORBIDDEN',
    );
    await call('accounts.remove', { id, version: 1, reason: '录错' });
    expect((await refusal(call('accounts.get', { id }))).reason).toBe('account-plan-not-found');
    const [removed] = (await call('changes.recent')).rows;
    await add();
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(1);
    expect((await refusal(call('changes.undo', { command: removed.command }))).reason).toBe('account-plan-known');
  });

  it('is one a year for a customer, but a merge may bring a second, and each can be kept or removed', async () => {
    const { add, call, customerId } = await openFleet();
    const { id: dropId } = await call('customers.add', { kind: 'company', name: '华北物流公司' });
    await add({ customerId: dropId });
    const { id } = await add();
    const merge = { keepId: customerId, dropId, keepVersion: 1, dropVersion: 1 };
    const { command } = await call('duplicates.merge', merge);
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(2);
    expect((await refusal(add())).reason).toBe('account-plan-known');
    await call('accounts.remove', { id, version: 1, reason: '两份合一' });
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(1);
    const [removed] = (await call('changes.recent')).rows;
    await call('changes.undo', { command: removed.command });
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(2);
    await call('changes.undo', { command });
    expect((await call('accounts.ofCustomer', { customerId })).rows).toHaveLength(1);
    expect((await call('accounts.ofCustomer', { customerId: dropId })).rows).toHaveLength(1);
  });
});

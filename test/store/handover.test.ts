import { describe, expect, it } from 'vitest';
import { openTestStore, refusal, staffAs, type TestStore } from './openTestStore.ts';

const hire = async (test: TestStore, name: string): Promise<string> =>
  (await test.call('staff.add', { name, displayName: name, role: 'service', password: 'Sunny-2026-Day' })).id;

const store = async () => {
  const test = await openTestStore();
  const [leaving, one, two] = [await hire(test, 'leaving'), await hire(test, 'one'), await hire(test, 'two')];
  const ids: string[] = [];
  for (let i = 0; i < 9; i++) {
    ids.push((await test.call('customers.add', { name: `客${i}`, adviserId: i < 7 ? leaving : one })).id);
  }
  const [first = '', second = ''] = ids;
  const next = { what: '回访', day: '2026-11-30', ownerId: leaving };
  await test.call('prospects.add', { customerId: first, next });
  await test.call('appointments.add', { day: '2026-11-25', time: '10:00', customerId: second, adviserId: leaving });
  await test.call('appointments.add', {
    day: '2026-11-25',
    time: '11:00',
    name: '路人',
    phone: '13800138000',
    adviserId: leaving,
  });
  await test.call('accounts.add', {
    customerId: first,
    year: 2026,
    goals: 'g',
    ownerId: leaving,
    reviewDay: '2026-12-01',
  });
  const adviserOf = async (id: string): Promise<string> =>
    (await test.call('customers.get', { id })).customer.adviserId;
  const of = async (adviserId: string): Promise<number> =>
    (await test.call('customers.list', { filter: { adviserId } })).total;
  return { test, leaving, one, two, ids, adviserOf, of };
};

describe('a handover', () => {
  it('gives everything that is open to others, evenly, and what hangs on a customer with the customer', async () => {
    const { test, leaving, one, two, ids, adviserOf, of } = await store();
    expect(await test.call('handover.preview', { fromStaffId: leaving })).toEqual({
      customers: 7,
      prospects: 1,
      appointments: 2,
      accountPlans: 1,
      complaints: 0,
      complaintActions: 0,
      promises: 0,
      enquiries: 0,
      deliveries: 0,
      agencyJobs: 0,
      claims: 0,
      tasks: 0,
    });
    const done = await test.call('handover.run', { fromStaffId: leaving, toStaffIds: [one, two] });
    expect(done).toMatchObject({
      customers: 7,
      each: [
        { staffId: one, name: 'one', customers: 4 },
        { staffId: two, name: 'two', customers: 3 },
      ],
    });
    expect([await of(leaving), await of(one), await of(two)]).toEqual([0, 6, 3]);
    const [first = '', second = ''] = ids;
    const { rows: prospects } = await test.call('prospects.ofCustomer', { customerId: first });
    expect(prospects[0].next.ownerId).toBe(await adviserOf(first));
    const { rows: bookings } = await test.call('appointments.ofCustomer', { customerId: second });
    expect(bookings[0].adviserId).toBe(await adviserOf(second));
    const { rows: stranger } = await test.call('appointments.ofRange', { fromDay: '2026-11-25', toDay: '2026-11-25' });
    expect(stranger.every((row: { adviserId: string }) => row.adviserId !== leaving)).toBe(true);
    expect(await test.call('handover.preview', { fromStaffId: leaving })).toEqual({
      customers: 0,
      prospects: 0,
      appointments: 0,
      accountPlans: 0,
      complaints: 0,
      complaintActions: 0,
      promises: 0,
      enquiries: 0,
      deliveries: 0,
      agencyJobs: 0,
      claims: 0,
      tasks: 0,
    });
  });

  it('is undone but for those who went on to somebody else since', async () => {
    const { test, leaving, one, two, ids, adviserOf, of } = await store();
    const { command } = await test.call('handover.run', { fromStaffId: leaving, toStaffIds: [one] });
    expect((await test.call('changes.recent', { limit: 1 })).rows[0]).toMatchObject({
      command,
      kind: 'handover',
      count: 7,
    });
    const { customer } = await test.call('customers.get', { id: ids[3] });
    await test.call('customers.update', { id: ids[3], version: customer.version, name: customer.name, adviserId: two });
    const { stayed, restored } = await test.call('changes.undo', { command });
    expect(stayed).toEqual([{ reason: 'moved', what: 'customer', count: 1 }]);
    expect(restored).toBe(10);
    expect([await of(leaving), await of(one), await of(two)]).toEqual([6, 2, 1]);
    expect(await adviserOf(ids[3] ?? '')).toBe(two);
    expect(await test.call('handover.preview', { fromStaffId: leaving })).toMatchObject({
      prospects: 1,
      appointments: 2,
    });
    expect((await refusal(test.call('changes.undo', { command }))).reason).toBe('undone-already');
  });

  it('is refused to oneself, to one who left, to nobody, and for whoever is no manager', async () => {
    const { test, leaving, one } = await store();
    const run = (input: object) =>
      refusal(test.call('handover.run', { fromStaffId: leaving, toStaffIds: [one], ...input }));
    const nobody = '01980000-0000-7000-8000-000000000000';
    expect((await run({ toStaffIds: [leaving] })).fields).toEqual(['toStaffIds.0: handover-to-self']);
    expect((await run({ toStaffIds: [one, nobody] })).fields).toEqual(['toStaffIds.1: staff-not-found']);
    expect((await run({ fromStaffId: nobody })).fields).toEqual(['fromStaffId: staff-not-found']);
    expect((await run({ toStaffIds: [] })).code).toBe('VALIDATION');
    const row = (await test.call('staff.list')).rows.find((each: { id: string }) => each.id === one);
    await test.call('staff.update', {
      id: one,
      version: row.version,
      displayName: 'one',
      role: 'service',
      active: false,
    });
    expect((await run({})).fields).toEqual(['toStaffIds.0: staff-left']);
    const input = { fromStaffId: leaving, toStaffIds: [one] };
    expect((await refusal(test.call('handover.run', input, staffAs('service')))).code).toBe('FORBIDDEN');
  });
});

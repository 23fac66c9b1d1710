import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { dayMs, hour, openComplaintDesk, wholeLife } from './complaintDesk.ts';
import { refusal } from './openTestStore.ts';

describe('its facts', () => {
  it('change while it is open; the line names what, and from whom to whom', async () => {
    const { add, page, change, officerId, managerId } = await openComplaintDesk();
    const id = await add({ ownerId: officerId, department: 'service' });
    await change(id, {
      ownerId: managerId,
      department: 'workshop',
      severity: 'major',
      title: '空调异响',
      part: '鼓风机',
    });
    const found = await page(id);
    expect(found.complaint).toMatchObject({
      title: '空调异响',
      ownerName: '周凯',
      departmentName: '车间',
      part: '鼓风机',
    });
    expect(found.events[0]).toMatchObject({
      kind: 'changed',
      values: {
        facts: 'title severity part department owner',
        severityFrom: 'minor',
        severityTo: 'major',
        ownerFrom: '何静',
        ownerTo: '周凯',
        departmentFrom: '售后服务部',
        departmentTo: '车间',
      },
    });
    const version = found.complaint.version;
    await change(id, {
      ownerId: managerId,
      department: 'workshop',
      severity: 'major',
      title: '空调异响',
      part: '鼓风机',
    });
    expect((await page(id)).complaint.version).toBe(version);
    expect((await page(id)).events).toHaveLength(found.events.length);
  });

  it('an edit is taken back, and that is on record; not once it is archived', async () => {
    const { add, page, change, call, bring, officer } = await openComplaintDesk();
    const id = await add();
    await change(id, { severity: 'critical', title: '写错了' });
    const { rows } = await call('changes.recent', { limit: 1 }, officer);
    expect(rows).toMatchObject([{ kind: 'complaintEdit', name: '王伟' }]);
    await call('changes.undo', { command: rows[0].command }, officer);
    const found = await page(id);
    expect(found.complaint).toMatchObject({ severity: 'minor', title: '空调异响返修两次未好' });
    expect(found.events[0]).toMatchObject({
      kind: 'changed',
      values: { severityFrom: 'critical', severityTo: 'minor' },
    });
    await change(id, { title: '改过' });
    const [{ command }] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    await bring(id, ...wholeLife);
    expect(await refusal(call('changes.undo', { command }, officer))).toMatchObject({ reason: 'complaint-closed' });
  });

  it('whole numbers are shown on request, and that is on record', async () => {
    const { add, call } = await openComplaintDesk();
    const id = await add({ strangerName: '司机', strangerPhone: '139 0013 9000' });
    expect(await call('complaints.reveal', { id })).toEqual({ phones: ['13900139000', '13800138000'] });
  });

  it('the numbers of a month begin anew with the next', async () => {
    const { add, numbers, clock } = await openComplaintDesk();
    await add();
    await add({ receivedAt: clock.now - 30 * dayMs });
    await add();
    clock.now += 10 * dayMs;
    await add();
    expect((await numbers()).toSorted()).toEqual(['T2610-001', 'T2611-001', 'T2611-002', 'T2612-001']);
  });
});

describe('with its customer', () => {
  it('keeps the files of customer and vehicle from being removed', async () => {
    const { add, call, customerId, vehicleId } = await openComplaintDesk();
    await add();
    const { reason } = await refusal(call('customers.remove', { id: customerId, version: 1, reason: '误建' }));
    expect(reason).toBe('customer-has-complaints');
    expect((await refusal(call('vehicles.remove', { id: vehicleId, version: 2, reason: '误建' }))).reason).toBe(
      'vehicle-has-complaints',
    );
  });

  it('it stands on the strip and the timeline, from the first word to the archive', async () => {
    const { add, bring, call, clock, customerId, officerId } = await openComplaintDesk();
    const id = await add({ receivedAt: clock.now - 3 * hour });
    await call('promises.add', {
      complaintId: id,
      text: '明天中午前回电',
      dueAt: clock.now + hour,
      ownerId: officerId,
    });
    const strip = async () => {
      const { openComplaints, lastPromise, counts } = await call('customers.get', { id: customerId });
      return { openComplaints, lastPromise, complaint: counts.complaint, promise: counts.promise };
    };
    expect(await strip()).toEqual({
      openComplaints: [{ id, number: 'T2611-001', title: '空调异响返修两次未好', late: true }],
      lastPromise: { text: '明天中午前回电', dueAt: clock.now + hour, overdue: false },
      complaint: 1,
      promise: 1,
    });
    clock.now += 2 * hour;
    expect((await strip()).lastPromise).toMatchObject({ overdue: true });
    await bring(id, 'contact', 'propose', 'answer', 'finish', 'askBack');
    await call('complaints.explainBreach', {
      id,
      version: (await call('complaints.get', { id })).complaint.version,
      clock: 'acknowledge',
      reason: '午休无人接听',
      managerId: (await call('staff.list')).rows.find((row: { role: string }) => row.role === 'admin').id,
    });
    await bring(id, 'close');
    expect((await strip()).openComplaints).toEqual([]);
    const { items } = await call('customers.timeline', { id: customerId, kinds: ['complaint', 'promise'] });
    expect(items).toMatchObject([
      { kind: 'complaint', complaint: { complaintId: id, what: 'closed', outcome: 'solved' } },
      { kind: 'promise', promise: { text: '明天中午前回电', overdue: true, complaintId: id } },
      { kind: 'complaint', complaint: { what: 'received', number: 'T2611-001', outcome: null }, by: '何静' },
    ]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const part = await call('customers.timeline', { id: customerId, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...part.items.map((item: { kind: string }) => item.kind));
      if (part.next === null) break;
      cursor = part.next;
    }
    expect(seen.filter((kind) => kind === 'complaint' || kind === 'promise')).toEqual([
      'complaint',
      'promise',
      'complaint',
    ]);
    // a deed is on the complaint's own record, not among the changes of the file
    const { items: changes } = await call('customers.timeline', { id: customerId, kinds: ['change'] });
    expect(
      changes.filter(({ change }: { change: { entity: string } }) => /complaint|promise/.test(change.entity)),
    ).toEqual([]);
  });

  it('it moves when files are merged, and back when that is undone', async () => {
    const { add, page, call, clock, customerId, officerId, dataDir } = await openComplaintDesk();
    const { id: keepId } = await call('customers.add', { name: '王炜', phones: [{ number: '13900139000' }] });
    const id = await add();
    await call('promises.add', { customerId, text: '回电', dueAt: clock.now + hour, ownerId: officerId });
    const versionOf = async (one: string) => (await call('customers.get', { id: one })).customer.version;
    const { command, moved } = await call('duplicates.merge', {
      keepId,
      dropId: customerId,
      keepVersion: await versionOf(keepId),
      dropVersion: await versionOf(customerId),
      fields: {},
    });
    expect(moved).toEqual(
      expect.arrayContaining([
        { what: 'complaint', count: 1 },
        { what: 'promise', count: 1 },
      ]),
    );
    expect((await page(id)).complaint).toMatchObject({ customerId: keepId, name: '王炜' });
    await call('changes.undo', { command });
    expect((await page(id)).complaint).toMatchObject({ customerId, name: '王伟' });
    expect((await verifyStore(dataDir)).findings).toEqual([]);
  });

  it('it goes with what an adviser hands over, promises and measures too', async () => {
    const { add, page, call, bring, clock, officerId, managerId, customerId } = await openComplaintDesk();
    const id = await add({ ownerId: officerId });
    const done = await add({ ownerId: officerId });
    await bring(done, ...wholeLife);
    await call('promises.add', { customerId, text: '回电', dueAt: clock.now + hour, ownerId: officerId });
    const action = { complaintId: id, kind: 'corrective', text: '换轴承', ownerId: officerId, dueDay: '2026-11-30' };
    await call('complaints.addAction', action);
    const counts = { customers: 0, prospects: 0, appointments: 0, accountPlans: 0 };
    const care = { enquiries: 0, tasks: 0, deliveries: 0, agencyJobs: 0, claims: 0 };
    const handed = { ...counts, ...care, complaints: 1, complaintActions: 1, promises: 1 };
    expect(await call('handover.preview', { fromStaffId: officerId })).toEqual(handed);
    const { command } = await call('handover.run', { fromStaffId: officerId, toStaffIds: [managerId] });
    const found = await page(id);
    expect(found).toMatchObject({ complaint: { ownerName: '周凯' }, actions: [{ ownerName: '周凯' }] });
    expect(found.events[0]).toMatchObject({ kind: 'changed', values: { ownerFrom: '何静', ownerTo: '周凯' } });
    expect((await page(done)).complaint.ownerName).toBe('何静');
    expect((await call('promises.list')).rows).toMatchObject([{ ownerName: '周凯' }]);
    await call('changes.undo', { command });
    expect((await page(id)).complaint.ownerName).toBe('何静');
    expect((await page(id)).events[0].values).toMatchObject({ ownerFrom: '周凯', ownerTo: '何静' });
    expect((await call('promises.list')).rows).toMatchObject([{ ownerName: '何静' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { dayMs, openClubDesk } from './clubDesk.ts';

describe('an agency job', () => {
  it('is taken with documents, becomes ready, and goes back to who signs', async () => {
    const { job, jobPage, jobDeed, clock, vehicleId } = await openClubDesk();
    const taken = clock.now;
    const id = await job({
      vehicleId,
      dueDay: '2026-11-25',
      documents: ['行驶证', '交强险保单'],
      feeFen: 20_000,
      officialFen: 12_500,
    });
    expect(await jobPage(id)).toMatchObject({
      number: 'AG2611-001',
      state: 'taken',
      name: '王伟',
      tierName: '钻石卡',
      late: false,
      paid: false,
      documents: [
        { name: '行驶证', heldAt: taken, returnedAt: null },
        { name: '交强险保单', heldAt: taken, returnedAt: null },
      ],
    });
    await jobDeed(id, 'move', { to: 'underWay' });
    clock.now += 5 * dayMs;
    expect(await jobPage(id)).toMatchObject({ state: 'underWay', late: true });
    await jobDeed(id, 'move', { to: 'ready' });
    expect(await jobPage(id)).toMatchObject({ state: 'ready', late: false, readyAt: clock.now });
    await jobDeed(id, 'handBack', { to: '王伟', paid: true });
    const page = await jobPage(id);
    expect(page).toMatchObject({ state: 'handedBack', endedAt: clock.now, handedBackTo: '王伟', paid: true });
    expect(page.documents.map(({ returnedAt }) => returnedAt)).toEqual([clock.now, clock.now]);
  });

  it('knows which document came and went when', async () => {
    const { job, jobPage, jobDeed, clock, customerId } = await openClubDesk();
    const first = clock.now;
    const id = await job({ documents: ['行驶证', '身份证'] });
    clock.now += dayMs;
    const facts = { customerId, kind: 'vehicleInspection' };
    await jobDeed(id, 'update', { ...facts, documents: ['行驶证', '保险单'] });
    expect((await jobPage(id)).documents).toEqual([
      { name: '行驶证', heldAt: first, returnedAt: null },
      { name: '身份证', heldAt: first, returnedAt: clock.now },
      { name: '保险单', heldAt: clock.now, returnedAt: null },
    ]);
    clock.now += dayMs;
    await jobDeed(id, 'update', { ...facts, documents: ['身份证'] });
    expect((await jobPage(id)).documents.filter(({ returnedAt }) => returnedAt === null)).toEqual([
      { name: '身份证', heldAt: clock.now, returnedAt: null },
    ]);
  });

  it('is found by number, name, plate, phone and kind, and counted by tab', async () => {
    const { job, jobDeed, asked, vehicleId, addCustomer } = await openClubDesk();
    const { customerId: other } = await addCustomer('李娜');
    await job({ vehicleId, dueDay: '2026-11-30' });
    await job({ customerId: other, kind: 'plates', dueDay: '2026-11-24' });
    const cancelled = await job({ kind: 'other' });
    await jobDeed(cancelled, 'cancel', { reason: '客户自己办了' });
    const found = async (input: object = {}): Promise<string[]> =>
      (await asked('agency.list', input)).rows.map((row: { number: string }) => row.number);
    // by the day that was agreed
    expect(await found()).toEqual(['AG2611-002', 'AG2611-001']);
    expect(await found({ q: '李娜' })).toEqual(['AG2611-002']);
    expect(await found({ q: '10000' })).toEqual(['AG2611-001']);
    expect(await found({ q: '京a·10000' })).toEqual(['AG2611-001']);
    expect(await found({ kind: 'plates' })).toEqual(['AG2611-002']);
    expect(await found({ tab: 'ended' })).toEqual(['AG2611-003']);
    expect((await asked('agency.list')).counts).toEqual({ open: 2, ended: 1, late: 0 });
    const first = await asked('agency.list', { limit: 1 });
    expect(await found({ limit: 1, cursor: first.next })).toEqual(['AG2611-001']);
    expect((await asked('home.numbered', { number: 'ag2611-002' })).rows).toMatchObject([
      { kind: 'agency', number: 'AG2611-002' },
    ]);
  });

  it('is found by what a document is called, not by how it is kept', async () => {
    const { job, asked, clock } = await openClubDesk();
    await job({ documents: ['行驶证', '登记证书'] });
    const found = async (q: string): Promise<number> => (await asked('agency.list', { q })).rows.length;
    expect(await found('登记证')).toBe(1);
    for (const q of ['heldAt', 'null', String(clock.now).slice(0, 6)]) expect(await found(q)).toBe(0);
  });

  it('is refused with a reason', async () => {
    const { job, jobDeed, refused, addCustomer } = await openClubDesk();
    const { vehicleId: others } = await addCustomer('李娜');
    const open = await job({ feeFen: 10_000 });
    const ended = await job();
    await jobDeed(ended, 'handBack', { to: '王伟' });
    const tried: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => job({ vehicleId: others }), 'vehicleId: vehicle-of-another'],
      [() => job({ dueDay: '2026-11-01' }), 'dueDay: day-past'],
      [() => job({ documents: ['行驶证', '行驶证'] }), 'documents: name-twice'],
      [() => jobDeed(open, 'handBack', { to: '王伟' }), 'agency-unpaid'],
      [() => jobDeed(ended, 'move', { to: 'ready' }), 'agency-ended'],
      [() => jobDeed(ended, 'cancel', { reason: '不办了' }), 'agency-ended'],
    ];
    for (const [attempt, reason] of tried) expect(await refused(attempt())).toBe(reason);
  });

  it('is taken back step by step, and its number is never given again', async () => {
    const { job, jobPage, jobDeed, undo, asked } = await openClubDesk();
    const id = await job({ documents: ['行驶证'] });
    await jobDeed(id, 'move', { to: 'ready' });
    await jobDeed(id, 'handBack', { to: '王伟' });
    await undo();
    expect(await jobPage(id)).toMatchObject({ state: 'ready', endedAt: null, documents: [{ returnedAt: null }] });
    await undo();
    expect((await jobPage(id)).state).toBe('taken');
    await undo();
    expect((await asked('agency.list')).counts.open).toBe(0);
    expect((await jobPage(await job())).number).toBe('AG2611-002');
  });

  it('is told on the customer’s page, moves with a merge, and keeps the file', async () => {
    const { job, jobDeed, asked, call, customerId, addCustomer, refused } = await openClubDesk();
    const { customerId: other } = await addCustomer('王炜');
    const id = await job({ customerId: other, dueDay: '2026-11-25' });
    const page = await asked('customers.get', { id: other });
    expect(page.openClub).toMatchObject([{ service: 'agency', id, number: 'AG2611-001', state: 'taken' }]);
    expect(page.counts.club).toBe(1);
    expect(await refused(call('customers.remove', { id: other, version: 1, reason: '重复' }))).toBe(
      'customer-has-club',
    );
    const keepVersion = (await asked('customers.get', { id: customerId })).customer.version;
    const merged = await call('duplicates.merge', {
      keepId: customerId,
      dropId: other,
      keepVersion,
      dropVersion: page.customer.version,
    });
    expect((await asked('agency.get', { id })).customerId).toBe(customerId);
    await call('changes.undo', { command: merged.command });
    expect((await asked('agency.get', { id })).customerId).toBe(other);
    await jobDeed(id, 'handBack', { to: '王炜' });
    const { items } = await asked('customers.timeline', { id: other, kinds: ['club'] });
    expect(items.map((item: { club: object }) => item.club)).toMatchObject([
      { what: 'ended', number: 'AG2611-001', state: 'handedBack' },
      { what: 'begun', number: 'AG2611-001', kind: 'vehicleInspection' },
    ]);
  });
});

describe('slips', () => {
  it('are on record by the number of the job and whose it is', async () => {
    const { job, rescue, claim, asked, refused } = await openClubDesk();
    const print = (document: string, subjectId: string | null) => asked('printing.record', { document, subjectId });
    await print('agencySlip', await job());
    await print('rescueSlip', await rescue());
    await print('claimSlip', await claim());
    const { rows } = await asked('printing.log');
    expect(rows.map((row: { document: string; what: string; holder: string }) => [row.what, row.holder])).toEqual(
      expect.arrayContaining([
        ['AG2611-001', '王伟'],
        ['RS2611-001', '王伟'],
        ['CL2611-001', '王伟'],
      ]),
    );
    expect(await refused(print('agencySlip', null))).toBe('subjectId: required');
    expect(await refused(print('claimSlip', await job()))).toBe('claim-not-found');
  });
});

describe('who works on it', () => {
  it('goes with what else a person hands over, and comes back', async () => {
    const { job, claim, jobDeed, call, asked } = await openClubDesk();
    const add = (name: string) =>
      call('staff.add', { name, displayName: name, role: 'service', password: 'Kefu-2026-club' });
    const { id: from } = await add('hejing');
    const { id: to } = await add('lina');
    const open = await job({ ownerId: from });
    const ended = await job({ ownerId: from });
    await jobDeed(ended, 'handBack', { to: '王伟' });
    const openClaim = await claim({ ownerId: from });
    expect(await call('handover.preview', { fromStaffId: from })).toMatchObject({ agencyJobs: 1, claims: 1 });
    const { command } = await call('handover.run', { fromStaffId: from, toStaffIds: [to] });
    const owners = async (): Promise<string[]> => [
      (await asked('agency.get', { id: open })).ownerId,
      (await asked('agency.get', { id: ended })).ownerId,
      (await asked('claims.get', { id: openClaim })).ownerId,
    ];
    expect(await owners()).toEqual([to, from, to]);
    await call('changes.undo', { command });
    expect(await owners()).toEqual([from, from, from]);
  });
});

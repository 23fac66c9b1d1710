import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openClubDesk } from './clubDesk.ts';

describe('a claim', () => {
  it('goes from the report to the payment, on and back, and the papers go back with it', async () => {
    const { claim, claimPage, claimDeed, asked, clock, vehicleId } = await openClubDesk();
    const { policyId } = await asked('vehicles.addPolicy', {
      id: vehicleId,
      kind: 'commercial',
      insurer: '平安',
      endDay: '2027-05-01',
    });
    const id = await claim({ policyId, what: '追尾', documents: ['事故认定书'] });
    expect(await claimPage(id)).toMatchObject({ number: 'CL2611-001', state: 'reported', insurer: '平安', policyId });
    await claimDeed(id, 'move', { to: 'surveyed' });
    await claimDeed(id, 'move', { to: 'repairing' });
    await claimDeed(id, 'move', { to: 'surveyed' });
    expect((await claimPage(id)).state).toBe('surveyed');
    await claimDeed(id, 'close', { paidFen: 350_000, handedBackTo: '王伟' });
    expect(await claimPage(id)).toMatchObject({
      state: 'paid',
      paidFen: 350_000,
      endedAt: clock.now,
      handedBackTo: '王伟',
      documents: [{ name: '事故认定书', returnedAt: clock.now }],
    });
  });

  it('may be closed without payment, with a word', async () => {
    const { claim, claimPage, claimDeed, refused, undo } = await openClubDesk();
    const id = await claim();
    expect(await refused(claimDeed(id, 'close'))).toBe('paidFen: amount-missing');
    expect(await refused(claimDeed(id, 'close', { paidFen: 0 }))).toBe('paidFen: amount-missing');
    await claimDeed(id, 'close', { note: '客户放弃' });
    expect(await claimPage(id)).toMatchObject({ state: 'unpaid', paidFen: null, note: '客户放弃' });
    await undo();
    expect(await claimPage(id)).toMatchObject({ state: 'reported', endedAt: null, note: null });
  });

  it('keeps what was noted before its end', async () => {
    const { claim, claimPage, claimDeed, undo } = await openClubDesk();
    const id = await claim({ note: '右后门需喷漆' });
    await claimDeed(id, 'close', { paidFen: 100 });
    expect((await claimPage(id)).note).toBe('右后门需喷漆');
    await undo();
    await claimDeed(id, 'close', { note: '客户放弃' });
    expect((await claimPage(id)).note).toBe('右后门需喷漆\n客户放弃');
  });

  it('is refused with a reason, and found by what it says', async () => {
    const { claim, claimDeed, refused, asked, addCustomer } = await openClubDesk();
    const other = await addCustomer('李娜');
    const { policyId } = await asked('vehicles.addPolicy', {
      id: other.vehicleId,
      kind: 'commercial',
      endDay: '2027-05-01',
    });
    const ended = await claim({ caseNo: 'PA-778' });
    await claimDeed(ended, 'close', { paidFen: 1 });
    const tried: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => claim({ accidentDay: '2026-12-24' }), 'accidentDay: accident-ahead'],
      [() => claim({ vehicleId: other.vehicleId }), 'vehicleId: vehicle-of-another'],
      [() => claim({ policyId }), 'policyId: policy-of-another'],
      [() => claimDeed(ended, 'move', { to: 'surveyed' }), 'claim-ended'],
    ];
    for (const [attempt, reason] of tried) expect(await refused(attempt())).toBe(reason);
    expect((await asked('claims.list', { tab: 'ended', q: 'pa-778' })).rows).toMatchObject([{ state: 'paid' }]);
    expect((await asked('claims.list', { tab: 'ended', state: 'unpaid' })).rows).toEqual([]);
  });
});

describe('a policy', () => {
  const open = async () => {
    const desk = await openClubDesk();
    const { asked, customerId } = desk;
    const { customer, vehicles } = await asked('customers.get', { id: customerId });
    const add = async (input: object = {}): Promise<string> =>
      (await asked('vehicles.addPolicy', { id: desk.vehicleId, insurer: '平安', endDay: '2027-05-01', ...input }))
        .policyId;
    const print = (subjectId: string | null) => asked('printing.record', { document: 'policySlip', subjectId });
    const removed = (policyId: string) => asked('vehicles.removePolicy', { policyId, version: 1, reason: '录入有误' });
    return { ...desk, add, print, removed, name: customer.name as string, plate: vehicles[0].plate as string };
  };

  it('prints its slip: on record by its number, or by the plate where it has none, and whose it is', async () => {
    const { add, print, removed, asked, refused, claim, name, plate } = await open();
    await print(await add({ policyNo: 'PDZA-77' }));
    const plain = await add({ kind: 'compulsory' });
    await print(plain);
    const { rows } = await asked('printing.log');
    expect(
      rows.map((row: { document: string; what: string; holder: string }) => [row.document, row.what, row.holder]),
    ).toEqual([
      ['policySlip', plate, name],
      ['policySlip', 'PDZA-77', name],
    ]);
    expect(await refused(print(null))).toBe('subjectId: required');
    expect(await refused(print(randomUUID()))).toBe('policy-not-found');
    expect(await refused(print(await claim()))).toBe('policy-not-found');
    await removed(plain);
    expect(await refused(print(plain))).toBe('policy-not-found');
    expect((await asked('printing.log')).rows).toHaveLength(2);
  });

  it('is told on the timeline: which one was added, and removed', async () => {
    const { add, removed, asked, customerId, plate } = await open();
    await removed(await add());
    const { items } = await asked('customers.timeline', { id: customerId, kinds: ['change'], limit: 2 });
    const policy = { plate, kind: 'commercial', insurer: '平安', endDay: '2027-05-01' };
    expect(items.map((item: { change: object }) => item.change)).toMatchObject([
      { action: 'vehicles.removePolicy', policy },
      { action: 'vehicles.addPolicy', policy },
    ]);
  });
});

import { describe, expect, it, test } from 'vitest';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';
import { dayMs, hour, openComplaintDesk, wholeLife } from './complaintDesk.ts';
import { refusal } from './openTestStore.ts';

const unknown = '0197a000-0000-7000-8000-000000000000';

/** The desk reads a sentence, never a code. */
const known = (reason: string | undefined): string | undefined => {
  expect({ ...errors.reason, ...errors.field }).toHaveProperty([reason ?? '']);
  return reason;
};
const fieldsOf = async (call: Promise<unknown>): Promise<string[]> => {
  const { code, fields = [] } = await refusal(call);
  expect(code).toBe('VALIDATION');
  for (const field of fields) known(field.split(': ')[1]);
  return fields;
};

describe('a complaint is not taken', () => {
  it('with a time ahead or from long ago', async () => {
    const { add, clock } = await openComplaintDesk();
    expect(await fieldsOf(add({ receivedAt: clock.now + 1 }))).toEqual(['receivedAt: received-ahead']);
    expect(await fieldsOf(add({ receivedAt: clock.now - 400 * dayMs }))).toEqual(['receivedAt: received-too-long-ago']);
  });

  it('with a category, department or person that the store does not have', async () => {
    const { add } = await openComplaintDesk();
    expect(await fieldsOf(add({ category: 'product.nothing' }))).toEqual(['category: category-unknown']);
    expect(await fieldsOf(add({ department: 'kitchen' }))).toEqual(['department: department-unknown']);
    expect(await fieldsOf(add({ ownerId: unknown }))).toEqual(['ownerId: staff-not-found']);
  });

  it('of nobody, with a phone that is none, or with half a referral', async () => {
    const { add } = await openComplaintDesk();
    const nobody = { customerId: null, vehicleId: null };
    expect(await fieldsOf(add(nobody))).toEqual(['name: complainant-missing']);
    expect(await fieldsOf(add({ ...nobody, strangerPhone: '123' }))).toEqual(['strangerPhone: phone-invalid']);
    expect(await fieldsOf(add({ authority: '12315' }))).toEqual(['authorityDay: authority-half']);
    expect(await fieldsOf(add({ authorityDay: '2026-11-20' }))).toEqual(['authority: authority-half']);
    expect(await fieldsOf(add({ authority: '12315', authorityDay: '2026-11-23' }))).toEqual([
      'authorityDay: day-future',
    ]);
  });

  it('of a vehicle or a visit of somebody else, or of what is not there', async () => {
    const { add, call, vehicleId, clock } = await openComplaintDesk();
    const { id: other } = await call('customers.add', { name: '李敏', phones: [{ number: '13900139000' }] });
    expect(await fieldsOf(add({ customerId: other }))).toEqual(['vehicleId: vehicle-of-another']);
    const visit = await call('visits.add', {
      vehicleId,
      arrivedAt: clock.now,
      lines: [{ category: 'parts', amountFen: 100 }],
    });
    expect(await fieldsOf(add({ customerId: other, vehicleId: null, visitId: visit.id }))).toEqual([
      'visitId: visit-of-another',
    ]);
    expect(await refusal(add({ customerId: unknown }))).toMatchObject({ reason: 'customer-not-found' });
    expect(await refusal(add({ vehicleId: unknown }))).toMatchObject({ reason: 'vehicle-not-found' });
    expect(await refusal(add({ visitId: unknown }))).toMatchObject({ reason: 'visit-not-found' });
  });

  it('though the car changed hands since, its owner then may complain', async () => {
    const { add, page, call, vehicleId, customerId } = await openComplaintDesk();
    const { id: toCustomerId } = await call('customers.add', { name: '李敏', phones: [{ number: '13900139000' }] });
    await call('vehicles.transfer', { id: vehicleId, version: 2, toCustomerId, day: '2026-11-20' });
    expect((await page(await add())).complaint.customerId).toBe(customerId);
    expect((await page(await add({ customerId: null }))).complaint.customerId).toBe(toCustomerId);
    const driver = await add({ customerId: null, strangerName: '司机' });
    expect((await page(driver)).complaint).toMatchObject({ customerId: null, name: '司机', vehicleId });
  });
});

describe('a deed out of its step says why', () => {
  test.each([
    ['investigate', [], 'step-not-yet'],
    ['investigate', ['contact', 'propose', 'answer'], 'step-past'],
    ['propose', ['propose', 'answer'], 'step-past'],
    ['answer', ['contact'], 'step-not-proposed'],
    ['finish', ['propose'], 'step-not-agreed'],
    ['askBack', ['propose', 'answer'], 'step-not-done'],
    ['close', ['propose', 'answer', 'finish'], 'step-not-asked-back'],
    ['reopen', ['contact'], 'complaint-open'],
    ['pause', [], 'step-not-yet'],
    ['pause', ['contact', 'pause'], 'clock-stands'],
    ['pause', ['propose'], 'clock-stands'],
    ['pause', ['propose', 'answer'], 'clock-stopped'],
    ['resume', ['contact'], 'clock-runs'],
    ['resume', ['propose'], 'clock-at-proposal'],
    ['explainBreach', ['contact'], 'clock-in-time'],
    ['investigate', wholeLife, 'complaint-closed'],
    ['propose', wholeLife, 'complaint-closed'],
    ['answer', wholeLife, 'complaint-closed'],
    ['finish', wholeLife, 'complaint-closed'],
    ['askBack', wholeLife, 'complaint-closed'],
    ['close', wholeLife, 'complaint-closed'],
    ['pause', wholeLife, 'complaint-closed'],
    ['resume', wholeLife, 'complaint-closed'],
    ['explainBreach', wholeLife, 'complaint-closed'],
  ] as const)('%s after %j', async (verb, before, reason) => {
    const { add, bring, refused, page } = await openComplaintDesk();
    const id = await add();
    await bring(id, ...before);
    const { events } = await page(id);
    expect(known(await refused(id, verb))).toBe(reason);
    expect((await page(id)).events).toEqual(events);
  });

  it('what is closed is not edited, but a word with the customer is always on record', async () => {
    const { add, bring, change, contact, page } = await openComplaintDesk();
    const id = await add();
    await bring(id, ...wholeLife);
    expect(known((await refusal(change(id, { title: '别的' }))).reason)).toBe('complaint-closed');
    await contact(id, { text: '客户来电致谢' });
    const found = await page(id);
    expect(found.events[0]).toMatchObject({ kind: 'contact', text: '客户来电致谢' });
    expect(found.complaint.step).toBe('closed');
  });

  it('a contact ahead of time or from before it was told', async () => {
    const { add, contact, clock } = await openComplaintDesk();
    const id = await add({ receivedAt: clock.now - hour });
    expect(await fieldsOf(contact(id, { at: clock.now + 1 }))).toEqual(['at: contact-ahead']);
    expect(await fieldsOf(contact(id, { at: clock.now - 2 * hour }))).toEqual(['at: contact-before-received']);
  });

  it('a cause nobody knows, a manager who is none, a complaint that is not there', async () => {
    const { add, bring, deed, officerId, clock, call } = await openComplaintDesk();
    const id = await add();
    clock.now += 3 * hour;
    const explain = { clock: 'acknowledge', managerId: officerId };
    expect(await fieldsOf(deed(id, 'explainBreach', explain))).toEqual(['managerId: not-a-manager']);
    await bring(id, 'propose', 'answer', 'finish', 'askBack');
    expect(await fieldsOf(deed(id, 'close', { cause: 'weather' }))).toEqual(['cause: cause-unknown']);
    for (const name of ['get', 'contact', 'reveal']) {
      const input = name === 'contact' ? { kind: 'note', text: 'x' } : {};
      const { reason } = await refusal(call(`complaints.${name}`, { id: unknown, ...input }));
      expect(known(reason)).toBe('complaint-not-found');
    }
  });

  it('while a compensation waits for a manager', async () => {
    const { add, bring, refused, call, officer } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'propose', 'answer', 'finish', 'askBack');
    const what = { kind: 'amount', amountFen: 60_000 };
    await call('complaints.compensate', { complaintId: id, reason: '多次返修', what }, officer);
    expect(known(await refused(id, 'close'))).toBe('compensation-waiting');
  });
});

describe('two desks at once', () => {
  it('the second to act on what it saw before is told, with the row as it stands', async () => {
    const { add, call, contact, versionOf } = await openComplaintDesk();
    const id = await add();
    await contact(id);
    const version = await versionOf(id);
    const act = (text: string) => call('complaints.investigate', { id, version, text });
    const results = await Promise.allSettled([act('甲'), act('乙')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(act('丙'))).toMatchObject({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  });

  it('two may talk to the customer, and complaints that come in together have numbers of their own', async () => {
    const { add, contact, page, numbers } = await openComplaintDesk();
    const [id = ''] = await Promise.all([add(), add(), add()]);
    await Promise.all([contact(id, { text: '甲' }), contact(id, { text: '乙' })]);
    const found = await page(id);
    expect(found.events.map(({ kind }: { kind: string }) => kind)).toEqual(['contact', 'contact', 'received']);
    expect((await numbers()).toSorted()).toEqual(['T2611-001', 'T2611-002', 'T2611-003']);
  });
});

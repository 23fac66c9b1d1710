import { describe, expect, it } from 'vitest';
import { openEnquiryDesk } from './enquiryDesk.ts';

const open = async () => {
  const desk = await openEnquiryDesk();
  const { call, officer } = desk;
  const undo = async (): Promise<void> => {
    const [last] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    await call('changes.undo', { command: last.command }, officer);
  };
  return { ...desk, undo };
};

describe('enquiries', () => {
  it('take each deed back', async () => {
    const { ask, page, deed, undo, managerId, found } = await open();
    const id = await ask();
    await deed(id, 'handOver', { expertId: managerId });
    await deed(id, 'answer', { text: '免费' });
    await deed(id, 'close');
    await undo();
    expect((await page(id)).state).toBe('answered');
    await undo();
    expect(await page(id)).toMatchObject({ state: 'handedOver', answer: null, answeredAt: null });
    await undo();
    expect(await page(id)).toMatchObject({ state: 'open', expertId: null });
    await undo();
    expect(await found()).toEqual([]);
  });

  it('stay where a kept answer was made of them', async () => {
    const { ask, call, officer, refused } = await open();
    const enquiryId = await ask({ answer: '免费' });
    const [asked] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    await call('enquiries.keepAnswer', { enquiryId, question: '首保', answer: '免费' }, officer);
    expect(await refused(call('changes.undo', { command: asked.command }, officer))).toBe('undo-built-on');
  });

  it('go with a merged customer and come back with them', async () => {
    const { ask, page, call, customerId } = await open();
    const other = (await call('customers.add', { name: '王炜', phones: [{ number: '13700137000' }] })).id;
    const id = await ask({ customerId: other });
    const versions = {
      keepVersion: (await call('customers.get', { id: customerId })).customer.version,
      dropVersion: 1,
    };
    const merged = await call('duplicates.merge', { keepId: customerId, dropId: other, ...versions });
    expect((await page(id)).customerId).toBe(customerId);
    await call('changes.undo', { command: merged.command });
    expect((await page(id)).customerId).toBe(other);
  });

  it('that an expert has go with what else that person hands over', async () => {
    const { ask, page, deed, call, officerId, managerId } = await open();
    const waiting = await ask();
    const answered = await ask();
    await deed(waiting, 'handOver', { expertId: officerId });
    await deed(answered, 'handOver', { expertId: officerId });
    await deed(answered, 'answer', { text: '免费' });
    expect(await call('handover.preview', { fromStaffId: officerId })).toMatchObject({ enquiries: 1 });
    await call('handover.run', { fromStaffId: officerId, toStaffIds: [managerId] });
    expect((await page(waiting)).expertId).toBe(managerId);
    expect((await page(answered)).expertId).toBe(officerId);
  });

  it('stand on the customer’s timeline, and keep a customer from being removed while they wait', async () => {
    const { ask, deed, call, customerId, question, refused } = await open();
    const id = await ask();
    const seen = await call('customers.timeline', { id: customerId, kinds: ['enquiry'] });
    expect(seen.items).toMatchObject([
      { kind: 'enquiry', enquiry: { enquiryId: id, question, state: 'open', overdue: false } },
    ]);
    expect((await call('customers.get', { id: customerId })).counts.enquiry).toBe(1);
    const { version } = (await call('customers.get', { id: customerId })).customer;
    expect(await refused(call('customers.remove', { id: customerId, version, reason: '打错了' }))).toBe(
      'customer-has-enquiries',
    );
    await deed(id, 'close', { note: '打错了' });
    await call('customers.remove', { id: customerId, version, reason: '打错了' });
  });
});

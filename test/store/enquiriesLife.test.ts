import { describe, expect, it } from 'vitest';
import type { Actor } from '../../db/store/types.ts';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';
import { hour } from './complaintDesk.ts';
import { openEnquiryDesk } from './enquiryDesk.ts';

describe('an enquiry', () => {
  it('needs who and what, and its term runs in working hours', async () => {
    const { ask, page, clock, officer, call } = await openEnquiryDesk();
    // 10:30; the office closes at 17:30 and opens at 8:30: seven hours today, one tomorrow
    const id = await ask();
    expect(await page(id)).toMatchObject({
      number: 'Q2611-001',
      state: 'open',
      name: '王伟',
      channel: 'phone',
      phoneMasked: '138****8000',
      receivedAt: clock.now,
      dueAt: clock.now + 7 * hour + 15 * hour + hour,
      overdue: false,
      answer: null,
      byName: '何静',
    });
    clock.now += 24 * hour;
    expect((await page(id)).overdue).toBe(true);
    expect((await call('enquiries.list', {}, officer)).counts).toEqual({ open: 1, mine: 0, closed: 0, overdue: 1 });
  });

  it('is due by the term that the store set', async () => {
    const { ask, page, clock, call } = await openEnquiryDesk();
    await call('settings.update', { values: { enquiryTerms: { answerHours: 2 } } });
    expect((await page(await ask())).dueAt).toBe(clock.now + 2 * hour);
  });

  it('answered at once is answered, and may be closed in the same stroke', async () => {
    const { ask, page } = await openEnquiryDesk();
    expect(await page(await ask({ answer: '首保免费' }))).toMatchObject({
      state: 'answered',
      answer: '首保免费',
      answeredBy: '何静',
      late: false,
      overdue: false,
    });
    expect(await page(await ask({ answer: '首保免费', close: true }))).toMatchObject({ state: 'closed' });
  });

  it('goes to an expert with a term, is overdue, answered late, closed and opened again', async () => {
    const { ask, page, deed, clock, managerId, call, found } = await openEnquiryDesk();
    const id = await ask();
    const dueAt = clock.now + 3 * hour;
    await deed(id, 'handOver', { expertId: managerId, dueAt, note: '请查保养手册' });
    expect(await page(id)).toMatchObject({ state: 'handedOver', expertName: '周凯', dueAt, handNote: '请查保养手册' });
    const manager: Actor = { kind: 'staff', id: managerId, name: '周凯', role: 'manager', desk: 'test' };
    expect((await call('enquiries.list', { tab: 'mine' }, manager)).rows).toMatchObject([{ id, overdue: false }]);
    expect(await found({ tab: 'mine' })).toEqual([]);
    clock.now += 4 * hour;
    expect(await page(id)).toMatchObject({ overdue: true });
    await deed(id, 'answer', { text: '三个月或 5,000 公里' });
    expect(await page(id)).toMatchObject({ state: 'answered', late: true, overdue: false });
    const answeredAt = clock.now;
    clock.now += hour;
    // another wording is no later answer
    await deed(id, 'answer', { text: '三个月或 5,000 公里，免费' });
    expect(await page(id)).toMatchObject({ answeredAt, answer: '三个月或 5,000 公里，免费' });
    await deed(id, 'close');
    expect(await page(id)).toMatchObject({ state: 'closed', closedAt: clock.now });
    expect(await found()).toEqual([]);
    expect(await found({ tab: 'closed' })).toEqual(['Q2611-001']);
    await deed(id, 'reopen', { note: '客户问的是第二次保养' });
    expect(await page(id)).toMatchObject({
      state: 'handedOver',
      answeredAt: null,
      closedAt: null,
      answer: '三个月或 5,000 公里，免费',
      reopenNote: '客户问的是第二次保养',
      overdue: false,
    });
  });

  it('may be closed without an answer where it says why', async () => {
    const { ask, page, deed, refused } = await openEnquiryDesk();
    const id = await ask();
    expect(await refused(deed(id, 'close'))).toBe('note: enquiry-unanswered');
    await deed(id, 'close', { note: '客户自己找到了' });
    expect(await page(id)).toMatchObject({
      state: 'closed',
      answeredAt: null,
      closeNote: '客户自己找到了',
      overdue: false,
    });
  });

  it('of a stranger shows a masked number, which stays where none is typed, and looking at it is on record', async () => {
    const { ask, page, deed, call, officer } = await openEnquiryDesk();
    const id = await ask({ customerId: null, strangerName: ' 赵先生 ', strangerPhone: '139 0013 9000' });
    expect(await page(id)).toMatchObject({ customerId: null, name: '赵先生', phoneMasked: '139****9000' });
    await deed(id, 'update', { strangerName: '赵女士', question: '什么时候有现车' });
    expect(await page(id)).toMatchObject({ name: '赵女士', phoneMasked: '139****9000', question: '什么时候有现车' });
    expect(await call('enquiries.reveal', { id }, officer)).toEqual({ phones: ['13900139000'] });
    await deed(id, 'update', { strangerName: '赵女士', strangerPhone: null, question: '什么时候有现车' });
    expect((await page(id)).phoneMasked).toBeNull();
  });

  it('of a car is its owner’s', async () => {
    const { ask, page, vehicleId, customerId } = await openEnquiryDesk();
    expect(await page(await ask({ customerId: null, vehicleId }))).toMatchObject({ customerId, plate: '京A3K927' });
  });

  it('is refused with a sentence', async () => {
    const { ask, deed, refused, clock, managerId, vehicleId, call, officer, page } = await openEnquiryDesk();
    const nobody = '0197a000-0000-7000-8000-000000000000';
    const other = (await call('customers.add', { name: '李娜', phones: [{ number: '13700137000' }] })).id;
    const open = await ask();
    const answered = await ask({ answer: '免费' });
    const closed = await ask({ answer: '免费', close: true });
    const said = [
      [() => ask({ customerId: null }), 'name: enquirer-missing'],
      [() => ask({ customerId: null, strangerPhone: '12' }), 'strangerPhone: phone-invalid'],
      [() => ask({ customerId: nobody }), 'customer-not-found'],
      [() => ask({ customerId: other, vehicleId }), 'vehicleId: vehicle-of-another'],
      [() => ask({ close: true }), 'close: enquiry-unanswered'],
      [() => ask({ answer: '免费', keptAnswerId: nobody }), 'kept-answer-not-found'],
      [() => deed(open, 'handOver', { expertId: managerId, dueAt: clock.now }), 'dueAt: due-past'],
      [() => deed(open, 'handOver', { expertId: nobody }), 'expertId: staff-not-found'],
      [() => deed(answered, 'handOver', { expertId: managerId }), 'enquiry-answered'],
      [() => deed(closed, 'answer', { text: '免费' }), 'enquiry-closed'],
      [() => deed(closed, 'close'), 'enquiry-closed'],
      [() => deed(open, 'reopen', { note: '再问' }), 'enquiry-open'],
      [() => call('enquiries.answer', { id: open, version: 9, text: '免费' }, officer), 'changed-meanwhile'],
      [() => call('enquiries.get', { id: nobody }, officer), 'enquiry-not-found'],
      [
        () => call('enquiries.keepAnswer', { enquiryId: open, question: '首保', answer: '免费' }, officer),
        'enquiry-unanswered',
      ],
      [() => call('enquiries.list', { cursor: 'x' }, officer), 'cursor: cursor-invalid'],
    ] as const;
    const sentences: Readonly<Record<string, string>> = { ...errors.reason, ...errors.field };
    for (const [run, reason] of said) {
      expect(await refused(run())).toBe(reason);
      expect(sentences[reason.split(': ').at(-1) ?? ''], reason).toBeTruthy();
    }
    const row = await page(open);
    await call('enquiries.close', { id: open, version: row.version, note: '打错了' }, officer);
  });
});

describe('the list of enquiries', () => {
  it('shows what waits by its term before what is answered, a page at a time', async () => {
    const { ask, deed, clock, found, call, officer } = await openEnquiryDesk();
    const first = await ask();
    await ask({ answer: '免费' });
    const third = await ask();
    await deed(first, 'handOver', { expertId: officer.id, dueAt: clock.now + 90 * hour });
    expect(await found()).toEqual(['Q2611-003', 'Q2611-001', 'Q2611-002']);
    expect(await found({ tab: 'mine' })).toEqual(['Q2611-001']);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const part = await call('enquiries.list', { limit: 1, ...(cursor ? { cursor } : {}) }, officer);
      seen.push(...part.rows.map((row: { number: string }) => row.number));
      if (!part.next) break;
      cursor = part.next;
    }
    expect(seen).toEqual(['Q2611-003', 'Q2611-001', 'Q2611-002']);
    await deed(third, 'close', { note: '打错了' });
    await deed(first, 'close', { note: '打错了' });
    expect(await found({ tab: 'closed', limit: 1 })).toHaveLength(1);
    const part = await call('enquiries.list', { tab: 'closed', limit: 1 }, officer);
    expect(await found({ tab: 'closed', limit: 1, cursor: part.next })).toHaveLength(1);
  });

  it('finds any words, wherever each of them stands', async () => {
    const { ask, deed, found, managerId, vehicleId } = await openEnquiryDesk();
    const mine = await ask({ vehicleId });
    await ask({
      customerId: null,
      strangerName: '赵先生',
      strangerPhone: '13900139000',
      question: '100% 纯电有现车吗',
      topic: 'sales',
    });
    await deed(mine, 'handOver', { expertId: managerId });
    for (const q of ['首次保养', '王伟 多少钱', '京A·3K927', '周凯', 'Q2611-001', '8000']) {
      expect(await found({ q }), q).toEqual(['Q2611-001']);
    }
    for (const q of ['赵先生', '9000 现车', '0% 纯电']) expect(await found({ q }), q).toEqual(['Q2611-002']);
    for (const q of ['王伟 现车', '%_']) expect(await found({ q }), q).toEqual([]);
    expect(await found({ topic: 'service' })).toEqual(['Q2611-001']);
  });
});

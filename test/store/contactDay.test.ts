import { describe, expect, it } from 'vitest';
import { dayMs, hour, openContactDesk, rules } from './contactDesk.ts';

describe('the day’s list', () => {
  it('merges what is due of a customer into one call, the most urgent first', async () => {
    const { day, task, customerId, vehicleId, clock } = await openContactDesk();
    task({ vehicleId });
    const late = task({ ruleId: rules.service, vehicleId, dueAt: clock.now - hour });
    const { rows, count, overdue, matched } = await day();
    expect({ count, overdue, matched }).toEqual({ count: 1, overdue: 1, matched: 1 });
    expect(rows).toMatchObject([
      { customerId, name: '王伟', phoneMasked: '138****8000', urgency: 'overdue', tries: 0, suitsNow: true },
    ]);
    expect(rows[0].reasons).toMatchObject([
      { taskId: late, ruleName: '保养到期提醒', label: '京A3K927' },
      { ruleName: '保险到期提醒', kind: 'insuranceEnd', occasionDay: '2026-12-01' },
    ]);
  });

  it('puts the most urgent first, and what is over or of another channel nowhere', async () => {
    const { list, task, customer, customerId, clock } = await openContactDesk();
    const [ahead, late] = [await customer({ name: '李娜' }), await customer({ name: '赵云' })];
    task({ customerId: ahead, dueAt: clock.now + 3 * dayMs });
    task();
    task({ customerId: late, dueAt: clock.now - hour });
    task({ customerId: await customer(), lastDay: '2026-11-21' });
    task({ customerId: await customer(), ruleId: rules.letter });
    expect((await list()).listed).toEqual([late, customerId, ahead]);
    expect((await list({ channel: 'letter' })).listed).toHaveLength(1);
  });

  it('is of one rule, or of who asks', async () => {
    const { list, day, task, customer, customerId, officer, manager } = await openContactDesk();
    const [hers, his, role] = [await customer(), await customer(), await customer()];
    task({ customerId: hers, ownerId: officer.id });
    task({ customerId: his, ownerId: manager.id });
    task({ customerId: role, ruleId: rules.firstCall });
    task();
    task({ ruleId: rules.service });
    expect(new Set((await list({ mine: true })).listed)).toEqual(new Set([hers, customerId]));
    expect(new Set((await list({ mine: true }, manager)).listed)).toEqual(new Set([his, role]));
    const { rows, count } = await day({ ruleId: rules.service });
    expect(count).toBe(1);
    // the call is about everything that is due
    expect(rows[0].reasons).toHaveLength(2);
  });

  it('leaves out whom consent, budget, hours, an earlier try or a complaint forbid, and says so', async () => {
    const { day, call, task, customer, consent, list, officer, clock, customerId } = await openContactDesk();
    const advertised = async (input: object = {}): Promise<string> => {
      const id = await customer(input);
      task({ customerId: id, ruleId: rules.tradeIn });
      return id;
    };
    await advertised();
    await consent('marketingPhone', 'refused', await advertised());
    await consent('reminders', 'withdrawn');
    task();
    const often = await customer();
    task({ customerId: often });
    for (const ago of [29, 3]) {
      clock.now -= ago * dayMs;
      await call('tasks.record', { customerId: often, taskIds: [], outcome: 'connected' }, officer);
      clock.now += ago * dayMs;
    }
    task({ customerId: await customer({ phones: [] }) });
    task({ customerId: await customer({ contactHours: '工作日晚上 7 点后' }) });
    const complaining = await advertised();
    await consent('marketingPhone', 'granted', complaining);
    const facts = { channel: 'phone', title: '异响', what: '异响', severity: 'minor', category: 'product.aircon' };
    await call('complaints.add', { ...facts, remedy: null, customerId: complaining }, officer);
    const asked = await advertised();
    await consent('marketingPhone', 'granted', asked);
    const leftOut = { noConsent: 1, refused: 2, budget: 1, unreachable: 1, hours: 1, complaint: 1 };
    expect(await list()).toEqual({ listed: [asked], leftOut });
    expect((await day()).matched).toBe(8);
    const { rows, count } = await call('tasks.leftOut', { reason: 'refused' });
    expect(count).toBe(2);
    expect(rows.map((row: { customerId: string }) => row.customerId)).toContain(customerId);
    expect((await call('tasks.counts')).calls).toBe(1);
  });

  it('holds nothing back that is owed', async () => {
    const { list, task, consent, record, customer, customerId } = await openContactDesk();
    await consent('reminders', 'refused');
    for (let i = 0; i < 3; i++) await record('connected', []);
    task();
    task({ ruleId: rules.promise });
    task({ customerId: await customer({ contactHours: '工作日' }), ruleId: rules.askBack });
    task({ customerId: await customer({ phones: [] }), ruleId: rules.promise });
    const { listed, leftOut } = await list();
    expect(listed).toHaveLength(2);
    expect(listed).toContain(customerId);
    expect(leftOut).toEqual({ unreachable: 1 });
  });

  it('asks a guardian before it congratulates a child', async () => {
    const { call, list, task, consent, customerId } = await openContactDesk();
    const born = (year: number | null) => ({ calendar: 'solar', year, month: 11, day: 22 });
    const relation = async (kind: string, year: number | null): Promise<string> =>
      (await call('customers.addRelation', { id: customerId, kind, name: '小雨', birthday: born(year) })).relationId;
    const family = { ruleId: rules.family, channel: 'message' } as const;
    task({ ...family, subjectId: await relation('child', 2020) });
    expect(await list({ channel: 'message' })).toEqual({ listed: [], leftOut: { noConsent: 1 } });
    await consent('childData', 'granted');
    expect((await list({ channel: 'message' })).listed).toEqual([customerId]);
    await consent('childData', 'withdrawn');
    task({ ...family, subjectId: await relation('child', 2000) });
    const { rows } = await call('tasks.day', { channel: 'message' });
    expect(rows[0].reasons).toMatchObject([{ label: '小雨' }]);
  });
});

describe('the call screen', () => {
  it('has the script with the facts filled in, one after the other', async () => {
    const { call, task, vehicleId, officer, customerId } = await openContactDesk();
    task({ vehicleId });
    task({ ruleId: rules.service, vehicleId, dueAt: 1, occasionDay: '2026-11-20' });
    task({ ruleId: rules.firstCall });
    const page = await call('tasks.call', { customerId }, officer);
    expect(page.firstCall).toBe(true);
    expect(page.script[0].text).toBe(
      '王先生您好，我是一汽大众。您的京A3K927预计2026年11月20日前后该做保养了，现在预约可以免等待，您看哪天方便？',
    );
    expect(page.script.map(({ text }: { text: string }) => text).join('')).toContain(
      '您的京A3K927保险将于2026年12月1日到期，还有9天。',
    );
    expect(page.script.filter(({ text }: { text: string }) => text.includes('您好，我是一汽大众。'))).toHaveLength(1);
    expect(page.nextTryAt).toBe(Date.UTC(2026, 10, 22, 5, 30));
  });

  it('says why somebody is not called, and still what is due where only the time is wrong', async () => {
    const { call, task, record, customerId, clock } = await openContactDesk();
    const id = task();
    await record('noAnswer', [id]);
    const later = await call('tasks.call', { customerId });
    expect(later).toMatchObject({ leftOut: 'later', call: { nextAt: clock.now + 3 * hour, tries: 1 } });
    expect(later.script).toHaveLength(1);
    expect(later.history).toMatchObject([{ outcome: 'noAnswer', about: ['保险到期提醒'], byName: '何静' }]);
    await call('customers.setConsent', { id: customerId, purpose: 'reminders', state: 'refused' });
    expect(await call('tasks.call', { customerId })).toMatchObject({ leftOut: 'refused', call: null, script: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { dayMs, hour, openContactDesk, rules } from './contactDesk.ts';

describe('an outcome', () => {
  it('closes what the call was about, done or given up', async () => {
    const { task, taskRow, record, list, clock } = await openContactDesk();
    const ends = [
      ['connected', 'done', null],
      ['booked', 'done', 'booked'],
      ['elsewhere', 'done', 'elsewhere'],
      ['refused', 'dropped', 'refused'],
      ['emptyNumber', 'dropped', 'emptyNumber'],
      ['wrongPerson', 'dropped', 'wrongPerson'],
    ] as const;
    for (const [outcome, state, endReason] of ends) {
      const id = task();
      expect(await record(outcome, [id])).toMatchObject({ done: 1, open: 0, nextAt: null });
      const closed = { closedAt: clock.now, closedBy: '何静', nextAt: null };
      expect(taskRow(id)).toMatchObject({ state, endReason, ...closed });
    }
    expect((await list()).listed).toEqual([]);
  });

  it('unanswered is tried again, and given up after the last try', async () => {
    const { task, taskRow, record, list, day, clock, customerId } = await openContactDesk();
    const id = task();
    for (const outcome of ['noAnswer', 'busy'] as const) {
      const { nextAt } = await record(outcome, [id]);
      expect(nextAt).toBeGreaterThan(clock.now);
      expect(await list()).toEqual({ listed: [], leftOut: { later: 1 } });
      clock.now = nextAt;
      expect((await list()).listed).toEqual([customerId]);
    }
    expect((await day()).rows[0].tries).toBe(2);
    expect(await record('off', [id])).toMatchObject({ nextAt: null, done: 1 });
    expect(taskRow(id)).toMatchObject({ state: 'dropped', endReason: 'unreached' });
  });

  it('of another time waits until then, however long the rule would keep it', async () => {
    const { task, taskRow, record, list, refused, clock, customerId } = await openContactDesk();
    const id = task({ lastDay: '2026-11-23' });
    const nextAt = clock.now + 10 * dayMs;
    expect(await refused(record('callBack', [id]))).toBe('nextAt: next-try-missing');
    expect(await refused(record('callBack', [id], { nextAt: clock.now }))).toBe('nextAt: next-try-past');
    expect(await record('callBack', [id], { nextAt })).toMatchObject({ nextAt, done: 0, open: 1 });
    expect(taskRow(id)).toMatchObject({ state: 'open', nextAt, lastDay: '2026-12-04' });
    expect(await list()).toEqual({ listed: [], leftOut: { later: 1 } });
    clock.now = nextAt;
    expect((await list()).listed).toEqual([customerId]);
  });

  it('of a sold car closes what else is due of it, but nothing that is owed', async () => {
    const { task, taskRow, record, vehicleId } = await openContactDesk();
    const [asked, other] = [task({ vehicleId }), task({ ruleId: rules.service, vehicleId })];
    const owed = task({ ruleId: rules.promise, vehicleId });
    expect(await record('sold', [asked])).toMatchObject({ done: 2, open: 1 });
    expect([asked, other, owed].map((id) => taskRow(id)['state'])).toEqual(['done', 'done', 'open']);
  });

  it('never ends everything but what is owed, and is no contact that can be undone', async () => {
    const { task, taskRow, call, list, officer, consent, customerId, connection } = await openContactDesk();
    await consent('marketingPhone', 'granted');
    const [asked, message, owed] = [task(), task({ ruleId: rules.birthday }), task({ ruleId: rules.promise })];
    const done = await call('tasks.refuse', { customerId, taskIds: [asked, owed], note: '太吵' }, officer);
    expect(done).toMatchObject({ dropped: 2 });
    expect([asked, message, owed].map((id) => taskRow(id)['state'])).toEqual(['dropped', 'dropped', 'open']);
    const { consents } = await call('customers.get', { id: customerId });
    expect(
      Object.fromEntries(consents.map((each: { purpose: string; state: string }) => [each.purpose, each.state])),
    ).toEqual({
      marketingPhone: 'withdrawn',
      marketingSms: 'refused',
      wechat: 'refused',
      reminders: 'refused',
    });
    task();
    expect(await list()).toEqual({ listed: [customerId], leftOut: {} });
    const { reasons } = (await call('tasks.day', {}, officer)).rows[0];
    expect(reasons.map(({ taskId }: { taskId: string }) => taskId)).toEqual([owed]);
    expect((await call('changes.recent', {}, officer)).rows).toEqual([]);
    // said twice, it is kept once more as a contact only
    await call('tasks.refuse', { customerId, taskIds: [], note: null }, officer);
    expect(connection.prepare('SELECT count(*) FROM consent').pluck().get()).toBe(5);
  });

  it('is refused where it does not fit, and where another desk was quicker', async () => {
    const { task, record, refused, customer, call, clock } = await openContactDesk();
    const id = task();
    expect(await refused(record('noAnswer', [id], { channel: 'message' }))).toBe('outcome: outcome-of-channel');
    const foreign = task({ customerId: await customer() });
    expect(await refused(record('connected', [foreign]))).toBe('task-not-found');
    await record('connected', [id]);
    expect(await refused(record('connected', [id]))).toBe('task-not-open');
    expect(await refused(call('tasks.drop', { taskId: id, version: 2, note: 'x' }))).toBe('task-not-open');
    const promise = { text: '回电', dueAt: clock.now - hour, ownerId: '00000000-0000-7000-8000-000000000299' };
    expect(await refused(record('connected', [], { promise }))).toBe('promise.dueAt: due-past');
  });

  it('given up by hand says why', async () => {
    const { task, call, refused, officer, customerId } = await openContactDesk();
    const taskId = task();
    expect(await refused(call('tasks.drop', { taskId, version: 9, note: '重复' }, officer))).toBe('changed-meanwhile');
    await call('tasks.drop', { taskId, version: 1, note: '重复' }, officer);
    expect((await call('tasks.ofCustomer', { customerId })).rows).toMatchObject([
      { taskId, state: 'dropped', endReason: 'byHand', note: '重复', closedBy: '何静' },
    ]);
  });
});

describe('undo', () => {
  it('of an outcome pressed by mistake opens the task again with its tries, and takes the promise along', async () => {
    const { task, taskRow, record, undo, day, call, officer, clock, customerId } = await openContactDesk();
    const [tried, first] = [task(), task({ ruleId: rules.service })];
    await record('noAnswer', [tried, first]);
    clock.now += 4 * hour;
    const before = [taskRow(tried), taskRow(first)];
    const promise = { text: '发报价', dueAt: clock.now + dayMs, ownerId: officer.id };
    await record('refused', [tried, first], { promise, note: '按错了' });
    expect((await call('promises.list', {})).count).toBe(1);
    expect((await call('changes.recent', { limit: 1 }, officer)).rows).toMatchObject([
      { kind: 'contact', name: '王伟' },
    ]);
    await undo();
    for (const row of before) {
      const { version, updatedAt, ...same } = row;
      expect(taskRow(String(row['id']))).toMatchObject(same);
      expect([version, typeof updatedAt]).toEqual([2, 'number']);
    }
    expect((await call('promises.list', {})).count).toBe(0);
    expect((await day()).rows).toMatchObject([{ customerId, tries: 1 }]);
    const { history } = await call('tasks.call', { customerId });
    expect(history).toHaveLength(1);
  });

  it('of a task given up opens it, and is refused after the next call', async () => {
    const { task, taskRow, record, undo, call, officer, refused } = await openContactDesk();
    const taskId = task();
    await call('tasks.drop', { taskId, version: 1, note: '重复' }, officer);
    await undo();
    expect(taskRow(taskId)).toMatchObject({ state: 'open', note: null, closedAt: null });
    await record('noAnswer', [taskId]);
    const [first] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    await record('connected', [taskId]);
    expect(await refused(call('changes.undo', { command: first.command }, officer))).toBe('undo-changed-since');
  });

  it('of adding a customer is not held up by what the rules found, but by a call', async () => {
    const { task, customer, record, call, refused } = await openContactDesk();
    const added = async () => (await call('changes.recent', { limit: 1 })).rows[0].command;
    const [free, called] = [await customer(), await added()];
    task({ customerId: free });
    await call('changes.undo', { command: called });
    const kept = await customer();
    const command = await added();
    task({ customerId: kept });
    await record('connected', [], { customerId: kept });
    expect(await refused(call('changes.undo', { command }))).toBe('undo-built-on');
  });
});

describe('a batch', () => {
  it('is read, then sent once, with whole numbers and on record as an export', async () => {
    const { task, taskRow, call, customer, customerId, officer, connection, consent } = await openContactDesk();
    const noPhone = await customer({ phones: [] });
    const ids = [task({ ruleId: rules.birthday }), task({ ruleId: rules.birthday, customerId: noPhone })];
    const wechat = await customer({ name: '李娜', gender: 'female' });
    task({ ruleId: rules.tradeIn, customerId: wechat, channel: 'message' });
    await consent('wechat', 'granted', wechat);
    const batch = { channel: 'message', customerIds: [customerId, noPhone, wechat] };
    const text = '王先生，今天是您的生日，一汽大众全体同事祝您生日快乐，平安顺意！';
    const read = await call('tasks.texts', batch, officer);
    expect(read).toMatchObject({ store: '一汽大众' });
    expect(read.rows).toHaveLength(2);
    expect(read.rows).toContainEqual({
      ...{ customerId, name: '王伟', salutation: '王先生', taskIds: [ids[0]], text, address: null },
    });
    const sent = await call('tasks.send', batch, officer);
    expect(sent.leftOut).toEqual([{ reason: 'unreachable', count: 1 }]);
    expect(sent.rows).toContainEqual({ customerId, name: '王伟', phone: '13800138000', text });
    // who agreed to WeChat alone gets no SMS
    expect(sent.rows).toContainEqual(expect.objectContaining({ customerId: wechat, phone: null }));
    expect(ids.map((id) => taskRow(id)['state'])).toEqual(['done', 'open']);
    const audit = connection.prepare('SELECT action, entity, actor FROM auditLog ORDER BY seq DESC LIMIT 1').get();
    expect(audit).toEqual({ action: 'tasks.send', entity: 'export', actor: officer.id });
    expect((await call('tasks.send', batch, officer)).rows).toEqual([]);
    expect((await call('tasks.day', { channel: 'message' }, officer)).doneToday).toBe(2);
  });

  it('of letters goes to who has an address, and names no number', async () => {
    const { task, call, customer, customerId, officer, connection } = await openContactDesk();
    const nowhere = await customer({ address: null });
    connection.prepare("UPDATE vehicle SET series = '迈腾'").run();
    const [{ id: vehicleId }] = connection.prepare('SELECT id FROM vehicle').all() as [{ id: string }];
    task({ ruleId: rules.letter, vehicleId });
    task({ ruleId: rules.letter, customerId: nowhere });
    const batch = { channel: 'letter', customerIds: [customerId, nowhere] };
    const { rows } = await call('tasks.texts', batch, officer);
    expect(rows).toMatchObject([{ customerId, address: '甲路 1 号' }]);
    expect(rows[0].text).toContain('尊敬的王先生：\n\n感谢您选择一汽大众，祝贺您成为迈腾的车主。');
    const sent = await call('tasks.send', batch, officer);
    expect(sent).toMatchObject({ rows: [{ customerId, phone: null }], leftOut: [{ reason: 'unreachable', count: 1 }] });
  });
});

describe('a contact', () => {
  it('is on the customer’s timeline, and its tasks are not', async () => {
    const { task, record, call, customerId } = await openContactDesk();
    await record('connected', [task(), task({ ruleId: rules.service })], { note: '下周来' });
    const { items } = await call('customers.timeline', { id: customerId });
    const contacts = items.filter((item: { kind: string }) => item.kind === 'contact');
    expect(contacts).toMatchObject([
      {
        by: '何静',
        contact: {
          ...{ channel: 'call', outcome: 'connected', note: '下周来', nextAt: null },
          about: ['保养到期提醒', '保险到期提醒'],
        },
      },
    ]);
    const changed = items.flatMap((item: { change?: { entity: string } }) => (item.change ? [item.change.entity] : []));
    expect(changed).not.toContain('task');
    expect((await call('customers.get', { id: customerId })).counts.contact).toBe(1);
  });

  it('goes with a merged customer, with the tasks, and comes back', async () => {
    const { task, record, call, customer, customerId, taskRow, list } = await openContactDesk();
    const other = await customer({ name: '王炜', phones: [{ number: '13700137000' }] });
    const open = task({ customerId: other });
    await record('connected', [], { customerId: other });
    const of = async (id: string) => (await call('customers.get', { id })).customer;
    const versions = { keepVersion: (await of(customerId)).version, dropVersion: (await of(other)).version };
    const { command, moved } = await call('duplicates.merge', { keepId: customerId, dropId: other, ...versions });
    expect(moved).toContainEqual({ what: 'contact', count: 1 });
    expect((await list()).listed).toEqual([customerId]);
    await call('changes.undo', { command });
    expect(taskRow(open)['customerId']).toBe(other);
    expect((await call('tasks.call', { customerId: other })).history).toHaveLength(1);
    expect((await call('tasks.call', { customerId })).history).toEqual([]);
  });

  it('keeps the purposes of the first call and the complaint that came of it', async () => {
    const { task, record, call, customerId, officer, refused, customer } = await openContactDesk();
    const facts = { channel: 'phone', title: '异响', what: '异响', severity: 'minor', category: 'product.aircon' };
    const { id: complaintId } = await call('complaints.add', { ...facts, remedy: null, customerId }, officer);
    const purposes = ['thanks', 'dissatisfaction'];
    await record('connected', [task({ ruleId: rules.firstCall })], { purposes, complaintId });
    const { history } = await call('tasks.call', { customerId });
    expect(history).toMatchObject([{ complaintId, purposes }]);
    const foreign = record('connected', [], { customerId: await customer(), complaintId });
    expect(await refused(foreign)).toBe('complaint-not-found');
  });
});

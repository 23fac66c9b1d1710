import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { admin, openTestStore, refusal, staffAs } from './openTestStore.ts';

describe('commands', () => {
  it('sent twice with one requestId change the store once and give the same answer', async () => {
    const { call, store } = await openTestStore();
    const topics: unknown[] = [];
    store.onEvent((event) => topics.push(event));
    const input = { requestId: randomUUID(), name: '王伟', phones: [{ number: '13800138000' }] };
    const [first, second] = await Promise.all([call('customers.add', input), call('customers.add', input)]);
    expect(second).toEqual(first);
    expect(topics).toHaveLength(1);
    expect((await call('customers.list')).total).toBe(1);
    expect(await refusal(call('customers.add', { ...input, name: '李敏' }))).toEqual({
      code: 'CONFLICT',
      reason: 'request-reused',
    });
    const { requestId } = input;
    expect((await refusal(call('customers.addNote', { requestId, id: first.id, text: '常客' }))).reason).toBe(
      'request-reused',
    );
  });

  it('forget stored results after seven days', async () => {
    const { call, clock, dataDir } = await openTestStore();
    await call('customers.add', { requestId: randomUUID(), name: '王伟' });
    clock.now += 8 * 86_400_000;
    await call('customers.add', { requestId: randomUUID(), name: '李敏' });
    const connection = openConnection(join(dataDir, 'caredesk.sqlite'), { readonly: true });
    expect(connection.prepare('SELECT count(*) FROM requestResult').pluck().get()).toBe(1);
    connection.close();
  });

  it('that fail leave nothing: no row, no audit, no change', async () => {
    const { call, dataDir } = await openTestStore();
    const counts = () => {
      const connection = openConnection(join(dataDir, 'caredesk.sqlite'), { readonly: true });
      const found = ['customer', 'vehicle', 'auditLog', 'changeLog', 'requestResult', 'searchDoc'].map((table) =>
        connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      );
      connection.close();
      return found;
    };
    await call('customers.add', { name: '王伟', vehicle: { vin: '1M8GDM9AXKP042788' } });
    const before = counts();
    const twice = { requestId: randomUUID(), name: '李敏', vehicle: { vin: '1M8GDM9AXKP042788' } };
    expect(await refusal(call('customers.add', twice))).toEqual({ code: 'CONFLICT', reason: 'vin-known' });
    expect(counts()).toEqual(before);
  });

  it('name the version they read: an older one is a conflict with the row as it stands', async () => {
    const { call } = await openTestStore();
    const { id } = await call('customers.add', { name: '王伟' });
    await call('customers.update', { id, version: 1, name: '王大伟' });
    const error = await call('customers.update', { id, version: 1, name: '王小伟' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'changed-meanwhile', current: { name: '王大伟', version: 2 } },
    });
  });

  it('are refused to roles that may not, and internal ones to everybody at a desk', async () => {
    const { call } = await openTestStore();
    expect(
      await refusal(call('staff.add', { name: 'x', role: 'admin', password: 'long-enough-1' }, staffAs('manager'))),
    ).toEqual({
      code: 'FORBIDDEN',
      reason: 'not-allowed',
    });
    for (const name of ['sessions.credentials', 'store.setup', 'sessions.open']) {
      expect((await refusal(call(name, {}, staffAs('admin')))).code).toBe('FORBIDDEN');
    }
    expect((await refusal(call('no.such', {}, admin))).code).toBe('NOT_FOUND');
  });

  it('keep no secret in logs or stored results', async () => {
    const { call, dataDir } = await openTestStore();
    await call('staff.add', { requestId: randomUUID(), name: 'kefu', role: 'service', password: 'Tulpen-im-Mai-17' });
    const { token } = await call('tokens.add', { requestId: randomUUID(), name: 'DMS', role: 'service' });
    const connection = openConnection(join(dataDir, 'caredesk.sqlite'), { readonly: true });
    const text = JSON.stringify([
      connection.prepare('SELECT * FROM auditDetail').all(),
      connection.prepare('SELECT * FROM requestResult').all(),
      connection.prepare('SELECT * FROM changeLog').all(),
    ]);
    connection.close();
    expect(text).not.toContain('Tulpen');
    expect(text).not.toContain(token);
  });

  it('put every change in the change log, from which the earlier state can be read back', async () => {
    const { call, dataDir } = await openTestStore();
    const { id } = await call('customers.add', { name: '王伟', phones: [{ number: '13800138000' }], address: '甲' });
    await call('customers.update', {
      id,
      version: 1,
      name: '王伟',
      phones: [{ number: '13900139000' }],
      address: '乙',
    });
    const connection = openConnection(join(dataDir, 'caredesk.sqlite'), { readonly: true });
    const change = connection.prepare("SELECT * FROM changeLog WHERE op = 'update'").get() as {
      before: string;
      after: string;
    };
    connection.close();
    expect(JSON.parse(change.before)).toEqual({ address: '甲', phones: [{ number: '13800138000', label: 'mobile' }] });
    expect(JSON.parse(change.after)).toEqual({ address: '乙', phones: [{ number: '13900139000', label: 'mobile' }] });
  });
});

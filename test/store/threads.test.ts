import { describe, expect, it } from 'vitest';
import { admin, openTestStore, refusal, tempFolder } from './openTestStore.ts';

describe('a store in threads', () => {
  it('answers like one inline, tells what changed, and passes errors on whole', async () => {
    const { call, store } = await openTestStore({ threads: true });
    const events: unknown[] = [];
    store.onEvent((event) => events.push(event));
    const { id } = await call('customers.add', { name: '王伟', phones: [{ number: '13800138000' }] });
    expect((await call('customers.search', { q: '8000' })).hits).toHaveLength(1);
    expect(events).toEqual([{ type: 'changed', topics: ['customers', `customer:${id}`] }]);
    expect(await refusal(call('customers.add', { name: '李敏', phones: [{ number: '1' }] }))).toEqual({
      code: 'VALIDATION',
      fields: ['phones.0.number: phone-invalid'],
    });
    expect(await refusal(call('customers.get', { id: 'x' }))).toMatchObject({ code: 'VALIDATION' });
    expect(await refusal(call('customers.update', { id, version: 7, name: 'x' }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('lets many write at once, one after another, and reads its own writes', async () => {
    const { call } = await openTestStore({ threads: true });
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        call('customers.add', { name: `王${i}`, phones: [{ number: `138001380${String(i).padStart(2, '0')}` }] }),
      ),
    );
    expect((await call('customers.list')).total).toBe(40);
  });

  it('says so where there is no store to open, and refuses calls once closed', async () => {
    expect(await refusal(openTestStore({ threads: true, create: false, dataDir: tempFolder() }))).toEqual({
      code: 'NOT_FOUND',
      reason: 'no-store',
    });
    const { store } = await openTestStore({ threads: true });
    await store.close();
    expect((await refusal(store.call('home.today', {}, admin))).code).toBe('BUSY');
  });
});

import { describe, expect, it } from 'vitest';
import { openTestStore, refusal, staffAs } from './openTestStore.ts';

const reception = staffAs('reception');
const service = staffAs('service');
const manager = staffAs('manager');
const gold = { name: '金卡半年没来', filter: { tier: 'gold', awayMonths: 6 }, sort: 'lastVisit' };

describe('客户群', () => {
  it('is its maker’s own; a shared one is everybody’s', async () => {
    const { call } = await openTestStore();
    await call('savedFilters.add', gold, reception);
    await call('savedFilters.add', { name: '本月生日', filter: { birthdayMonth: 11 }, shared: true }, manager);
    const names = async (who: typeof reception) =>
      (await call('savedFilters.list', {}, who)).rows.map((row: { name: string }) => row.name);
    expect(await names(reception)).toEqual(['本月生日', '金卡半年没来']);
    expect(await names(service)).toEqual(['本月生日']);
    const { rows } = await call('savedFilters.list', {}, reception);
    expect(rows[1]).toMatchObject({ filter: gold.filter, sort: 'lastVisit', shared: false, mayChange: true });
    expect(rows[0]).toMatchObject({ shared: true, mayChange: false, byName: 'manager' });
  });

  it('only managers share, and change what is shared', async () => {
    const { call } = await openTestStore();
    expect(await refusal(call('savedFilters.add', { ...gold, shared: true }, reception))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'filter-sharing-not-allowed',
    });
    const { id, version } = await call('savedFilters.add', { ...gold, shared: true }, manager);
    expect(await refusal(call('savedFilters.remove', { id, version }, reception))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('another’s own is not there to be changed', async () => {
    const { call } = await openTestStore();
    const { id, version } = await call('savedFilters.add', gold, reception);
    expect(await refusal(call('savedFilters.remove', { id, version }, service))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a name is taken once', async () => {
    const { call } = await openTestStore();
    await call('savedFilters.add', gold, reception);
    expect(await refusal(call('savedFilters.add', { ...gold, filter: {} }, reception))).toMatchObject({
      code: 'CONFLICT',
      reason: 'filter-name-taken',
    });
    await call('savedFilters.add', gold, service);
  });

  it('is renamed, removed, and brought back', async () => {
    const { call } = await openTestStore();
    const { id, version } = await call('savedFilters.add', gold, reception);
    const next = await call(
      'savedFilters.update',
      { ...gold, id, version, name: '金卡流失', shared: false },
      reception,
    );
    expect(await refusal(call('savedFilters.remove', { id, version }, reception))).toMatchObject({ code: 'CONFLICT' });
    await call('savedFilters.remove', next, reception);
    expect((await call('savedFilters.list', {}, reception)).rows).toEqual([]);
    await call('savedFilters.restore', { id }, reception);
    expect((await call('savedFilters.list', {}, reception)).rows[0].name).toBe('金卡流失');
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TaskAudience } from '../../db/contract/taskTerms.ts';
import { addDays } from '../../db/domain/day.ts';
import { instantOf } from '../../db/domain/zonedTime.ts';
import { openTaskDesk, today } from './taskDesk.ts';

describe('for whom', () => {
  it('kind, members, tiers, series and tags narrow it; who is gone or merged is nobody', async () => {
    const desk = await openTaskDesk();
    const everybody: TaskAudience = { kind: null, members: 'any', tiers: [], series: [], tags: [] };
    const trigger = { kind: 'festival', calendar: 'solar', month: 11, date: 22, leadDays: 0 } as const;
    const gold = await desk.addMember({ tier: 'gold' });
    const silver = await desk.addMember({ through: '2026-01-01' });
    const other = await desk.addCustomer();
    const company = (await desk.call('customers.add', { name: '华兴物流', kind: 'company' })).id as string;
    const gone = await desk.addCustomer();
    const merged = await desk.addCustomer();
    desk.sql('UPDATE customer SET deletedAt = 1 WHERE id = ?', gone.customerId);
    desk.sql('UPDATE customer SET mergedInto = ? WHERE id = ?', other.customerId, merged.customerId);
    desk.sql("INSERT INTO customerTag (customerId, tag) VALUES (?, '车友会')", other.customerId);
    desk.car(silver.vehicleId, { series: '朗逸' });
    const who = async (audience: object): Promise<string[]> => {
      const ruleId = desk.only('春节祝福', { trigger, audience: { ...everybody, ...audience } });
      return (await desk.found(ruleId)).map(({ customerId }) => customerId).sort();
    };
    const ids = (...customers: { customerId: string }[]) => customers.map(({ customerId }) => customerId).sort();
    expect(await who({})).toEqual([...ids(gold, silver, other), company].sort());
    expect(await who({ kind: 'company' })).toEqual([company]);
    // a membership whose last day is over can still be renewed
    expect(await who({ members: 'members' })).toEqual(ids(gold, silver));
    expect(await who({ members: 'others', kind: 'person' })).toEqual(ids(other));
    expect(await who({ tiers: ['gold'] })).toEqual(ids(gold));
    expect(await who({ series: ['朗逸'] })).toEqual(ids(silver));
    expect(await who({ tags: ['车友会', '自驾'] })).toEqual(ids(other));
  });

  it('nothing dated before the go-live day makes a task, nor what began before the rule', async () => {
    const desk = await openTaskDesk();
    const { vehicleId } = await desk.addCustomer();
    desk.car(vehicleId, { deliveryDay: '2026-11-15' });
    const ruleId = desk.only('购车后回访');
    const golive = (day: string | null) => desk.sql('UPDATE store SET goLiveDay = ?', day);
    expect(await desk.found(ruleId)).toHaveLength(1);
    // it would begin today, and tells of what was before
    golive('2026-11-16');
    expect(await desk.found(ruleId)).toEqual([]);
    golive('2026-11-15');
    expect(await desk.found(ruleId)).toHaveLength(1);
    desk.only('购车后回访', { fromDay: '2026-11-23' });
    expect(await desk.found(ruleId)).toEqual([]);
    desk.only('购车后回访', { fromDay: today });
    expect(await desk.found(ruleId)).toHaveLength(1);
    golive('2027-01-01');
    expect(await desk.found(ruleId)).toEqual([]);
  });

  it('a rule that is not in use, or gone, finds nothing and adds nothing', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('购车后回访');
    const { vehicleId } = await desk.addCustomer();
    desk.car(vehicleId, { deliveryDay: '2026-11-15' });
    const rows = await desk.found(ruleId);
    expect(rows).toHaveLength(1);
    desk.only('中秋祝福');
    expect(await desk.found(ruleId)).toEqual([]);
    expect(await desk.call('tasks.add', { ruleId, rows })).toEqual({ added: 0 });
    expect(await desk.found(randomUUID())).toEqual([]);
  });
});

it('a day of the store’s, whatever the machine’s zone', async () => {
  const desk = await openTaskDesk();
  const ruleId = desk.only('生日祝福', { keepDays: 2 });
  await desk.call('customers.add', {
    name: '李敏',
    birthday: { calendar: 'solar', year: 1980, month: 11, day: 22, leap: false },
  });
  desk.clock.now = instantOf(today, '00:00', 'Asia/Shanghai');
  expect(await desk.found(ruleId)).toMatchObject([{ dueAt: instantOf(today, '12:00', 'Asia/Shanghai') }]);
  desk.clock.now = instantOf(today, '00:00', 'Asia/Shanghai') - 1;
  expect(await desk.found(ruleId)).toEqual([]);
  desk.clock.now = instantOf(addDays(today, 2), '00:00', 'Asia/Shanghai') - 1;
  expect(await desk.found(ruleId)).toHaveLength(1);
});

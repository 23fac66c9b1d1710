import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../db/store/types.ts';
import { type Log, noLog } from '../../electron/host/log.ts';
import { TaskChanges } from '../../electron/host/taskChanges.ts';
import { TaskJob } from '../../electron/host/taskJob.ts';
import { questionnaires, rated } from './surveyDesk.ts';
import { openTaskDesk, type TaskDesk } from './taskDesk.ts';

const dayMs = 86_400_000;
const quick = { firstMs: 0, everyMs: 60, gatherMs: 10, betweenMs: 0 };
/** looks that do not come by themselves within a test */
const rare = { ...quick, everyMs: 600_000 };

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await pause(10);
  }
  throw new Error('it did not come about');
};

/** The desk's own job over a store whose calls are counted. */
const withJob = (desk: TaskDesk, times = rare) => {
  const calls: string[] = [];
  const counted: Store = {
    ...desk.store,
    call: (name, ...rest) => {
      calls.push(name);
      return desk.store.call(name, ...rest);
    },
  };
  const job = new TaskJob(counted, noLog, times);
  onTestFinished(() => job.close());
  const count = (name: string): number => calls.filter((one) => one === name).length;
  return { job, calls, count };
};

describe('the desk looks by itself', () => {
  it('as it starts and at a new day, and writes nothing where there is nothing', async () => {
    const desk = await openTaskDesk();
    desk.only('保险到期提醒');
    const { vehicleId } = await desk.addCustomer();
    await desk.insured(vehicleId, '2026-12-23');
    const { count, job } = withJob(desk, quick);
    await until(() => count('tasks.asked') === 1);
    expect(desk.tasks()).toEqual([]);
    desk.clock.now += dayMs;
    await until(() => count('tasks.asked') === 2);
    expect(desk.tasks()).toMatchObject([{ vehicleId, day: '2026-11-23' }]);
    desk.clock.now += 20 * dayMs;
    await until(() => desk.tasks()[0]?.state === 'lapsed');
    await job.close();
    expect([count('tasks.add'), count('tasks.end')]).toEqual([1, 1]);
  });

  it('shows a promise soon after it was made, ends it soon after it was kept, and is not woken by what it writes', async () => {
    const desk = await openTaskDesk();
    const { customerId } = await desk.addCustomer();
    const { calls, count } = withJob(desk);
    await until(() => count('tasks.asked') === 1);
    const promise = { text: '回电', dueAt: desk.clock.now + 1000, ownerId: desk.managerId, customerId };
    const { id } = await desk.call('promises.add', promise);
    await until(() => desk.tasks().length === 1);
    await desk.call('promises.keep', { id, version: 1 });
    await until(() => desk.tasks()[0]?.state === 'ended');
    await pause(100);
    const before = calls.length;
    await pause(200);
    expect(calls.length).toBe(before);
    // once at the start, and each of the three that find what is owed, and the two of a handover, after each change
    expect(count('tasks.found')).toBe(23 + 2 * 5);
  });

  it('shows a bad answer soon after it was given, and ends it soon after somebody spoke with them', async () => {
    const desk = await openTaskDesk();
    const { customerId } = await desk.addCustomer();
    const { count } = withJob(desk);
    await until(() => count('tasks.asked') === 1);
    const given = { questionnaireId: questionnaires.service, channel: 'counter', customerId, answers: rated(1, 1) };
    const { id } = await desk.call('surveys.record', given);
    await until(() => desk.tasks().length === 1);
    await desk.call('surveys.follow', { id, version: 1, note: '已致歉' });
    await until(() => desk.tasks()[0]?.endReason === 'followedUp');
  });

  it('shows the letter and the first call soon after a car was handed over', async () => {
    const desk = await openTaskDesk();
    const { customerId } = await desk.addCustomer();
    const { count } = withJob(desk);
    await until(() => count('tasks.asked') === 1);
    const { id } = await desk.call('deliveries.add', { customerId, vehicle: { series: '天籁' } });
    await desk.call('deliveries.deliver', { id, version: 1, note: '急用车' });
    await until(() => desk.tasks().length === 2);
    expect(desk.tasks().map(({ rule }) => rule)).toEqual(['交车致谢首次电话', '交车感谢信']);
  });

  it('ends a task soon after its end has come, and asks the other rules at the next look', async () => {
    const desk = await openTaskDesk();
    desk.only('保险到期提醒');
    const { vehicleId } = await desk.addCustomer();
    const other = await desk.addCustomer();
    await desk.insured(vehicleId, '2026-11-29');
    const { count } = withJob(desk, { ...quick, everyMs: 400 });
    await until(() => desk.tasks().length === 1);
    await desk.insured(vehicleId, '2027-11-29');
    await desk.insured(other.vehicleId, '2026-11-29');
    await until(() => desk.tasks("t.state = 'ended'").length === 1);
    await until(() => desk.tasks().length === 2);
    await pause(500);
    // at the start and after the change, not at every look
    expect(count('tasks.found')).toBe(2);
  });

  it('says once that it cannot, and goes on when it can', async () => {
    const desk = await openTaskDesk();
    const said: string[] = [];
    const log: Log = { ...noLog, error: (message) => void said.push(message) };
    let broken = true;
    const failing: Store = {
      ...desk.store,
      call: (name, ...rest) => (broken ? Promise.reject(new Error('no disk')) : desk.store.call(name, ...rest)),
    };
    const job = new TaskJob(failing, log, quick);
    onTestFinished(() => job.close());
    await pause(300);
    expect(said).toEqual(['tasks cannot be looked for now']);
    broken = false;
    await until(() => desk.rows('SELECT day FROM taskRun WHERE day IS NOT NULL').length === 1);
  });

  it('closes in the midst of its work, and another finds what it left', async () => {
    const desk = await openTaskDesk();
    desk.only('保险到期提醒', { mostPerDay: 500 });
    for (let one = 0; one < 120; one++) {
      const { vehicleId } = await desk.addCustomer();
      desk.car(vehicleId, { insuranceEndDay: '2026-11-29' });
    }
    const first = withJob(desk, { ...rare, betweenMs: 5000 });
    await until(() => first.count('tasks.add') === 1);
    const closing = performance.now();
    await first.job.close();
    expect(performance.now() - closing).toBeLessThan(1000);
    expect(desk.tasks()).toHaveLength(50);
    expect((await desk.call('tasks.due')).due).toBe(true);
    const second = withJob(desk);
    await until(() => second.count('tasks.asked') === 1);
    expect(desk.tasks()).toHaveLength(120);
  });
});

describe('what a change concerns', () => {
  const noted = (...topics: string[]) => {
    const changes = new TaskChanges();
    return changes.note({ type: 'changed', topics }) ? changes.take() : null;
  };
  const nothing = { customerIds: [], rules: false, owed: false, facts: false };

  it.each([
    [['tasks', 'customers', 'customer:a'], null],
    [['savedFilters'], null],
    [['enquiries', 'enquiry:1', 'customer:a'], null],
    [['tasks', 'customers', 'promises', 'customer:a'], { ...nothing, customerIds: ['a'], owed: true }],
    [['vehicles', 'customer:a', 'customer:b'], { ...nothing, customerIds: ['a', 'b'], facts: true }],
    [['visits', 'customers', 'vehicles'], { ...nothing, customerIds: null, facts: true }],
    [['taskRules', 'tasks'], { ...nothing, customerIds: null, rules: true }],
    [['imports', 'customers'], { ...nothing, customerIds: null, rules: true, facts: true }],
    [['deliveries', 'tasks', 'delivered', 'customer:a'], { ...nothing, customerIds: ['a'], owed: true }],
    [['complaints', 'complaint:1', 'customer:a'], { ...nothing, customerIds: ['a'], owed: true }],
  ])('%j', (topics, taken) => {
    expect(noted(...topics)).toEqual(taken);
  });

  it('very many customers are everybody', () => {
    const changes = new TaskChanges();
    for (let one = 0; one <= 200; one++) changes.note({ type: 'changed', topics: ['customers', `customer:${one}`] });
    expect(changes.take().customerIds).toBe(null);
    expect(changes.any).toBe(false);
  });
});

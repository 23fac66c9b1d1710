import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClockState } from '../../db/contract/complaintViews.ts';
import { complaintDefaults } from '../../db/features/settings/complaintDefaults.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { ComplaintJob } from '../../electron/host/complaintJob.ts';
import { noLog } from '../../electron/host/log.ts';
import { openTestStore, testNow } from './openTestStore.ts';

const minute = 60_000;
const hour = 60 * minute;

interface AlertRow {
  clock: string;
  round: number;
  percent: number;
  at: number;
  forId: string | null;
  seenAt: number | null;
}

/**
 * A store open every day 08:30–17:30, a complaint received as the test begins (Sunday 10:30): 响应 in 2 h (50 % at 11:30, 80 % at 12:06,
 * 95 % at 12:24), 解决 in 24 h, both by natural hours.
 */
const openComplaints = async () => {
  const test = await openTestStore();
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const ownerId: string = (await test.call('store.setup', setup)).staffId;
  const database = new Database(storeFileOf(test.dataDir));
  onTestFinished(() => void database.close());
  const at = (ms: number) => {
    test.clock.now = testNow + ms;
  };
  const add = async (input: object = {}): Promise<string> =>
    (
      await test.call('complaints.add', {
        channel: 'phone',
        title: '空调异味',
        what: '开空调有异味，来过两次没解决',
        category: 'product.aircon',
        strangerName: '李先生',
        strangerPhone: '13900139000',
        ownerId,
        ...input,
      })
    ).id;
  const get = (id: string) => test.call('complaints.get', { id });
  /** a command of the complaint as it stands */
  const act = async (command: string, id: string, input: object = {}) =>
    test.call(`complaints.${command}`, { id, version: (await get(id)).complaint.version, ...input });
  const contact = (id: string) => test.call('complaints.contact', { id, kind: 'contact', text: '已致电' });
  const remind = (): Promise<{ warned: number; escalated: number }> => test.call('complaints.remind');
  const isDue = async (): Promise<boolean> => (await test.call('complaints.due')).due;
  const alerts = (id: string): AlertRow[] =>
    database
      .prepare<[string], AlertRow>(
        'SELECT clock, round, percent, at, forId, seenAt FROM complaintAlert WHERE complaintId = ? ORDER BY clock, round, percent',
      )
      .all(id);
  /** oldest first */
  const told = async (id: string) =>
    // biome-ignore lint/suspicious/noExplicitAny: what the entry gives
    (await get(id)).events.filter((event: any) => ['warning', 'escalated'].includes(event.kind)).reverse();
  const clockOf = async (id: string, clock: 'acknowledge' | 'solve'): Promise<ClockState | undefined> =>
    (await get(id)).clocks.find((one: ClockState) => one.clock === clock);
  return { ...test, ownerId, database, at, add, get, act, contact, remind, isDue, alerts, told, clockOf };
};

const nothing = { warned: 0, escalated: 0 };
const terms = complaintDefaults.complaintTerms;

describe('warnings', () => {
  it('come at each share of a term, once, to the owner, and go on record', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(hour - 1);
    expect(await desk.isDue()).toBe(false);
    expect(await desk.remind()).toEqual(nothing);
    desk.at(hour);
    expect(await desk.isDue()).toBe(true);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    expect(await desk.isDue()).toBe(false);
    expect(await desk.remind()).toEqual(nothing);
    const key = { clock: 'acknowledge', round: 1 };
    expect(desk.alerts(id)).toEqual([{ ...key, percent: 50, at: testNow + hour, forId: desk.ownerId, seenAt: null }]);
    expect(await desk.told(id)).toMatchObject([
      { kind: 'warning', at: testNow + hour, values: { clock: 'acknowledge', percent: 50, to: '周凯' } },
    ]);
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ warnedPercent: 50, escalatedTo: null, late: false });
    desk.at(96 * minute);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    desk.at(114 * minute);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    expect(desk.alerts(id).map(({ percent }) => percent)).toEqual([50, 80, 95]);
  });

  it('of nobody’s complaint, and of one whose owner left, go to everyone of service', async () => {
    const desk = await openComplaints();
    const nobodys = await desk.add({ ownerId: null });
    const left = await desk.add();
    desk.database.prepare('UPDATE staff SET active = 0 WHERE id = ?').run(desk.ownerId);
    desk.at(hour);
    expect(await desk.remind()).toEqual({ warned: 2, escalated: 0 });
    for (const id of [nobodys, left]) {
      expect(desk.alerts(id)).toMatchObject([{ percent: 50, forId: null, seenAt: null }]);
      expect((await desk.told(id))[0].values).toEqual({ clock: 'acknowledge', percent: 50 });
    }
  });

  it('stop with the answer', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(30 * minute);
    await desk.contact(id);
    desk.at(4 * hour);
    expect(await desk.remind()).toEqual(nothing);
    // 解决: half of 24 h
    desk.at(12 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    expect(desk.alerts(id)).toMatchObject([{ clock: 'solve', round: 1, percent: 50 }]);
  });

  it('are not given while we wait for the customer, and go on where it runs on', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    await desk.contact(id);
    desk.at(6 * hour);
    await desk.act('pause', id, { reason: 'vehicle' });
    desk.at(60 * hour);
    expect(await desk.remind()).toEqual(nothing);
    await desk.act('resume', id);
    expect(await desk.isDue()).toBe(false);
    // 6 h before the pause and 6 h after it
    desk.at(66 * hour - 1);
    expect(await desk.isDue()).toBe(false);
    desk.at(66 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
  });

  it('are not given while a solution lies before the customer; refused, the clock runs on from there', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    await desk.contact(id);
    desk.at(2 * hour);
    await desk.act('propose', id, { text: '免费更换空调滤芯并清洗' });
    desk.at(50 * hour);
    expect(await desk.isDue()).toBe(false);
    await desk.act('answer', id, { accepted: false, text: '不认可' });
    expect(await desk.isDue()).toBe(false);
    desk.at(60 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    expect(desk.alerts(id)).toMatchObject([{ clock: 'solve', percent: 50 }]);
  });
});

describe('a breach', () => {
  it('is told once to whom the severity names', async () => {
    const desk = await openComplaints();
    const severities = terms.severities.map((one) => ({ ...one, escalateToId: desk.ownerId }));
    await desk.call('settings.update', { values: { complaintTerms: { ...terms, severities } } });
    const id = await desk.add({ ownerId: null });
    desk.at(2 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    desk.at(2 * hour + 1);
    expect(await desk.remind()).toEqual({ warned: 0, escalated: 1 });
    desk.at(5 * hour);
    expect(await desk.remind()).toEqual(nothing);
    expect(desk.alerts(id).at(-1)).toMatchObject({ percent: 100, forId: desk.ownerId, seenAt: null });
    expect((await desk.told(id)).at(-1)).toMatchObject({
      kind: 'escalated',
      values: { clock: 'acknowledge', percent: 100, to: '周凯' },
    });
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({
      late: true,
      reasonMissing: true,
      warnedPercent: 95,
      escalatedTo: '周凯',
    });
  });

  it('is told to every manager where the severity names nobody', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(3 * hour);
    expect(await desk.remind()).toEqual({ warned: 0, escalated: 1 });
    expect(desk.alerts(id).at(-1)).toMatchObject({ percent: 100, forId: null, seenAt: null });
    expect((await desk.told(id)).at(-1).values).toEqual({ clock: 'acknowledge', percent: 100 });
  });

  it('stops wanting a reason once a manager answers for it', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(3 * hour);
    await desk.contact(id);
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ state: 'stopped', late: true, reasonMissing: true });
    await desk.act('explainBreach', id, { clock: 'acknowledge', reason: '系统停电', managerId: desk.ownerId });
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ late: true, reasonMissing: false });
  });
});

describe('a late round before this one', () => {
  it('wants its reason as well, though the new term is in time', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    await desk.contact(id);
    desk.at(30 * hour);
    await desk.act('propose', id, { text: '免费更换' });
    await desk.act('answer', id, { accepted: true });
    expect(await desk.clockOf(id, 'solve')).toMatchObject({ state: 'stopped', late: true, reasonMissing: true });
    await desk.act('finish', id, { text: '已更换' });
    await desk.act('askBack', id, { answer: 'no' });
    expect(await desk.clockOf(id, 'solve')).toMatchObject({ state: 'running', late: false, reasonMissing: true });
    await desk.act('explainBreach', id, { clock: 'solve', reason: '配件缺货', managerId: desk.ownerId });
    expect(await desk.clockOf(id, 'solve')).toMatchObject({ late: false, reasonMissing: false });
    desk.at(55 * hour);
    expect(await desk.clockOf(id, 'solve')).toMatchObject({ late: true, reasonMissing: true });
  });
});

describe('once and no more', () => {
  it('after a machine slept for three days: one alert of each clock, not four', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(72 * hour);
    expect(await desk.remind()).toEqual({ warned: 0, escalated: 2 });
    expect(await desk.remind()).toEqual(nothing);
    expect(await desk.told(id)).toHaveLength(2);
    const unseen = desk.alerts(id).filter(({ seenAt }) => seenAt === null);
    expect(unseen.map(({ clock, percent }) => [clock, percent])).toEqual([
      ['acknowledge', 100],
      ['solve', 100],
    ]);
    // what was passed over counts as told, and is no warning that anybody had
    expect(desk.alerts(id)).toHaveLength(8);
    expect(await desk.clockOf(id, 'solve')).toMatchObject({ warnedPercent: null });
  });

  it('after the clock was set back', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    desk.at(hour);
    await desk.remind();
    desk.at(-5 * hour);
    expect(await desk.isDue()).toBe(false);
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({
      natural: { usedMs: 0, leftMs: 2 * hour, stoodMs: 0 },
      working: { usedMs: 0, stoodMs: 0 },
      late: false,
    });
    desk.at(hour + minute);
    expect(await desk.remind()).toEqual(nothing);
    expect(desk.alerts(id)).toHaveLength(1);
  });

  it('after the severity was changed to longer terms and back', async () => {
    const desk = await openComplaints();
    const severities = terms.severities.map((one) =>
      one.severity === 'minor' ? { ...one, acknowledgeMinutes: { natural: 600, working: 480 } } : one,
    );
    await desk.call('settings.update', { values: { complaintTerms: { ...terms, severities } } });
    const id = await desk.add({ severity: 'critical' });
    // 严重 in 1 h
    desk.at(30 * minute);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    const facts = {
      channel: 'phone',
      title: '空调异味',
      what: '开空调有异味，来过两次没解决',
      category: 'product.aircon',
      strangerName: '李先生',
      strangerPhone: '13900139000',
      ownerId: desk.ownerId,
    };
    await desk.act('update', id, { ...facts, severity: 'minor' });
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ natural: { limitMs: 10 * hour } });
    expect(await desk.isDue()).toBe(false);
    await desk.act('update', id, { ...facts, severity: 'critical' });
    expect(await desk.isDue()).toBe(false);
    expect(desk.alerts(id)).toHaveLength(1);
  });

  it('a complaint keeps the terms of the day it was received', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    const severities = terms.severities.map((one) => ({ ...one, acknowledgeMinutes: { natural: 600, working: 480 } }));
    await desk.call('settings.update', { values: { complaintTerms: { ...terms, severities } }, fromDay: '2026-11-23' });
    desk.at(24 * hour);
    const later = await desk.add();
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ natural: { limitMs: 2 * hour } });
    expect(await desk.clockOf(later, 'acknowledge')).toMatchObject({ natural: { limitMs: 10 * hour } });
  });

  it('opened again, a new term warns anew; 响应 has been given and says nothing', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    await desk.contact(id);
    desk.at(12 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    await desk.act('propose', id, { text: '免费更换' });
    await desk.act('answer', id, { accepted: true });
    await desk.act('finish', id, { text: '已更换' });
    desk.at(96 * hour);
    expect(await desk.isDue()).toBe(false);
    await desk.act('askBack', id, { answer: 'no', text: '又有异味' });
    expect(await desk.isDue()).toBe(false);
    desk.at(108 * hour);
    expect(await desk.remind()).toEqual({ warned: 1, escalated: 0 });
    expect(desk.alerts(id).map(({ clock, round, percent }) => [clock, round, percent])).toEqual([
      ['solve', 1, 50],
      ['solve', 2, 50],
    ]);
  });

  it('closed, it warns of nothing', async () => {
    const desk = await openComplaints();
    const id = await desk.add();
    await desk.act('close', id, { outcome: 'withdrawn', cause: 'customer' });
    desk.at(72 * hour);
    expect(await desk.isDue()).toBe(false);
    expect(await desk.clockOf(id, 'acknowledge')).toMatchObject({ state: 'stopped', late: false });
  });
});

describe('nobody has to ask for it', () => {
  it('the desk looks as soon as a complaint was changed, and writes nothing where nothing is due', async () => {
    const desk = await openComplaints();
    const job = new ComplaintJob(desk.store, noLog);
    onTestFinished(() => job.close());
    const quiet = await desk.add();
    const late = await desk.add({ receivedAt: testNow - 3 * hour });
    for (let tries = 0; tries < 200 && desk.alerts(late).length === 0; tries++) await pause(20);
    expect(desk.alerts(late).map(({ percent }) => percent)).toEqual([50, 80, 95, 100]);
    expect(desk.alerts(quiet)).toEqual([]);
    await job.close();
    const reminded = desk.database
      .prepare<[], number>("SELECT count(*) FROM auditLog WHERE action = 'complaints.remind'")
      .pluck()
      .get();
    expect(reminded).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../db/contract/index.ts';
import type { TaskRuleRow } from '../../db/contract/taskRules.ts';
import type { TaskRuleFields } from '../../db/contract/taskTerms.ts';
import { addDays } from '../../db/domain/day.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { fieldsOf } from '../../renderer/features/taskRules/shapes.ts';
import { openTestStore, refusal, staffAs } from './openTestStore.ts';

type Preview = NonNullable<Contract['taskRules']['preview']['~orpc']['outputSchema']>['_output'];

const today = '2026-11-22';
const manager = staffAs('manager');

const insurance: TaskRuleFields = {
  name: '续保',
  trigger: { kind: 'insuranceEnd', leadDays: [30, 7] },
  audience: { kind: null, members: 'any', tiers: [], series: [], tags: [] },
  channel: 'call',
  purpose: 'care',
  owner: 'service',
  termHours: 24,
  keepDays: 5,
  everyDays: 0,
  mostPerDay: 100,
  script: '{称呼}您好，您的{车牌}保险{日期}到期。',
  form: 'none',
  questionnaireId: null,
  active: true,
};

const openDesk = async () => {
  const desk = await openTestStore();
  const { call } = desk;
  await call('store.setup', { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) });
  /** A customer whose insurance ends so many days from today. */
  const insured = async (name: string, days: number, input: object = {}): Promise<string> => {
    const made = await call('customers.add', {
      name,
      phones: [{ number: `1380013${String(1000 + days).padStart(4, '0')}` }],
      vehicle: { plate: `京A${String(10_000 + days).slice(-5)}` },
      ...input,
    });
    await call('vehicles.addPolicy', { id: made.vehicleId, endDay: addDays(today, days) });
    return made.id;
  };
  const rules = async (): Promise<TaskRuleRow[]> => (await call('taskRules.list')).rows;
  const ruleOf = async (id: string): Promise<TaskRuleRow> => {
    const found = (await rules()).find((rule) => rule.id === id);
    if (!found) throw new Error('no such rule');
    return found;
  };
  const add = async (part: Partial<TaskRuleFields> = {}): Promise<string> =>
    (await call('taskRules.add', { rule: { ...insurance, ...part } }, manager)).id;
  const update = async (id: string, part: Partial<TaskRuleFields>) => {
    const rule = await ruleOf(id);
    return call('taskRules.update', { id, version: rule.version, rule: { ...fieldsOf(rule), ...part } }, manager);
  };
  const preview = (part: Partial<TaskRuleFields> = {}, day?: string): Promise<Preview> =>
    call('taskRules.preview', { rule: { ...insurance, ...part }, ...(day ? { day } : {}) }, manager);
  /** straight from, and into, the file */
  const sql = <Row = unknown>(statement: string, ...values: (string | number)[]): Row[] => {
    const connection = openConnection(storeFileOf(desk.dataDir));
    try {
      const prepared = connection.prepare(statement);
      if (!/^\s*SELECT/.test(statement)) return [prepared.run(...values) as Row];
      return prepared.all(...values) as Row[];
    } finally {
      connection.close();
    }
  };
  /** Makes the tasks that a rule finds today. */
  const run = async (ruleId: string): Promise<void> => {
    const { rows } = await call('tasks.found', { ruleId });
    await call('tasks.add', { ruleId, rows });
  };
  const undo = async (): Promise<void> => {
    const [last] = (await call('changes.recent', { limit: 1 }, manager)).rows;
    await call('changes.undo', { command: last.command }, manager);
  };
  const tasks = (ruleId: string) =>
    sql<{ state: string; endReason: string | null; dueAt: number; ownerId: string | null }>(
      'SELECT state, endReason, dueAt, ownerId FROM task WHERE ruleId = ? ORDER BY key',
      ruleId,
    );
  const fromDayOf = (id: string): string | null =>
    sql<{ fromDay: string | null }>('SELECT fromDay FROM taskRule WHERE id = ?', id)[0]?.fromDay ?? null;
  return { ...desk, insured, rules, ruleOf, add, update, preview, run, undo, tasks, fromDayOf, sql };
};

describe('回访规则', () => {
  it('the store begins with the journey of the trade, seen by everyone', async () => {
    const { call } = await openDesk();
    const { rows }: { rows: TaskRuleRow[] } = await call('taskRules.list', {}, staffAs('reception'));
    expect(rows.length).toBe(23);
    expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(['承诺到期', '投诉回访', '交车致谢首次电话']);
    expect(rows.find(({ name }) => name === '保险到期提醒')).toMatchObject({
      trigger: { kind: 'insuranceEnd', leadDays: [90, 60, 30, 7] },
      channel: 'call',
      purpose: 'care',
      active: true,
      counts: { open: 0, done: 0, ended: 0, lapsed: 0, dropped: 0 },
    });
    expect(await refusal(call('taskRules.add', { rule: insurance }, staffAs('service')))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('each shipped rule may be saved as it is', async () => {
    const { rules, update } = await openDesk();
    for (const { id } of await rules()) await update(id, { name: `改过${id.slice(-2)}` });
    expect((await rules()).every(({ version, name }) => version === 2 && name.startsWith('改过'))).toBe(true);
  });

  it('a new one stands last and begins today; undone, it is gone', async () => {
    const { add, rules, ruleOf, fromDayOf, undo } = await openDesk();
    const id = await add();
    expect((await rules()).at(-1)?.id).toBe(id);
    expect(await ruleOf(id)).toMatchObject({ ...insurance, byName: 'manager', version: 1 });
    expect(fromDayOf(id)).toBe(today);
    await undo();
    expect((await rules()).some((rule) => rule.id === id)).toBe(false);
  });

  it.each<readonly [string, Partial<TaskRuleFields>, string]>([
    ['a lead twice', { trigger: { kind: 'insuranceEnd', leadDays: [30, 30] } }, 'rule.trigger: lead-twice'],
    ['months twice', { trigger: { kind: 'noVisit', months: [6, 6], afterFirst: false } }, 'rule.trigger: lead-twice'],
    [
      '31 April',
      { trigger: { kind: 'festival', calendar: 'solar', month: 4, date: 31, leadDays: 0 } },
      'rule.trigger: date-invalid',
    ],
    [
      'a 31st of a lunar month',
      { trigger: { kind: 'festival', calendar: 'lunar', month: 1, date: 31, leadDays: 0 } },
      'rule.trigger: date-invalid',
    ],
    ['a field that is none', { script: '{称呼}您好，{电话}' }, 'rule.script: field-unknown'],
    ['what nobody is owed', { purpose: 'duty' }, 'rule.purpose: duty-not-owed'],
    ['a letter with the form of a call', { channel: 'letter', form: 'firstCall' }, 'rule.form: form-needs-call'],
  ])('%s is refused', async (_what, part, field) => {
    const { call, rules } = await openDesk();
    const before = await rules();
    const refused = await refusal(call('taskRules.add', { rule: { ...insurance, ...part } }, manager));
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [field] });
    expect(await rules()).toEqual(before);
  });

  it('never ends, or hits everybody: refused, and nothing is lost', async () => {
    const { call, add, rules, sql, preview, update } = await openDesk();
    const never = { ...insurance, keepDays: 9999 };
    expect(await refusal(call('taskRules.add', { rule: never }, manager))).toMatchObject({ code: 'VALIDATION' });
    for (let at = 0; at < 260; at += 1) {
      sql(
        `INSERT INTO customer (id, kind, name, pinyin, birthCalendar, birthMonth, birthDay, createdAt, updatedAt)
         VALUES (?, 'person', ?, '', 'solar', 11, ?, 1, 1)`,
        `01a20000-0000-7000-8000-${String(at).padStart(12, '0')}`,
        `客户${at}`,
        at < 215 ? 22 : 30,
      );
    }
    const birthday = { trigger: { kind: 'birthday', family: false, leadDays: 0 } } as const;
    expect(await preview(birthday)).toMatchObject({ matched: 215, listed: 0, customers: 260 });
    const refused = call('taskRules.add', { rule: { ...insurance, ...birthday } }, manager);
    await expect(refused).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'rule.audience', reason: 'rule-hits-everybody' }], values: { count: 215 } },
    });
    // switched off it calls nobody; narrowed it may begin
    const id = await add({ ...birthday, active: false });
    expect(await refusal(update(id, { active: true }))).toMatchObject({
      fields: ['rule.audience: rule-hits-everybody'],
    });
    await update(id, { active: true, audience: { ...insurance.audience, members: 'members' } });
    expect((await rules()).at(-1)).toMatchObject({ active: true, version: 2 });
  });

  it('switched on again, or finding others, it begins anew; other words leave it as it began', async () => {
    const { add, update, fromDayOf, clock, undo } = await openDesk();
    const id = await add();
    clock.now += 3 * 86_400_000;
    await update(id, { script: '{称呼}您好', termHours: 48 });
    expect(fromDayOf(id)).toBe(today);
    await update(id, { active: false });
    expect(fromDayOf(id)).toBe(today);
    await update(id, { active: true });
    expect(fromDayOf(id)).toBe('2026-11-25');
    await undo();
    expect(fromDayOf(id)).toBe(today);
    await update(id, { active: true });
    clock.now += 86_400_000;
    await update(id, { trigger: { kind: 'insuranceEnd', leadDays: [45] } });
    expect(fromDayOf(id)).toBe('2026-11-26');
  });

  it('what another changed meanwhile is not written over', async () => {
    const { add, update, call, ruleOf } = await openDesk();
    const id = await add();
    await update(id, { name: '续保提醒' });
    const late = { id, version: 1, rule: { ...insurance, name: '别的' } };
    expect(await refusal(call('taskRules.update', late, manager))).toEqual({
      code: 'CONFLICT',
      reason: 'changed-meanwhile',
    });
    expect((await ruleOf(id)).name).toBe('续保提醒');
    expect(await refusal(call('taskRules.remove', { id, version: 1 }, manager))).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('tasks go with their rule', () => {
  const withTasks = async () => {
    const desk = await openDesk();
    await desk.insured('王伟', 30);
    await desk.insured('李娜', 7);
    const id = await desk.add();
    await desk.run(id);
    expect(desk.tasks(id).map(({ state }) => state)).toEqual(['open', 'open']);
    return { ...desk, id };
  };

  it('removed, its open ones are given up; undone, they wait again', async () => {
    const { id, call, ruleOf, tasks, rules, undo, sql, clock } = await withTasks();
    expect((await ruleOf(id)).counts).toMatchObject({ open: 2 });
    await call('taskRules.remove', { id, version: 1 }, manager);
    expect((await rules()).some((rule) => rule.id === id)).toBe(false);
    expect(tasks(id).map(({ state, endReason }) => [state, endReason])).toEqual([
      ['dropped', 'ruleRemoved'],
      ['dropped', 'ruleRemoved'],
    ]);
    // on record, row by row
    const logged = sql<{ before: string; after: string }>(
      "SELECT before, after FROM changeLog WHERE entity = 'task' AND op = 'update'",
    );
    expect(logged.map(({ before }) => JSON.parse(before))).toEqual(
      Array(2).fill({ state: 'open', endReason: null, closedAt: null, closedBy: null }),
    );
    expect(logged.map(({ after }) => JSON.parse(after))).toEqual(
      Array(2).fill({ state: 'dropped', endReason: 'ruleRemoved', closedAt: clock.now, closedBy: 'manager' }),
    );
    await undo();
    expect((await ruleOf(id)).counts).toMatchObject({ open: 2, dropped: 0 });
    expect(tasks(id).map(({ state, endReason }) => [state, endReason])).toEqual([
      ['open', null],
      ['open', null],
    ]);
  });

  it('what was given up by hand before stays given up', async () => {
    const { id, call, tasks, undo, sql, clock } = await withTasks();
    const [one] = sql<{ id: string; version: number }>('SELECT id, version FROM task WHERE ruleId = ?', id);
    await call('tasks.drop', { taskId: one?.id, version: one?.version, note: '客户出国' }, manager);
    clock.now += 1000;
    await call('taskRules.remove', { id, version: 1 }, manager);
    await undo();
    expect(
      tasks(id)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['dropped', 'open']);
  });

  it('a new term and a new owner are theirs too, and are taken back', async () => {
    const { id, update, tasks, undo, sql } = await withTasks();
    const adviserId = String(sql<{ id: string }>('SELECT id FROM staff')[0]?.id);
    const [customer] = sql<{ id: string }>("SELECT id FROM customer WHERE name = '王伟'");
    sql('UPDATE customer SET adviserId = ? WHERE id = ?', adviserId, String(customer?.id));
    const before = tasks(id).map(({ dueAt }) => dueAt);
    await update(id, { termHours: 30, owner: 'adviser' });
    expect(tasks(id).map(({ dueAt }) => dueAt)).toEqual(before.map((at) => at + 6 * 3_600_000));
    expect(
      tasks(id)
        .map(({ ownerId }) => ownerId)
        .sort(),
    ).toEqual([adviserId, null].sort());
    await undo();
    expect(tasks(id).map(({ dueAt, ownerId }) => [dueAt, ownerId])).toEqual(before.map((at) => [at, null]));
  });

  it('a rule that has made tasks cannot be un-added, only removed', async () => {
    const { undo } = await withTasks();
    expect(await refusal(undo())).toMatchObject({ code: 'CONFLICT', reason: 'undo-built-on' });
  });
});

describe('预览', () => {
  it('says whom a rule would hit, judged as the list judges, and writes nothing', async () => {
    const { insured, preview, call, sql } = await openDesk();
    const refusing = await insured('李娜', 7);
    await insured('王伟', 30);
    await insured('赵敏', 29, { phones: [{ number: '01087654321' }] });
    await insured('钱多', 31);
    await call('customers.setConsent', { id: refusing, purpose: 'reminders', state: 'refused' });
    const found = await preview();
    expect(found).toMatchObject({
      day: today,
      matched: 3,
      listed: 2,
      leftOut: [{ reason: 'refused', count: 1 }],
      overCap: 0,
      customers: 4,
    });
    expect(found.sample.map(({ name, leftOut }) => [name, leftOut]).sort()).toEqual([
      ['李娜', 'refused'],
      ['王伟', null],
      ['赵敏', null],
    ]);
    expect(found.sample.find(({ name }) => name === '王伟')).toMatchObject({
      label: '京A10030',
      occasionDay: addDays(today, 30),
    });
    expect(await preview({ mostPerDay: 1 })).toMatchObject({ matched: 3, overCap: 2 });
    expect((await preview({}, addDays(today, 1))).matched).toBe(4);
    expect(await preview({ purpose: 'marketing' })).toMatchObject({
      matched: 3,
      listed: 0,
      leftOut: [{ reason: 'noConsent', count: 3 }],
    });
    expect(sql<{ count: number }>('SELECT count(*) AS count FROM task')[0]?.count).toBe(0);
  });

  it('matched = listed + left out, and no marketing without consent, whatever the rule', async () => {
    const { insured, preview, call } = await openDesk();
    const consents = ['marketingPhone', 'marketingSms', 'wechat', 'reminders'] as const;
    const states = ['granted', 'refused', 'withdrawn', null] as const;
    const latest = new Map<string, Partial<Record<(typeof consents)[number], string>>>();
    for (let at = 0; at < 16; at += 1) {
      const id = await insured(`客户${at}`, at * 3, at % 5 === 4 ? { phones: [], wechat: `wx${at}` } : {});
      const given: Partial<Record<(typeof consents)[number], string>> = {};
      for (const [index, purpose] of consents.entries()) {
        const state = states[Math.floor(at / 4 ** (index % 2)) % 4] ?? null;
        if (state === null) continue;
        await call('customers.setConsent', { id, purpose, state });
        given[purpose] = state;
      }
      latest.set(id, given);
    }
    const rule = fc.record({
      channel: fc.constantFrom('call', 'letter', 'message'),
      purpose: fc.constantFrom('care', 'marketing'),
      keepDays: fc.integer({ min: 1, max: 90 }),
      mostPerDay: fc.integer({ min: 1, max: 20 }),
      everyDays: fc.constantFrom(0, 60),
      trigger: fc.record({
        kind: fc.constant('insuranceEnd' as const),
        leadDays: fc.uniqueArray(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 6 }),
      }),
    });
    await fc.assert(
      fc.asyncProperty(rule, async (part) => {
        const found = await preview(part as Partial<TaskRuleFields>);
        expect(found.listed + found.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(found.matched);
        expect(found.overCap).toBeLessThanOrEqual(found.matched);
        expect(found.sample.length).toBe(Math.min(20, found.matched));
        for (const { customerId, leftOut } of found.sample) {
          const given = latest.get(customerId) ?? {};
          const agreed =
            part.purpose === 'care'
              ? given.reminders === undefined || given.reminders === 'granted'
              : given.marketingPhone === 'granted' || given.marketingSms === 'granted' || given.wechat === 'granted';
          if (!agreed) expect(leftOut).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});

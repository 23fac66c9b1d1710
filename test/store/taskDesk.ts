import type { FoundTask, OverTask, TaskRuleFields } from '../../db/contract/taskTerms.ts';
import { addDays, daysBetween } from '../../db/domain/day.ts';
import type { OpenOptions } from '../../db/store/types.ts';
import { openMemberDesk } from './memberDesk.ts';
import { testNow } from './openTestStore.ts';

/** The test clock's day: 2026-11-22, 10:30 in Shanghai, a Sunday. */
export const today = '2026-11-22';
const dayMs = 86_400_000;

export interface TaskRow {
  readonly id: string;
  readonly rule: string;
  readonly key: string;
  readonly customerId: string;
  readonly vehicleId: string | null;
  readonly subjectId: string | null;
  readonly occasionDay: string;
  readonly day: string;
  readonly lastDay: string;
  readonly dueAt: number;
  readonly ownerId: string | null;
  readonly state: string;
  readonly endReason: string | null;
}

/**
 * A store with customers and the journey's rules, each asked as the host asks it. Facts that come about over years are written into the
 * tables.
 */
export const openTaskDesk = async (options: OpenOptions & { dataDir?: string } = {}) => {
  const desk = await openMemberDesk(options);
  const { call, clock, write, rows } = desk;
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const managerId: string = (await call('store.setup', setup)).staffId;

  /** The same hour of another day. */
  const at = (day: string): void => {
    clock.now = testNow + daysBetween(today, day) * dayMs;
  };

  const sql = (statement: string, ...values: unknown[]): void =>
    write((connection) => void connection.prepare(statement).run(...values));

  /** One rule of the journey in use and no other, with another word here and there. Its id. */
  const only = (name: string, patch: Partial<TaskRuleFields> & { fromDay?: string } = {}): string => {
    sql('UPDATE taskRule SET active = 0');
    sql('UPDATE taskRule SET active = 1 WHERE name = ?', name);
    for (const [column, value] of Object.entries(patch)) {
      const stored = typeof value === 'object' ? JSON.stringify(value) : value;
      sql(`UPDATE taskRule SET ${column} = ? WHERE name = ?`, stored, name);
    }
    const [rule] = rows<{ id: string }>('SELECT id FROM taskRule WHERE name = ?', name);
    if (!rule) throw new Error(`no rule ${name}`);
    return rule.id;
  };

  const found = async (ruleId: string): Promise<readonly FoundTask[]> => (await call('tasks.found', { ruleId })).rows;

  /** The host's whole round. */
  const round = async (): Promise<{ readonly added: number; readonly ended: number }> => {
    const { ruleIds, day } = await call('tasks.due');
    const over: OverTask[] = (await call('tasks.over')).rows;
    const { ended } = over.length > 0 ? await call('tasks.end', { rows: over }) : { ended: 0 };
    let count = 0;
    for (const ruleId of ruleIds) {
      const all = await found(ruleId);
      for (let from = 0; from < all.length; from += 100) {
        count += (await call('tasks.add', { ruleId, rows: all.slice(from, from + 100) })).added;
      }
    }
    await call('tasks.asked', { day });
    return { added: count, ended };
  };

  const tasks = (where = 'TRUE'): TaskRow[] =>
    rows<TaskRow>(
      `SELECT t.id, r.name AS rule, t.key, t.customerId, t.vehicleId, t.subjectId, t.occasionDay, t.day, t.lastDay, t.dueAt, t.ownerId,
         t.state, t.endReason
       FROM task t JOIN taskRule r ON r.id = t.ruleId WHERE ${where} ORDER BY t.day, t.dueAt, t.lastDay, t.key`,
    );

  /** Facts of a car as they came about. */
  const car = (vehicleId: string, facts: Readonly<Record<string, string | number | null>>): void => {
    for (const [column, value] of Object.entries(facts))
      sql(`UPDATE vehicle SET ${column} = ? WHERE id = ?`, value, vehicleId);
  };

  /** An order of this day (or of some days ago), taken through the desk. */
  const order = (vehicleId: string, category = 'maintenanceLabour', daysAgo = 0, more: object = {}) =>
    call('visits.add', {
      vehicleId,
      arrivedAt: clock.now - daysAgo * dayMs,
      lines: [{ category, amountFen: 10_000 }],
      ...more,
    });

  const insured = (vehicleId: string, endDay: string) => call('vehicles.addPolicy', { id: vehicleId, endDay });

  return { ...desk, managerId, at, sql, only, found, round, tasks, car, order, insured, addDays };
};
export type TaskDesk = Awaited<ReturnType<typeof openTaskDesk>>;

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { TaskState } from '../../contract/taskTerms.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { namedTasks, reasonOf } from './open.ts';

interface Ended {
  readonly id: string;
  readonly state: TaskState;
  readonly endReason: string | null;
  readonly note: string | null;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
}

/** A customer's tasks, open ones by their terms, then the latest closed. */
export const ofCustomer: QueryHandler<Contract['tasks']['ofCustomer']> = async (db, input) => {
  const { rows: ended } = await sql<Ended>`
    SELECT id, state, endReason, note, closedAt, closedBy FROM task WHERE customerId = ${input.customerId} AND deletedAt IS NULL
    ORDER BY closedAt IS NOT NULL, closedAt DESC, dueAt, id LIMIT ${input.limit}`.execute(db);
  const wanted = JSON.stringify(ended.map(({ id }) => id));
  const { rows: named } = await namedTasks(sql`t.id IN (SELECT value FROM json_each(${wanted}))`).execute(db);
  const byId = new Map(named.map((task) => [task.id, task]));
  return {
    rows: ended.flatMap(({ id, ...end }) => {
      const task = byId.get(id);
      return task ? [{ ...reasonOf(task), ...end }] : [];
    }),
  };
};

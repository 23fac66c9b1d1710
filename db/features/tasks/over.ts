import type { Internal } from '../../contract/internal.ts';
import { taskEnd } from '../../domain/tasks/taskEnd.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { openFacts } from './openFacts.ts';

/** Open tasks that are over, and why. */
export const over: QueryHandler<Internal['tasks']['over']> = async (db, { customerIds }, ctx) => {
  const today = ctx.today();
  const tasks = await openFacts(db, customerIds, ctx);
  return {
    rows: tasks.flatMap(({ id, facts }) => {
      const reason = taskEnd(facts, today);
      return reason === null ? [] : [{ id, reason }];
    }),
  };
};

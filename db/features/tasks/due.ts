import type { Internal } from '../../contract/internal.ts';
import type { TaskTrigger, TaskTriggerKind } from '../../contract/taskTerms.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { storedRules } from './storedRules.ts';

/** What somebody is owed shall not wait until the rules are asked again. */
const soon: ReadonlySet<TaskTriggerKind> = new Set(['promise', 'askBack', 'detractor']);

/** Nor what follows a handover at once: the letter and the first call. */
const isSoon = (trigger: TaskTrigger): boolean =>
  soon.has(trigger.kind) || (trigger.kind === 'delivered' && trigger.afterDays === 0);

/** Whether today's tasks have not been looked for, and which rules are in use. */
export const due: QueryHandler<Internal['tasks']['due']> = async (db, _input, ctx) => {
  const day = ctx.today();
  const run = await db.selectFrom('taskRun').select('day').executeTakeFirst();
  const rules = (await storedRules(db)).filter(({ active }) => active);
  return {
    due: run?.day !== day,
    day,
    ruleIds: rules.map(({ id }) => id),
    soonIds: rules.filter(({ trigger }) => isSoon(trigger)).map(({ id }) => id),
  };
};

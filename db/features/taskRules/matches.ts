import type { TaskRuleFields } from '../../contract/taskTerms.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { occasionsOf } from '../tasks/occasionsOf.ts';

export type Occasion = Awaited<ReturnType<typeof occasionsOf>>[number];

/** No stored rule has it: the rule is asked as it is written, saved or not. */
const unsaved = '00000000-0000-7000-8000-000000000000';

/**
 * What a rule finds on the context's day as though it had always been on: everything whose days on the list include this one. A rule
 * that is saved begins with the day of saving, so its first days bring less.
 *
 * @returns in the order in which a day's cap lets them through
 */
export const matchesOf = async (db: ReadDb, rule: TaskRuleFields, ctx: QueryContext): Promise<readonly Occasion[]> => {
  const found = await occasionsOf(db, { ...rule, id: unsaved, fromDay: null }, ctx);
  return found.toSorted((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
};

/** All customers on file. */
export const customersOnFile = async (db: ReadDb): Promise<number> => {
  const { count } = await db
    .selectFrom('customer')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};

import type { TaskRuleFields } from '../../contract/taskTerms.ts';
import type { ReadDb } from '../../store/handler.ts';
import { fieldsOf } from '../taskRules/rows.ts';
import type { RuleToAsk } from './occasionsOf.ts';

/** The store's rules in their order; those that were taken away are not among them. */
export const storedRules = async (db: ReadDb): Promise<readonly (TaskRuleFields & RuleToAsk)[]> => {
  const rows = await db
    .selectFrom('taskRule')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...fieldsOf(row), id: row.id, fromDay: row.fromDay }));
};

/** A rule that is in use; undefined where there is none. */
export const ruleInUse = async (db: ReadDb, id: string): Promise<RuleToAsk | undefined> => {
  const row = await db
    .selectFrom('taskRule')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row && { ...fieldsOf(row), id: row.id, fromDay: row.fromDay };
};

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { TaskRuleRow } from '../../contract/taskRules.ts';
import { addDays } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { fieldsOf } from './rows.ts';

type Counts = TaskRuleRow['counts'];

/** Over how many days it is counted how tasks ended. */
const countedDays = 30;

const nothing: Counts = { open: 0, done: 0, ended: 0, lapsed: 0, dropped: 0 };

/** Tasks that are open, however old, and those made within the last 30 days by how they ended; by rule. */
const countsOf = async (db: ReadDb, today: string): Promise<ReadonlyMap<string, Counts>> => {
  const since = addDays(today, 1 - countedDays);
  const { rows } = await sql<{ ruleId: string; state: keyof Counts; count: number }>`
    SELECT ruleId, 'open' AS state, count(*) AS count FROM task WHERE state = 'open' AND deletedAt IS NULL GROUP BY ruleId
    UNION ALL
    SELECT t.ruleId, t.state, count(*) FROM taskRule r JOIN task t ON t.ruleId = r.id AND t.day >= ${since}
    WHERE t.state <> 'open' AND t.deletedAt IS NULL GROUP BY t.ruleId, t.state`.execute(db);
  const found = new Map<string, Counts>();
  for (const { ruleId, state, count } of rows) {
    found.set(ruleId, { ...(found.get(ruleId) ?? nothing), [state]: count });
  }
  return found;
};

/** 回访规则, in the order of the customer's journey. */
export const list: QueryHandler<Contract['taskRules']['list']> = async (db, _input, ctx) => {
  const rules = await db
    .selectFrom('taskRule')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const counts = await countsOf(db, ctx.today());
  return {
    rows: rules.map((rule) => ({
      ...fieldsOf(rule),
      id: rule.id,
      version: rule.version,
      updatedAt: rule.updatedAt,
      byName: rule.byName,
      counts: counts.get(rule.id) ?? nothing,
    })),
  };
};

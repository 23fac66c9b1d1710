import { sql } from 'kysely';
import type { TaskTrigger } from '../../../contract/taskTerms.ts';
import { addDays, addMonths, type Day } from '../../../domain/day.ts';
import { drawn, spanBegin } from '../../../domain/tasks/lot.ts';
import { isOpen } from '../../../domain/tasks/window.ts';
import type { ReadDb } from '../../../store/handler.ts';
import { audienceIs } from '../audience.ts';
import { type Asking, type CustomerColumns, type Finder, occasionOf } from './finder.ts';

type Sample = Extract<TaskTrigger, { kind: 'sample' }>;

/** How many more a span may have: every task counts that was ever made for it, whatever became of it. */
export const sampleLeft = async (db: ReadDb, ruleId: string, count: number, begin: Day): Promise<number> => {
  const made = await db
    .selectFrom('task')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('ruleId', '=', ruleId)
    .where('day', '>=', begin)
    .where('occasionDay', '=', begin)
    .executeTakeFirstOrThrow();
  return Math.max(0, count - made.count);
};

/** Who came within the months before the span, whom the rule gave no task of late, and who has not answered by themselves since. */
const candidates = async (
  db: ReadDb,
  { seenMonths }: Sample,
  begin: Day,
  { rule, audience, today }: Pick<Asking, 'rule' | 'audience' | 'today'>,
): Promise<readonly CustomerColumns[]> => {
  // as the rule's own days between two tasks of a customer are counted, and this span's in any case
  const since = [addDays(today, 1 - rule.everyDays), begin].toSorted()[0] ?? begin;
  const { rows } = await sql<CustomerColumns>`
    SELECT c.id AS customerId, c.adviserId FROM customer c
    WHERE c.id IN (SELECT s.customerId FROM visit s WHERE s.day >= ${addMonths(begin, -seenMonths)} AND s.day < ${begin}
        AND s.voidedAt IS NULL AND s.deletedAt IS NULL)
      AND c.id NOT IN (SELECT t.customerId FROM task t WHERE t.ruleId = ${rule.id} AND t.day >= ${since})
      AND NOT EXISTS (SELECT 1 FROM surveyResponse w WHERE w.customerId = c.id AND w.questionnaireId = ${rule.questionnaireId}
        AND w.day >= ${begin} AND w.deletedAt IS NULL)
      AND ${audienceIs(audience, 'customer')}`.execute(db);
  return rows;
};

/**
 * 深访抽样: so many customers by lot at the beginning of each span. Who has a task is counted, not drawn again, so that a cap of the day, or a
 * customer who came to be on file late, never makes the sample larger.
 */
export const sample: Finder<'sample'> = async (db, trigger, asking) => {
  const begin = spanBegin(asking.today, trigger.everyMonths);
  if (!isOpen(begin, asking.open)) return [];
  const left = await sampleLeft(db, asking.rule.id, trigger.count, begin);
  if (left === 0) return [];
  const found = await candidates(db, trigger, begin, asking);
  const days = { occasionDay: begin, begin };
  return drawn(found, left, { ruleId: asking.rule.id, begin }).map((row) => occasionOf(row, days));
};

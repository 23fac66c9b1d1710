import { sql } from 'kysely';
import type { Internal } from '../../contract/internal.ts';
import type { FoundTask } from '../../contract/taskTerms.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { occasionsOf, type RuleToAsk } from './occasionsOf.ts';
import { ruleInUse } from './storedRules.ts';

/** Which of these occasions have a task, in whatever state: what was done, given up or lapsed is not dug up. */
export const knownKeys = async (db: ReadDb, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{
    key: string;
  }>`SELECT key FROM task WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`.execute(db);
  return new Set(rows.map(({ key }) => key));
};

const own = (customerId: string, occasionDay: Day): string => `${customerId} ${occasionDay}`;

/** What is the customer's own (a birthday) has its task although another file of the customer, since merged into this one, gave it its key. */
const ownTasks = async (db: ReadDb, rule: RuleToAsk, today: Day): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('task')
    .select(['customerId', 'occasionDay'])
    .where('ruleId', '=', rule.id)
    .where('day', '>=', addDays(today, -rule.keepDays))
    .where('vehicleId', 'is', null)
    .where('membershipId', 'is', null)
    .where('subjectId', 'is', null)
    .execute();
  return new Set(rows.map(({ customerId, occasionDay }) => own(customerId, occasionDay)));
};

const isOwn = ({ vehicleId, membershipId, subjectId }: FoundTask): boolean =>
  vehicleId === null && membershipId === null && subjectId === null;

/** Customers whom this rule gave a task too short a while ago. */
const notAgain = async (db: ReadDb, rule: RuleToAsk, today: Day): Promise<Set<string>> => {
  if (rule.everyDays === 0) return new Set();
  const rows = await db
    .selectFrom('task')
    .select('customerId')
    .distinct()
    .where('ruleId', '=', rule.id)
    .where('day', '>', addDays(today, -rule.everyDays))
    .where('deletedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ customerId }) => customerId));
};

/** How many the rule may still add today. */
const leftToday = async (db: ReadDb, rule: RuleToAsk, today: Day): Promise<number> => {
  const { count } = await db
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ruleId', '=', rule.id)
    .where('day', '=', today)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Math.max(0, rule.mostPerDay - count);
};

/** By term, then what lapses first. */
const byTerm = (a: FoundTask, b: FoundTask): number =>
  a.dueAt - b.dueAt || (a.lastDay === b.lastDay ? (a.key < b.key ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1);

/**
 * What a rule finds that has no task yet, the most urgent first. What a day's cap holds back is found again the next day while it is open;
 * so is what comes too soon after the customer's last one.
 */
export const found: QueryHandler<Internal['tasks']['found']> = async (db, { ruleId }, ctx) => {
  const rule = await ruleInUse(db, ruleId);
  if (!rule) return { rows: [] };
  const today = ctx.today();
  const left = await leftToday(db, rule, today);
  if (left === 0) return { rows: [] };
  const occasions = await occasionsOf(db, rule, ctx);
  if (occasions.length === 0) return { rows: [] };
  const known = await knownKeys(
    db,
    occasions.map(({ key }) => key),
  );
  const owned = occasions.some(isOwn) ? await ownTasks(db, rule, today) : new Set();
  const had = await notAgain(db, rule, today);
  const rows: FoundTask[] = [];
  for (const task of occasions.toSorted(byTerm)) {
    if (rows.length === left) break;
    if (known.has(task.key) || had.has(task.customerId)) continue;
    if (isOwn(task) && owned.has(own(task.customerId, task.occasionDay))) continue;
    rows.push(task);
    if (rule.everyDays > 0) had.add(task.customerId);
  }
  return { rows };
};

import type { Internal } from '../../contract/internal.ts';
import type { FoundTask } from '../../contract/taskTerms.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { sampleLeft } from './found/sample.ts';
import { knownKeys } from './found.ts';
import type { RuleToAsk } from './occasionsOf.ts';
import { ruleInUse } from './storedRules.ts';

/** Desks that show one of so few customers ask again; after more they ask for whole lists anyway. */
const namedCustomers = 20;

/** Tells the desks whose tasks changed. */
export const touchFew = (ctx: CommandContext, customerIds: readonly string[]): void => {
  const ids = new Set(customerIds);
  if (ids.size <= namedCustomers) for (const id of ids) ctx.touch(`customer:${id}`);
};

/** A sample never becomes larger than its rule says, whatever was found meanwhile. */
const withinSample = async (db: ReadDb, rule: RuleToAsk, rows: readonly FoundTask[]): Promise<readonly FoundTask[]> => {
  const [first] = rows;
  if (rule.trigger.kind !== 'sample' || !first) return rows;
  const left = await sampleLeft(db, rule.id, rule.trigger.count, first.occasionDay);
  return rows.filter(({ occasionDay }) => occasionDay === first.occasionDay).slice(0, left);
};

/** Writes what was found. A rule taken away meanwhile adds nothing, and what has a task by now is passed over. */
export const add: CommandHandler<Internal['tasks']['add']> = async (db, { ruleId, rows }, ctx) => {
  const rule = await ruleInUse(db, ruleId);
  if (!rule) return { added: 0 };
  const known = await knownKeys(
    db,
    rows.map(({ key }) => key),
  );
  const at = ctx.now();
  const { channel, purpose } = rule;
  const beside = { ruleId, channel, purpose, day: ctx.today(), createdAt: at, updatedAt: at };
  const unknown = new Map(rows.filter(({ key }) => !known.has(key)).map((row) => [row.key, row]));
  const added = await withinSample(db, rule, [...unknown.values()]);
  for (const row of added) {
    await ctx.rows.insert('task', { ...row, ...beside, id: ctx.newId() }, { owner: row.customerId });
  }
  ctx.about('taskRule', ruleId);
  touchFew(
    ctx,
    added.map(({ customerId }) => customerId),
  );
  return { added: added.length };
};

import type { Internal } from '../../contract/internal.ts';
import type { CommandContext, CommandHandler } from '../../store/handler.ts';
import { knownKeys } from './found.ts';
import { ruleInUse } from './storedRules.ts';

/** Desks that show one of so few customers ask again; after more they ask for whole lists anyway. */
const namedCustomers = 20;

/** Tells the desks whose tasks changed. */
export const touchFew = (ctx: CommandContext, customerIds: readonly string[]): void => {
  const ids = new Set(customerIds);
  if (ids.size <= namedCustomers) for (const id of ids) ctx.touch(`customer:${id}`);
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
  const added = new Map(rows.filter(({ key }) => !known.has(key)).map((row) => [row.key, row]));
  for (const row of added.values()) {
    await ctx.rows.insert('task', { ...row, ...beside, id: ctx.newId() }, { owner: row.customerId });
  }
  ctx.about('taskRule', ruleId);
  touchFew(
    ctx,
    [...added.values()].map(({ customerId }) => customerId),
  );
  return { added: added.size };
};

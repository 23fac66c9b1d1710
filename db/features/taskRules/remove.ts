import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { ruleAsSeen } from './rows.ts';
import { tasksFollow } from './tasksFollow.ts';

/** Contacts that were made by it keep its name. */
export const remove: CommandHandler<Contract['taskRules']['remove']> = async (db, { id, version }, ctx) => {
  const before = await ruleAsSeen(db, { id, version });
  await ctx.rows.remove('taskRule', { id, version }, { owner: null });
  await tasksFollow(db, before, ctx);
  ctx.about('taskRule', id);
  return {};
};

import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { checkQuestionnaire, checkWords, refuseEverybody } from './check.ts';
import { columnsOf, fieldsOf, ruleAsSeen } from './rows.ts';
import { tasksFollow } from './tasksFollow.ts';

/**
 * A rule that finds others than before, or is switched on again, begins anew today: what its new words would have found before is not
 * dug up.
 */
export const update: CommandHandler<Contract['taskRules']['update']> = async (db, { id, version, rule }, ctx) => {
  const before = await ruleAsSeen(db, { id, version });
  checkWords(rule);
  await checkQuestionnaire(db, rule);
  const columns = columnsOf(rule);
  const finds = (['trigger', 'audience', 'keepDays', 'active'] as const).some(
    (column) => columns[column] !== columnsOf(fieldsOf(before))[column],
  );
  if (finds) await refuseEverybody(db, rule, ctx);
  const saved = await ctx.rows.update(
    'taskRule',
    { id, version },
    { ...columns, ...(finds && rule.active ? { fromDay: ctx.today() } : {}), byName: ctx.actor.name },
    { owner: null },
  );
  await tasksFollow(db, before, ctx);
  ctx.about('taskRule', id);
  return { version: saved.version };
};

import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { checkQuestionnaire, checkWords, refuseEverybody } from './check.ts';
import { columnsOf } from './rows.ts';

/** A new rule, last in the list; it begins today, so that it digs nothing up. */
export const add: CommandHandler<Contract['taskRules']['add']> = async (db, { rule }, ctx) => {
  checkWords(rule);
  await checkQuestionnaire(db, rule);
  await refuseEverybody(db, rule, ctx);
  const { last } = await db
    .selectFrom('taskRule')
    .select((select) => select.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'taskRule',
    {
      id,
      ...columnsOf(rule),
      fromDay: ctx.today(),
      position: (last ?? 0) + 1,
      createdAt: at,
      updatedAt: at,
      byName: ctx.actor.name,
    },
    { owner: null },
  );
  ctx.about('taskRule', id);
  return { id };
};

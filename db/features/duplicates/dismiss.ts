import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { runningCommand } from '../changes/history.ts';
import { livingCustomer } from './merge.ts';

/** 不是同一人: said once, with the reason, and the pair is not named again. */
export const dismiss: CommandHandler<Contract['duplicates']['dismiss']> = async (db, input, ctx) => {
  if (input.a === input.b) throw badField('b', 'merge-with-self');
  for (const id of [input.a, input.b]) await livingCustomer(db, id);
  const [aId = '', bId = ''] = [input.a, input.b].sort();
  const known = await db
    .selectFrom('duplicateDismissal')
    .select('id')
    .where('aId', '=', aId)
    .where('bId', '=', bId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (known) throw new CareError('CONFLICT', { reason: 'duplicate-dismissed-already' });
  const command = await runningCommand(db);
  await ctx.rows.insert(
    'duplicateDismissal',
    { id: ctx.newId(), aId, bId, reason: input.reason, at: ctx.now(), byName: ctx.actor.name },
    { owner: input.a },
  );
  ctx.about('customer', input.a);
  return { command };
};

import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { touchFew } from './add.ts';

/** Ends what is over. What somebody did or gave up meanwhile keeps how it ended. */
export const end: CommandHandler<Internal['tasks']['end']> = async (db, { rows }, ctx) => {
  const reasons = new Map(rows.map(({ id, reason }) => [id, reason]));
  const open = await db
    .selectFrom('task')
    .select(['id', 'version', 'customerId'])
    .where('id', 'in', [...reasons.keys()])
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .execute();
  for (const { id, version, customerId } of open) {
    const endReason = reasons.get(id) ?? 'lapsed';
    const state = endReason === 'lapsed' ? 'lapsed' : 'ended';
    const closed = { state, endReason, closedAt: ctx.now(), closedBy: ctx.actor.name, nextAt: null };
    await ctx.rows.update('task', { id, version }, closed, { owner: customerId });
  }
  touchFew(
    ctx,
    open.map(({ customerId }) => customerId),
  );
  return { ended: open.length };
};

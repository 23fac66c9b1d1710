import { dueAfterDelivery } from '../../domain/tasks/window.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';

/**
 * A car that is handed over anew on the day of a handover that was undone: the letter and the calls of that day ended meanwhile, for there was
 * no delivery, and an occasion gets no second task. They go on, from this handover.
 *
 * @param at of the handover, UTC ms
 */
export const reviveTasks = async (
  db: WriteDb,
  { vehicleId, customerId }: { readonly vehicleId: string; readonly customerId: string },
  at: number,
  ctx: CommandContext,
): Promise<void> => {
  const day = dayOf(at, ctx.timeZone);
  const ended = await db
    .selectFrom('task')
    .innerJoin('taskRule as r', 'r.id', 'task.ruleId')
    .select(['task.id', 'task.version', 'task.dueAt', 'r.trigger', 'r.termHours'])
    .where('task.vehicleId', '=', vehicleId)
    .where('task.customerId', '=', customerId)
    .where('task.occasionDay', '=', day)
    .where('task.state', '=', 'ended')
    .where('task.endReason', '=', 'changed')
    .where('task.deletedAt', 'is', null)
    .where('r.kind', '=', 'delivered')
    .where('r.active', '=', 1)
    .where('r.deletedAt', 'is', null)
    .execute();
  for (const { id, version, dueAt, trigger, termHours } of ended) {
    const isFirst = (JSON.parse(trigger) as { afterDays: number }).afterDays === 0;
    const again = { state: 'open', endReason: null, closedAt: null, closedBy: null };
    const due = isFirst ? dueAfterDelivery(day, termHours, ctx.timeZone, at) : dueAt;
    await ctx.rows.update('task', { id, version }, { ...again, dueAt: due }, { owner: customerId });
  }
};

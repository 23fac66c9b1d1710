import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { closeTask } from './writing.ts';

/** 放弃任务, with why. */
export const drop: CommandHandler<Contract['tasks']['drop']> = async (db, input, ctx) => {
  const task = await db
    .selectFrom('task')
    .selectAll()
    .where('id', '=', input.taskId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!task) throw notFound('task');
  if (task.state !== 'open') throw new CareError('CONFLICT', { reason: 'task-not-open', current: task });
  if (task.version !== input.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: task });
  await closeTask(ctx, task, { state: 'dropped', reason: 'byHand', note: input.note });
  ctx.about('task', task.id);
  ctx.touch(`customer:${task.customerId}`);
  return {};
};

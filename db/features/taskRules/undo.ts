import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { undoRows } from '../changes/undoRows.ts';
import { tasksFollow } from './tasksFollow.ts';

/** Takes back a command on a rule; its tasks follow it as they did when it was done, all together. */
export const undoTaskRule = async (
  db: WriteDb,
  command: { readonly seq: number; readonly entityId: string | null },
  ctx: CommandContext,
): Promise<number> => {
  const id = command.entityId ?? '';
  const before = await db.selectFrom('taskRule').selectAll().where('id', '=', id).executeTakeFirst();
  const restored = await undoRows(db, command.seq, ctx, 'taskRule');
  if (before) await tasksFollow(db, before, ctx);
  return restored;
};

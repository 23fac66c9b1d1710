import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler } from '../../store/handler.ts';

/** All rules were asked for this day. */
export const asked: CommandHandler<Internal['tasks']['asked']> = async (db, { day }, ctx) => {
  await db.updateTable('taskRun').set({ day, at: ctx.now() }).execute();
  return {};
};

import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler, HandlersOf } from '../../store/handler.ts';

/** The audit row says who took which list out of the store: its input is the record. */
const record: CommandHandler<Internal['exports']['record']> = async (_db, input, ctx) => {
  ctx.about('export', input.exportId);
  return {};
};

export const exports = { record } satisfies HandlersOf<Internal['exports']>;

import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { attachmentOf, subjectOf, tellSubject } from './subject.ts';

/** The row alone goes: its bytes stay, so that `restore` can take it back. */
export const remove: CommandHandler<Contract['attachments']['remove']> = async (db, input, ctx) => {
  const row = await attachmentOf(db, input.id);
  await ctx.rows.remove('attachment', { id: input.id, version: input.version }, { owner: null });
  await tellSubject(db, ctx, subjectOf(row), 'removed', row.name);
  return {};
};

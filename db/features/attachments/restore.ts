import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { attachmentOf, refuseFullSubject, refuseGoneSubject, subjectOf, tellSubject } from './subject.ts';

/** Takes `remove` back; one that is there stays as it is. */
export const restore: CommandHandler<Contract['attachments']['restore']> = async (db, input, ctx) => {
  const row = await attachmentOf(db, input.id);
  if (row.deletedAt === null) return {};
  const subject = subjectOf(row);
  await refuseGoneSubject(db, subject);
  await refuseFullSubject(db, subject);
  await ctx.rows.restore('attachment', { id: input.id }, { owner: null });
  await tellSubject(db, ctx, subject, 'restored', row.name);
  return {};
};

import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { refuseFullSubject, refuseGoneSubject, subjectOf, tellSubject } from './subject.ts';

/** Its bytes lie beside the database already: the host has checked what they are. */
export const record: CommandHandler<Internal['attachments']['record']> = async (db, input, ctx) => {
  const { requestId: _requestId, ...row } = input;
  const subject = subjectOf(row);
  await refuseGoneSubject(db, subject);
  await refuseFullSubject(db, subject);
  await ctx.rows.insert('attachment', { ...row, at: ctx.now(), byName: ctx.actor.name }, { owner: null });
  await tellSubject(db, ctx, subject, 'added', row.name);
  return { id: row.id };
};

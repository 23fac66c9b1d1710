import type { Updateable } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { freePaperRow } from '../paper/enter.ts';
import { type Response, responseAsSeen, responseOf, touchResponse } from './rows.ts';

type Surveys = Contract['surveys'];

const change = async (
  ctx: CommandContext,
  row: Response,
  patch: Updateable<Tables['surveyResponse']>,
): Promise<{ version: number }> => {
  const { version } = await ctx.rows.update('surveyResponse', { id: row.id, version: row.version }, patch, {
    owner: row.customerId,
  });
  touchResponse(ctx, row);
  return { version };
};

const followed = (ctx: CommandContext, how: { readonly note: string | null; readonly at?: number }) => ({
  followedAt: how.at ?? ctx.now(),
  followedBy: ctx.actor.name,
  followNote: how.note,
});

/** 已跟进, by hand. */
export const follow: CommandHandler<Surveys['follow']> = async (db, input, ctx) => {
  const row = await responseAsSeen(db, input);
  if (row.bad === 0) throw new CareError('CONFLICT', { reason: 'response-not-bad' });
  if (row.followedAt !== null) throw new CareError('CONFLICT', { reason: 'response-followed', current: row });
  const { version } = await change(ctx, row, followed(ctx, { note: input.note }));
  ctx.about('surveyResponse', row.id);
  return { version };
};

/**
 * Somebody has spoken with who gave these answers; those that nobody waits for any more are left as they are.
 *
 * @param how `at`: when, UTC ms
 */
export const followResponses = async (
  db: WriteDb,
  ids: readonly string[],
  how: { readonly note: string | null; readonly at: number },
  ctx: CommandContext,
): Promise<void> => {
  if (ids.length === 0) return;
  const rows = await db
    .selectFrom('surveyResponse')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('bad', '=', 1)
    .where('followedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .execute();
  // nobody follows up before it was said: an answer entered late, a call entered later
  for (const row of rows) await change(ctx, row, followed(ctx, { ...how, at: Math.max(how.at, row.at) }));
};

/**
 * What a complaint may come from, checked before it is written.
 *
 * @param customerId who complains; null: somebody who is on no file
 * @throws CareError NOT_FOUND `response-not-found`, of another customer too; CONFLICT `response-has-complaint`
 */
export const responseToComplain = async (
  db: WriteDb,
  id: string | null,
  customerId: string | null,
): Promise<Response | null> => {
  if (id === null) return null;
  const row = await responseOf(db, id);
  if (row.customerId !== null && row.customerId !== customerId) throw notFound('response');
  if (row.complaintId !== null) throw new CareError('CONFLICT', { reason: 'response-has-complaint' });
  return row;
};

/** 转投诉: a complaint was made of it, and it is followed up by that. */
export const complainOf = async (row: Response, complaintId: string, ctx: CommandContext): Promise<void> => {
  const isWaiting = row.bad === 1 && row.followedAt === null;
  await change(ctx, row, { complaintId, ...(isWaiting ? followed(ctx, { note: null }) : {}) });
};

/** Entered by mistake: it leaves the figures, with why; the paper that it stood on can be entered anew. */
export const remove: CommandHandler<Surveys['remove']> = async (db, input, ctx) => {
  const row = await responseAsSeen(db, input);
  await change(ctx, row, { removedReason: input.reason });
  await ctx.rows.remove('surveyResponse', { id: row.id, version: null }, { owner: row.customerId });
  await freePaperRow(db, ctx, row.id);
  ctx.about('surveyResponse', row.id);
  return {};
};

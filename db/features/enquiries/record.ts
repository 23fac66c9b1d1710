import type { Selectable, Updateable } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';

export type Enquiry = Selectable<Tables['enquiry']>;

/** @throws CareError NOT_FOUND `enquiry-not-found` */
export const enquiryOf = async (db: ReadDb, id: string): Promise<Enquiry> => {
  const row = await db
    .selectFrom('enquiry')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('enquiry');
  return row;
};

/**
 * An enquiry as the desk that acts on it saw it.
 *
 * @throws CareError NOT_FOUND; CONFLICT `changed-meanwhile` with the row as it stands where another desk was quicker
 */
export const enquiryAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
): Promise<Enquiry> => {
  const row = await enquiryOf(db, key.id);
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  return row;
};

/** @throws CareError CONFLICT `enquiry-closed`: what is closed stays as it is, until it is opened again */
export const refuseClosed = (row: Enquiry): void => {
  if (row.state === 'closed') throw new CareError('CONFLICT', { reason: 'enquiry-closed', current: row });
};

/** Tells the desks that show it, and the audit log what it was about. */
export const announce = (ctx: CommandContext, enquiry: Pick<Enquiry, 'id' | 'customerId'>): void => {
  ctx.about('enquiry', enquiry.id);
  ctx.touch(`enquiry:${enquiry.id}`);
  if (enquiry.customerId) ctx.touch(`customer:${enquiry.customerId}`);
};

/** One deed on an enquiry that is there. */
export const change = async (
  ctx: CommandContext,
  row: Enquiry,
  patch: Updateable<Tables['enquiry']>,
): Promise<{ version: number }> => {
  const { version } = await ctx.rows.update('enquiry', { id: row.id, version: row.version }, patch, {
    owner: patch.customerId === undefined ? row.customerId : patch.customerId,
  });
  announce(ctx, row);
  if (patch.customerId) ctx.touch(`customer:${patch.customerId}`);
  return { version };
};

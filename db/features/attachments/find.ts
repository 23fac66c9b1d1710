import type { Internal } from '../../contract/internal.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** Null where there is none, or it was removed. */
export const find: QueryHandler<Internal['attachments']['find']> = async (db, { id }) =>
  (await db
    .selectFrom('attachment')
    .select(['name', 'mime', 'digest'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()) ?? null;

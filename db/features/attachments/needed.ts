import type { Internal } from '../../contract/internal.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** Whether any row names these bytes; removed ones too, for they can be taken back. */
export const needed: QueryHandler<Internal['attachments']['needed']> = async (db, { digest }) => {
  const row = await db.selectFrom('attachment').select('id').where('digest', '=', digest).executeTakeFirst();
  return { needed: row !== undefined };
};

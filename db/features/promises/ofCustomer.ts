import type { CustomerPage } from '../../contract/customerViews.ts';
import type { ReadDb } from '../../store/handler.ts';

/** The open promise to a customer that is due first, for the 10-second strip. @param now UTC ms */
export const nextPromiseOf = async (
  db: ReadDb,
  customerId: string,
  now: number,
): Promise<CustomerPage['lastPromise']> => {
  const row = await db
    .selectFrom('promise')
    .select(['text', 'dueAt'])
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .executeTakeFirst();
  return row ? { ...row, overdue: row.dueAt < now } : null;
};

import { notFound } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';

/** @throws CareError NOT_FOUND `customer-not-found` */
export const refuseGoneCustomer = async (db: ReadDb, id: string): Promise<void> => {
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('customer');
};

import type { CustomerPage } from '../../contract/customerViews.ts';
import type { ReadDb } from '../../store/handler.ts';
import { type ClockContext, clockColumns, clocksOf } from './clocks.ts';

/** A customer's complaints that are not archived, the latest first, for the 10-second strip. */
export const openComplaintsOf = async (
  db: ReadDb,
  customerId: string,
  ctx: ClockContext,
): Promise<CustomerPage['openComplaints']> => {
  const rows = await db
    .selectFrom('complaint')
    .select([...clockColumns, 'number', 'title'])
    .where('customerId', '=', customerId)
    .where('step', '<>', 'closed')
    .where('deletedAt', 'is', null)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const clocks = await clocksOf(db, rows, ctx);
  return rows.map(({ id, number, title }) => {
    const own = clocks.get(id);
    return { id, number, title, late: (own?.acknowledge.late || own?.solve.late) ?? false };
  });
};

import type { Internal } from '../../contract/internal.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** Whether lots with something left are past their last day, and whether visits wait for their points. */
export const due: QueryHandler<Internal['points']['due']> = async (db, _input, ctx) => {
  const lot = await db
    .selectFrom('pointsLot')
    .select('id')
    .where('remaining', '>', 0)
    .where('lastDay', '<', ctx.today())
    .limit(1)
    .executeTakeFirst();
  const visit = await db.selectFrom('pointsQueue').select('visitId').limit(1).executeTakeFirst();
  return { due: lot !== undefined, queued: visit !== undefined };
};

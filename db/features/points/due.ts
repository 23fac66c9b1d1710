import type { Internal } from '../../contract/internal.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** Lots with something left whose last day is over. */
export const due: QueryHandler<Internal['points']['due']> = async (db, _input, ctx) => {
  const lot = await db
    .selectFrom('pointsLot')
    .select('id')
    .where('remaining', '>', 0)
    .where('lastDay', '<', ctx.today())
    .limit(1)
    .executeTakeFirst();
  return { due: lot !== undefined };
};

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler } from '../../store/handler.ts';

/** 公益捐赠: the running total of each cause, the latest gift first. */
export const donations: QueryHandler<Contract['rewards']['donations']> = async (db) => {
  const causes = await db
    .selectFrom('voucher')
    .select((eb) => [
      eb.fn.coalesce('cause', sql<string>`''`).as('cause'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('points').as('points'),
      eb.fn.count<number>('membershipId').distinct().as('members'),
      eb.fn.coalesce(eb.fn.max('endedDay'), sql<string>`''`).as('lastDay'),
    ])
    .where('cause', 'is not', null)
    .where('state', '=', 'used')
    .where('deletedAt', 'is', null)
    .groupBy('cause')
    .orderBy('lastDay', 'desc')
    .orderBy('cause')
    .execute();
  return { causes };
};

import { sql } from 'kysely';
import type { Lot } from '../../domain/points/lots.ts';
import type { ReadDb } from '../../store/handler.ts';

export interface Balance {
  /** 累计积分 */
  readonly cumulative: number;
  /** 可兑换积分: what is left of the lots, less the debt */
  readonly redeemable: number;
  /** points spent whose earning was taken back since (积分欠账) */
  readonly debt: number;
}

export const balanceOf = async (db: ReadDb, membershipId: string): Promise<Balance> => {
  const row = await db
    .selectFrom('pointsBalance')
    .select(['cumulative', 'redeemable', 'debt'])
    .where('membershipId', '=', membershipId)
    .executeTakeFirst();
  return row ?? { cumulative: 0, redeemable: 0, debt: 0 };
};

/** Lots with something left, lapsed or not. */
export const openLots = async (db: ReadDb, membershipId: string): Promise<(Lot & { readonly entryId: string })[]> =>
  db
    .selectFrom('pointsLot')
    .select(['id', 'lastDay', 'remaining', 'entryId'])
    .where('membershipId', '=', membershipId)
    // a bound value would have the partial index found anew with each call
    .where('remaining', '>', sql.lit(0))
    .orderBy('lastDay')
    .orderBy('id')
    .execute();

import type { Day } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';
import { balanceOf, openLots } from './ledger.ts';

/** 可兑换积分 that can be spent today: what lapsed since the night is none, and nothing is while there is a debt. */
export const usablePoints = async (db: ReadDb, membershipId: string, today: Day): Promise<number> => {
  if ((await balanceOf(db, membershipId)).debt > 0) return 0;
  const lots = await openLots(db, membershipId);
  return lots.reduce((sum, lot) => (lot.lastDay < today ? sum : sum + lot.remaining), 0);
};

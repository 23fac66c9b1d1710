import { sql } from 'kysely';
import type { Day } from '../../domain/day.ts';
import { type LimitPeriod, periodStart, type Taker } from '../../domain/rewards/offer.ts';
import type { ReadDb } from '../../store/handler.ts';
import { usablePoints } from '../points/usablePoints.ts';
import { type Reward, takenBy } from './rewardRows.ts';

/** A membership and all that were merged into it: limits count what any of them took. */
const withMerged = async (db: ReadDb, membershipId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE joined(id) AS (
      SELECT ${membershipId} UNION SELECT m.id FROM membership m JOIN joined j ON m.mergedInto = j.id)
    SELECT id FROM joined`.execute(db);
  return rows.map(({ id }) => id);
};

/** What a membership is to each reward. */
export const takerOf = async (
  db: ReadDb,
  membership: { readonly id: string; readonly tier: string },
  today: Day,
): Promise<(reward: Reward) => Taker> => {
  const starts = {
    ever: periodStart('ever', today),
    year: periodStart('year', today),
    month: periodStart('month', today),
  };
  const taken = await takenBy(db, await withMerged(db, membership.id), starts);
  const usable = await usablePoints(db, membership.id, today);
  return (reward) => ({
    tier: membership.tier,
    taken: taken.get(reward.id)?.[reward.mostPerPeriod as LimitPeriod] ?? 0,
    usable,
  });
};

import { addDays, type Day } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';

/** The desk tells a member what lapses within so many days (screens: the 10-second strip). */
export const lapsingDays = 60;

export interface Lapsing {
  /** points that lapse together on `day` */
  readonly points: number;
  readonly day: Day;
}

/** What lapses next of these memberships within 60 days (即将到期积分), today included; those without any are left out. */
export const lapsingOf = async (
  db: ReadDb,
  membershipIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Lapsing>> => {
  if (membershipIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pointsLot')
    .select(['membershipId', 'lastDay', (eb) => eb.fn.sum<number>('remaining').as('points')])
    .where('membershipId', 'in', membershipIds)
    .where('remaining', '>', 0)
    .where('lastDay', '>=', today)
    .where('lastDay', '<=', addDays(today, lapsingDays))
    .groupBy(['membershipId', 'lastDay'])
    .orderBy('lastDay', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.membershipId, { points: row.points, day: row.lastDay }]));
};

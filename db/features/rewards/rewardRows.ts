import { type Selectable, sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { RewardRow } from '../../contract/rewards.ts';
import type { LimitPeriod, Offer } from '../../domain/rewards/offer.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

export type Reward = Selectable<Tables['reward']>;

/** @throws CareError NOT_FOUND `reward-not-found` */
export const livingReward = async (db: ReadDb, id: string): Promise<Reward> => {
  const row = await db
    .selectFrom('reward')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('reward');
  return row;
};

/** Vouchers given that are not void, by reward; of one where `id` is given. What is left is the stock less these, never a counter. */
export const givenOf = async (db: ReadDb, id?: string): Promise<ReadonlyMap<string, number>> => {
  let selection = db
    .selectFrom('voucher')
    .select(['rewardId', (eb) => eb.fn.countAll<number>().as('count')])
    .where('rewardId', 'is not', null)
    .where('state', '!=', 'void')
    .groupBy('rewardId');
  if (id) selection = selection.where('rewardId', '=', id);
  const rows = await selection.execute();
  return new Map(rows.map((row) => [row.rewardId ?? '', row.count]));
};

/** Vouchers of these memberships by reward, not void, that were given from a day on. */
export const takenBy = async (
  db: ReadDb,
  membershipIds: readonly string[],
  starts: Readonly<Record<LimitPeriod, string>>,
): Promise<ReadonlyMap<string, Readonly<Record<LimitPeriod, number>>>> => {
  const { rows } = await sql<{ rewardId: string; ever: number; year: number; month: number }>`
    SELECT rewardId, count(*) AS ever, sum(issuedDay >= ${starts.year}) AS year, sum(issuedDay >= ${starts.month}) AS month
    FROM voucher WHERE membershipId IN (${sql.join([...membershipIds])}) AND rewardId IS NOT NULL AND state <> 'void'
    GROUP BY rewardId`.execute(db);
  return new Map(rows.map(({ rewardId, ever, year, month }) => [rewardId, { ever, year, month }]));
};

const tiersOf = (reward: Reward): string[] => JSON.parse(reward.tiers) as string[];

const leftOf = (reward: Reward, given: number): number | null =>
  reward.stock === null ? null : Math.max(0, reward.stock - given);

export const offerOf = (reward: Reward, given: number): Offer => ({
  active: reward.active === 1,
  fromDay: reward.fromDay,
  toDay: reward.toDay,
  tiers: tiersOf(reward),
  points: reward.points,
  left: leftOf(reward, given),
  mostPerPerson: reward.mostPerPerson,
});

export const rewardRowOf = (reward: Reward, given: number): RewardRow => ({
  id: reward.id,
  version: reward.version,
  kind: reward.kind as RewardRow['kind'],
  name: reward.name,
  points: reward.points,
  valueFen: reward.valueFen,
  stock: reward.stock,
  left: leftOf(reward, given),
  given,
  tiers: tiersOf(reward),
  mostPerPerson: reward.mostPerPerson,
  mostPerPeriod: reward.mostPerPeriod as RewardRow['mostPerPeriod'],
  validDays: reward.validDays,
  partner: reward.partner,
  settleFen: reward.settleFen,
  cause: reward.cause,
  fromDay: reward.fromDay,
  toDay: reward.toDay,
  active: reward.active === 1,
  note: reward.note,
});

import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { takeable } from '../../domain/rewards/offer.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { givenOf, offerOf, rewardRowOf } from './rewardRows.ts';
import { takerOf } from './taker.ts';

const membershipOf = async (db: ReadDb, id: string) => {
  const row = await db
    .selectFrom('membership')
    .select(['id', 'tier'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('membership');
  return row;
};

/** 积分商城: the cheapest first; for a membership with what it can take now. */
export const list: QueryHandler<Contract['rewards']['list']> = async (db, input, ctx) => {
  let selection = db.selectFrom('reward').selectAll().where('deletedAt', 'is', null);
  if (!input.inactive) selection = selection.where('active', '=', 1);
  const rewards = await selection.orderBy('points').orderBy('name').orderBy('id').execute();
  const given = await givenOf(db);
  const today = ctx.today();
  const taker = input.forMembership ? await takerOf(db, await membershipOf(db, input.forMembership), today) : null;
  return {
    rows: rewards.map((reward) => {
      const count = given.get(reward.id) ?? 0;
      const can = taker ? takeable(offerOf(reward, count), taker(reward), today) : { canTake: null, refusal: null };
      return { reward: rewardRowOf(reward, count), ...can };
    }),
  };
};

import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CounterCard } from '../../contract/members.ts';
import { addDays } from '../../domain/day.ts';
import { refusalOf } from '../../domain/rewards/offer.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { usableCard } from '../members/usableCard.ts';
import { balanceOf, take } from '../points/ledger.ts';
import { freeCode, issueVoucher } from './issueVoucher.ts';
import { givenOf, livingReward, offerOf, type Reward } from './rewardRows.ts';
import { takerOf } from './taker.ts';

/** @throws CareError CONFLICT `points-debt`, `reward-*`; INSUFFICIENT_POINTS */
const refuseOffer = async (db: ReadDb, card: CounterCard, reward: Reward, count: number, today: string) => {
  const { debt } = await balanceOf(db, card.membershipId);
  if (debt > 0) throw new CareError('CONFLICT', { reason: 'points-debt', values: { debt } });
  const given = (await givenOf(db, reward.id)).get(reward.id) ?? 0;
  const offer = offerOf(reward, given);
  const taker = (await takerOf(db, { id: card.membershipId, tier: card.tier }, today))(reward);
  const reason = refusalOf(offer, taker, count, today);
  if (reason === null) return;
  if (reason === 'points-short') {
    const values = { wanted: reward.points * count, available: taker.usable };
    throw new CareError('INSUFFICIENT_POINTS', { reason, values });
  }
  throw new CareError('CONFLICT', { reason });
};

/** One voucher against an entry of its own, so that each can be taken back by itself. */
const takeOne = async (db: WriteDb, card: CounterCard, reward: Reward, atOnce: boolean, ctx: CommandContext) => {
  const made = { id: ctx.newId(), code: await freeCode(db, ctx) };
  const entryId = await take(db, ctx, {
    membershipId: card.membershipId,
    kind: reward.kind === 'donation' ? 'donate' : 'redeem',
    cumulative: 0,
    redeemable: -reward.points,
    tier: card.tier,
    day: ctx.today(),
    source: { kind: 'voucher', id: made.id },
    ruleDay: null,
    detail: { card: card.number, reward: reward.name },
  });
  return issueVoucher(ctx, made, {
    customerId: card.customerId,
    membershipId: card.membershipId,
    rewardId: reward.id,
    kind: reward.kind,
    name: reward.name,
    valueFen: reward.valueFen,
    points: reward.points,
    entryId,
    origin: 'redeem',
    partner: reward.partner,
    settleFen: reward.settleFen,
    cause: reward.cause,
    lastDay: addDays(ctx.today(), reward.validDays),
    issuedBy: ctx.actor.name,
    state: atOnce ? 'used' : 'active',
  });
};

/** 兑换, all of it or nothing. A donation is done with it; so is what the customer has in hand already. */
export const redeem: CommandHandler<Contract['rewards']['redeem']> = async (db, input, ctx) => {
  const card = await usableCard(db, input.card, ctx);
  const reward = await livingReward(db, input.rewardId);
  if (input.handedOver && reward.kind !== 'gift' && reward.kind !== 'partner') {
    throw badField('handedOver', 'reward-not-handed-over');
  }
  await refuseOffer(db, card, reward, input.count, ctx.today());
  const vouchers = [];
  for (let at = 0; at < input.count; at++) {
    vouchers.push(await takeOne(db, card, reward, input.handedOver || reward.kind === 'donation', ctx));
  }
  ctx.about('membership', card.membershipId);
  ctx.touch(`membership:${card.membershipId}`);
  ctx.touch(`customer:${card.customerId}`);
  const { redeemable } = await balanceOf(db, card.membershipId);
  return { vouchers, points: reward.points * input.count, redeemable };
};

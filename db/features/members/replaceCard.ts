import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { announce } from './announce.ts';
import { activeMembership } from './changeable.ts';
import { writeEvent } from './events.ts';
import { type IssuedCard, issueCard } from './issueCard.ts';
import type { Card } from './scannedCard.ts';

/** A card as it stands. @throws CareError NOT_FOUND `card-not-found` */
export const cardOf = async (db: WriteDb, id: string): Promise<Card & { readonly membershipId: string }> => {
  const card = await db
    .selectFrom('memberCard')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!card || card.membershipId === null) throw notFound('card');
  return { ...card, membershipId: card.membershipId };
};

/** 已换卡 and 已注销 are final. @throws CareError CONFLICT `card-ended` */
export const refuseEnded = (card: Card): void => {
  if (card.state === 'replaced' || card.state === 'cancelled') {
    throw new CareError('CONFLICT', { reason: 'card-ended', values: { number: card.number } });
  }
};

/** Ends a card by another in its place: first the old one stops, for a membership has one main card at a time. */
export const replaceBy = async (
  db: WriteDb,
  ctx: CommandContext,
  old: { readonly id: string; readonly version: number },
  card: Parameters<typeof issueCard>[2],
  reason: string,
): Promise<IssuedCard> => {
  const owner = { owner: card.customerId };
  const stopped = {
    state: 'replaced',
    stateReason: reason,
    stateAt: ctx.now(),
    stateBy: ctx.actor.name,
    printWanted: 0,
  };
  await ctx.rows.update('memberCard', { id: old.id, version: old.version }, stopped, owner);
  const issued = await issueCard(db, ctx, card);
  await ctx.rows.update('memberCard', { id: old.id, version: null }, { replacedBy: issued.cardId }, owner);
  await writeEvent(db, ctx, {
    ...{ membershipId: card.membershipId, cardId: old.id, kind: 'cardReplaced', reason },
    facts: { newNumber: issued.cardNumber },
  });
  return issued;
};

/** 补卡: another number in the same hand; tier, points and all else are the membership's and stay where they are. */
export const replaceCard: CommandHandler<Contract['members']['replaceCard']> = async (db, input, ctx) => {
  const card = await cardOf(db, input.cardId);
  refuseEnded(card);
  const membership = await activeMembership(db, card.membershipId);
  const issued = await replaceBy(
    db,
    ctx,
    { id: card.id, version: input.version },
    {
      membershipId: membership.id,
      customerId: card.customerId,
      role: card.role === 'supplementary' ? 'supplementary' : 'main',
      number: input.cardNumber,
    },
    input.reason,
  );
  await announce(db, ctx, membership);
  return issued;
};

import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { announce } from './announce.ts';
import { writeEvent } from './events.ts';
import { membershipOf } from './livingMembership.ts';
import { cardOf, refuseEnded } from './replaceCard.ts';

const eventKinds = {
  active: 'cardActive',
  frozen: 'cardFrozen',
  lost: 'cardLost',
  cancelled: 'cardCancelled',
} as const;

/**
 * 冻结 · 挂失 · 解除 · 注销. What is frozen or lost can be used again; what is cancelled or replaced is so for ever. A main card is
 * not cancelled: it is replaced, or the member leaves.
 */
export const setCardState: CommandHandler<Contract['members']['setCardState']> = async (db, input, ctx) => {
  const card = await cardOf(db, input.cardId);
  refuseEnded(card);
  if (card.state === input.state) throw new CareError('CONFLICT', { reason: 'card-state-same' });
  if (input.state === 'cancelled' && card.role === 'main')
    throw new CareError('CONFLICT', { reason: 'card-main-cancel' });
  const membership = await membershipOf(db, card.membershipId);
  const { version } = await ctx.rows.update(
    'memberCard',
    { id: card.id, version: input.version },
    {
      ...{ state: input.state, stateReason: input.reason, stateAt: ctx.now(), stateBy: ctx.actor.name },
      ...(input.state === 'cancelled' ? { printWanted: 0 } : {}),
    },
    { owner: card.customerId },
  );
  await writeEvent(db, ctx, {
    ...{ membershipId: membership.id, cardId: card.id, kind: eventKinds[input.state], reason: input.reason },
    facts: { before: card.state },
  });
  await ctx.reindex(card.customerId);
  await announce(db, ctx, membership);
  return { version };
};

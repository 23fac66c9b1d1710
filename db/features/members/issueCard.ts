import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { cardNumberFor } from './cardNumber.ts';

export interface IssuedCard {
  readonly cardId: string;
  readonly cardNumber: string;
}

/** A new card in somebody's hand (发卡): it waits for the printer, and its number is in the one box at once. */
export const issueCard = async (
  db: WriteDb,
  ctx: CommandContext,
  card: {
    readonly membershipId: string;
    readonly customerId: string;
    readonly role: 'main' | 'supplementary';
    readonly number: string | null;
  },
): Promise<IssuedCard> => {
  const { number: given, ...columns } = card;
  const number = await cardNumberFor(db, given, ctx);
  const id = ctx.newId();
  await ctx.rows.insert(
    'memberCard',
    { ...columns, id, number, createdAt: ctx.now(), printWanted: 1 },
    { owner: card.customerId },
  );
  await ctx.reindex(card.customerId);
  return { cardId: id, cardNumber: number };
};

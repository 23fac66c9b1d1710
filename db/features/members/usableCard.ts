import { CareError } from '../../contract/errors.ts';
import type { CounterCard } from '../../contract/members.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { counterCardOf } from './atCounter.ts';

/**
 * The scanned card, where its member may use it now. A debt is left to the ledger: it refuses by itself what takes points, and
 * a voucher can be used all the same.
 *
 * @throws CareError VALIDATION of `card` `card-check-digit`, `scan-not-a-card`; NOT_FOUND `card-not-found`; CONFLICT `card-frozen`,
 *   `card-lost`, `card-replaced`, `card-cancelled`, `member-expired`, `member-cancelled`
 */
export const usableCard = async (
  db: ReadDb,
  scanned: string,
  ctx: Pick<QueryContext, 'today'>,
): Promise<CounterCard> => {
  const card = await counterCardOf(db, scanned, ctx);
  if (card.refusal && card.refusal !== 'points-debt') {
    throw new CareError('CONFLICT', {
      reason: card.refusal,
      values: { number: card.number, day: card.validThrough ?? '' },
    });
  }
  return card;
};

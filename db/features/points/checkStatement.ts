import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { proofHolds, readProof, signedText, storeMark } from '../../domain/points/statementProof.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { balanceOn, statementSecret } from './statement.ts';

const cardOf = async (db: ReadDb, number: string) =>
  db
    .selectFrom('memberCard as c')
    .innerJoin('membership as m', 'm.id', 'c.membershipId')
    .innerJoin('customer as h', 'h.id', 'm.customerId')
    .select(['c.membershipId', 'h.name'])
    .where('c.number', '=', number)
    .where('c.deletedAt', 'is', null)
    .executeTakeFirst();

/** 对账单验真: whether a printed statement is what this store printed; beside it what the ledger says of its last day now. */
export const checkStatement: QueryHandler<Contract['points']['checkStatement']> = async (db, input, ctx) => {
  const read = readProof(input.proof);
  if (!read) throw badField('proof', 'scan-not-a-statement');
  const { figures } = read;
  const { storeId } = await db.selectFrom('store').select('storeId').executeTakeFirstOrThrow();
  const said = {
    cardNumber: figures.card,
    fromDay: figures.fromDay,
    toDay: figures.toDay,
    madeDay: figures.madeDay,
    opening: figures.opening,
    closing: figures.closing,
  };
  // another store's card may have the number of one of ours
  if (figures.store !== storeMark(storeId)) return { verdict: 'foreign', ...said, holder: null, closingNow: null };
  const card = await cardOf(db, figures.card);
  const signature = ctx.sign(signedText(figures), await statementSecret(db));
  return {
    verdict: proofHolds(read, signature) ? 'genuine' : 'changed',
    ...said,
    holder: card?.name ?? null,
    closingNow: card?.membershipId ? (await balanceOn(db, card.membershipId, figures.toDay)).redeemable : null,
  };
};

import { takeWhatIsThere } from '../../domain/points/lots.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';
import { balanceOf, openLots } from './balances.ts';
import { type LedgerContext, type Move, type NewLot, writeEntry } from './entries.ts';

export interface Account {
  /** of the membership */
  readonly id: string;
  readonly tier: string;
}

export interface Carried {
  readonly outId: string;
  readonly inId: string;
  /** points */
  readonly cumulative: number;
  /** points */
  readonly redeemable: number;
}

/**
 * All that an account holds goes over to another (并入): both balances by a `mergeOut` and a `mergeIn` entry, each lot with the last
 * day it has, a debt as well. In the other account debts are paid by whatever lots there are, those that lapse first first: the
 * customer is one, and neither owes what the other has.
 *
 * @returns null where there is nothing to carry
 */
export const carryOver = async (
  db: WriteDb,
  ctx: LedgerContext,
  from: Account,
  into: Account,
): Promise<Carried | null> => {
  const balance = await balanceOf(db, from.id);
  const leaving = await openLots(db, from.id);
  if (balance.cumulative === 0 && balance.debt === 0 && leaving.length === 0) return null;
  const { cumulative, redeemable } = balance;
  const entry = { day: ctx.today(), ruleDay: null, reason: 'merge' };
  const outId = await writeEntry(
    db,
    ctx,
    {
      ...entry,
      membershipId: from.id,
      kind: 'mergeOut',
      cumulative: -cumulative,
      redeemable: -redeemable,
      tier: from.tier,
      source: { kind: 'membership', id: into.id },
    },
    [],
    [...leaving.map((lot): Move => ({ lotId: lot.id, points: -lot.remaining })), { lotId: null, points: balance.debt }],
  );
  const arriving = leaving.map((lot) => ({ ...lot, id: ctx.newId() }));
  const there = await openLots(db, into.id);
  const owed = (await balanceOf(db, into.id)).debt + balance.debt;
  const paid = takeWhatIsThere([...arriving, ...there], owed, ctx.today());
  const paidInAll = paid.reduce((sum, share) => sum + share.points, 0);
  const inId = await writeEntry(
    db,
    ctx,
    {
      ...entry,
      membershipId: into.id,
      kind: 'mergeIn',
      cumulative,
      redeemable,
      tier: into.tier,
      source: { kind: 'membership', id: from.id },
    },
    arriving.map(({ id, lastDay }): NewLot => ({ id, lastDay })),
    [
      ...arriving.map((lot): Move => ({ lotId: lot.id, points: lot.remaining })),
      ...paid.map(({ lotId, points }): Move => ({ lotId, points: -points })),
      { lotId: null, points: paidInAll - balance.debt },
    ],
  );
  return { outId, inId, cumulative, redeemable };
};

const accountOf = async (db: ReadDb, id: string) =>
  db.selectFrom('membership').select(['id', 'tier', 'mergedInto']).where('id', '=', id).executeTakeFirst();

/** What came to a merged membership since (a visit made void, a voucher taken back) goes on to where its points are now. */
export const carryOn = async (db: WriteDb, ctx: LedgerContext, membershipId: string): Promise<void> => {
  let from = await accountOf(db, membershipId);
  while (from?.mergedInto) {
    const into = await accountOf(db, from.mergedInto);
    if (!into) return;
    await carryOver(db, ctx, from, into);
    from = into;
  }
};

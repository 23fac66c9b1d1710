import { CareError } from '../../contract/errors.ts';
import type { Day } from '../../domain/day.ts';
import { inSpendingOrder, type Lot, takeFrom, takeWhatIsThere } from '../../domain/points/lots.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';
import { balanceOf, openLots } from './balances.ts';
import { carryOn } from './carryOver.ts';
import { type LedgerContext, type Move, type NewEntry, type NewLot, writeEntry } from './entries.ts';

export { type Balance, balanceOf, openLots } from './balances.ts';

/**
 * Gives points: they form one lot, from which a debt is paid first.
 *
 * @param lastDay of the lot
 */
export const give = async (db: WriteDb, ctx: LedgerContext, entry: NewEntry, lastDay: Day): Promise<string> => {
  if (entry.redeemable === 0) return writeEntry(db, ctx, entry, [], []);
  const { debt } = await balanceOf(db, entry.membershipId);
  const paid = Math.min(debt, entry.redeemable);
  const lot: NewLot = { id: ctx.newId(), lastDay };
  return writeEntry(
    db,
    ctx,
    entry,
    [lot],
    [
      { lotId: lot.id, points: entry.redeemable },
      { lotId: lot.id, points: -paid },
      { lotId: null, points: paid },
    ],
  );
};

/**
 * Takes points (`entry.redeemable` below 0) from the lots that lapse first.
 *
 * @throws CareError CONFLICT `points-debt` while there is a debt, INSUFFICIENT_POINTS where the lots do not hold enough
 */
export const take = async (db: WriteDb, ctx: LedgerContext, entry: NewEntry): Promise<string> => {
  const { debt, redeemable } = await balanceOf(db, entry.membershipId);
  if (debt > 0) throw new CareError('CONFLICT', { reason: 'points-debt', values: { debt } });
  const wanted = -entry.redeemable;
  const shares = takeFrom(await openLots(db, entry.membershipId), wanted, ctx.today());
  if (!shares) {
    throw new CareError('INSUFFICIENT_POINTS', { reason: 'points-short', values: { wanted, available: redeemable } });
  }
  return writeEntry(
    db,
    ctx,
    entry,
    [],
    shares.map(({ lotId, points }) => ({ lotId, points: -points })),
  );
};

/** All that is left of a lot lapses (积分到期). */
export const lapse = async (
  db: WriteDb,
  ctx: LedgerContext,
  lot: Lot & { readonly membershipId: string },
  tier: string,
): Promise<string> =>
  writeEntry(
    db,
    ctx,
    {
      membershipId: lot.membershipId,
      kind: 'expire',
      cumulative: 0,
      redeemable: -lot.remaining,
      tier,
      day: ctx.today(),
      source: { kind: 'lot', id: lot.id },
      ruleDay: null,
    },
    [],
    [{ lotId: lot.id, points: -lot.remaining }],
  );

export interface Reversed {
  readonly entryId: string;
  /** points that went back to a lot lapsed since, and lapsed with it */
  readonly lapsed: number;
  /** points that are a debt now */
  readonly debt: number;
}

export interface ReverseOptions {
  /** points that go back to a lot lapsed since stay in it: the caller takes them further in the same transaction */
  readonly keepsLapsed?: boolean;
  /** what is missing in the lots that the entry filled is taken from the others before it becomes a debt */
  readonly othersPay?: boolean;
}

/** What an entry moved, summed by lot; the debt under null. */
const netMoves = async (db: ReadDb, entryId: string): Promise<Move[]> => {
  const rows = await db
    .selectFrom('pointsMove')
    .select(['lotId', (eb) => eb.fn.sum<number>('points').as('points')])
    .where('entryId', '=', entryId)
    .groupBy('lotId')
    .execute();
  return rows.filter((row) => row.points !== 0);
};

const lotOf = async (db: ReadDb, id: string): Promise<Lot> =>
  db.selectFrom('pointsLot').select(['id', 'lastDay', 'remaining']).where('id', '=', id).executeTakeFirstOrThrow();

/**
 * Takes an entry back by an entry that mirrors it (冲正). What it gave leaves the lot it made; what of that was spent already
 * becomes a debt. What it took pays a debt first, and else goes back to the lots it came from; where one lapsed since, it lapses
 * at once. What changes in a membership that was merged meanwhile goes on to the one it was merged into.
 *
 * @throws CareError CONFLICT `points-reversed-already`
 */
export const reverse = async (
  db: WriteDb,
  ctx: LedgerContext,
  entryId: string,
  reason: string,
  options: ReverseOptions = {},
): Promise<Reversed> => {
  const entry = await db.selectFrom('pointsEntry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();
  const before = await db.selectFrom('pointsEntry').select('id').where('reverses', '=', entryId).executeTakeFirst();
  if (before || entry.kind === 'reverse') throw new CareError('CONFLICT', { reason: 'points-reversed-already' });
  const today = ctx.today();
  const moves: Move[] = [];
  const returned: Lot[] = [];
  let debtMove = 0;
  for (const { lotId, points } of await netMoves(db, entryId)) {
    if (lotId === null) {
      debtMove -= points;
      continue;
    }
    const lot = await lotOf(db, lotId);
    const back = points > 0 ? -Math.min(points, lot.remaining) : -points;
    moves.push({ lotId, points: back });
    debtMove -= points + back;
    if (back > 0) returned.push({ ...lot, remaining: back });
  }
  if (options.othersPay && debtMove < 0) {
    const others = (await openLots(db, entry.membershipId)).filter(
      ({ id }) => !moves.some(({ lotId }) => lotId === id),
    );
    for (const { lotId, points } of takeWhatIsThere(others, -debtMove, today)) {
      moves.push({ lotId, points: -points });
      debtMove += points;
    }
  }
  const { debt } = await balanceOf(db, entry.membershipId);
  const lots: NewLot[] = [];
  if (debtMove > debt) {
    // the debt that this entry made was paid by later earnings: what they paid is the member's again
    const lot = { id: ctx.newId(), lastDay: await longestDay(db, entry.membershipId, today) };
    lots.push(lot);
    moves.push({ lotId: lot.id, points: debtMove - debt });
    debtMove = debt;
  }
  let owed = debt - debtMove;
  const late: (Lot & { membershipId: string })[] = [];
  for (const lot of returned.toSorted(inSpendingOrder)) {
    const paid = Math.min(lot.remaining, owed);
    moves.push({ lotId: lot.id, points: -paid });
    debtMove += paid;
    owed -= paid;
    const remaining = lot.remaining - paid;
    if (remaining > 0 && lot.lastDay < today && !options.keepsLapsed)
      late.push({ ...lot, remaining, membershipId: entry.membershipId });
  }
  moves.push({ lotId: null, points: debtMove });
  const id = await writeEntry(
    db,
    ctx,
    {
      membershipId: entry.membershipId,
      kind: 'reverse',
      cumulative: -entry.cumulative,
      redeemable: -entry.redeemable,
      tier: entry.tier,
      day: today,
      source: null,
      ruleDay: entry.ruleDay,
      reverses: entryId,
      reason,
    },
    lots,
    moves,
  );
  for (const lot of late) await lapse(db, ctx, lot, entry.tier);
  await carryOn(db, ctx, entry.membershipId);
  return {
    entryId: id,
    lapsed: late.reduce((sum, lot) => sum + lot.remaining, 0),
    debt: Math.max(0, -debtMove),
  };
};

/** The day on which the last of its points lapse, today where none are left. */
const longestDay = async (db: ReadDb, membershipId: string, today: Day): Promise<Day> => {
  const row = await db
    .selectFrom('pointsLot')
    .select((eb) => eb.fn.max('lastDay').as('day'))
    .where('membershipId', '=', membershipId)
    .executeTakeFirst();
  return row?.day && row.day > today ? row.day : today;
};

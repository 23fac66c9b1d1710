import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { takeFrom } from '../../domain/points/lots.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { isExpired, type Membership, membershipOf } from '../members/livingMembership.ts';
import { type Move, type NewLot, writeEntry } from './entries.ts';
import { familyOf } from './family.ts';
import { balanceOf, openLots, take } from './ledger.ts';

/** @throws CareError NOT_FOUND; CONFLICT `member-cancelled`, `member-expired` */
const validMembership = async (db: ReadDb, id: string, today: string): Promise<Membership> => {
  const membership = await membershipOf(db, id);
  if (membership.state !== 'active') throw new CareError('CONFLICT', { reason: 'member-cancelled' });
  if (isExpired(membership, today)) {
    throw new CareError('CONFLICT', { reason: 'member-expired', values: { day: membership.validThrough ?? '' } });
  }
  return membership;
};

interface Share {
  readonly lastDay: string;
  readonly points: number;
}

/** What leaves, by the last day on which it can be spent: that goes over with it. @throws CareError as `take` */
const sharesOf = async (db: ReadDb, membershipId: string, points: number, today: string): Promise<Share[]> => {
  const lots = await openLots(db, membershipId);
  const taken = takeFrom(lots, points, today) ?? [];
  const byDay = new Map<string, number>();
  for (const share of taken) {
    const lastDay = lots.find((lot) => lot.id === share.lotId)?.lastDay ?? today;
    byDay.set(lastDay, (byDay.get(lastDay) ?? 0) + share.points);
  }
  return [...byDay].map(([lastDay, sum]) => ({ lastDay, points: sum }));
};

/** New lots of the receiver with the last days of the old ones; a debt is paid from what would lapse first. */
const received = async (db: ReadDb, membershipId: string, shares: readonly Share[], ctx: CommandContext) => {
  let { debt } = await balanceOf(db, membershipId);
  const lots: NewLot[] = [];
  const moves: Move[] = [];
  for (const share of shares) {
    const lot = { id: ctx.newId(), lastDay: share.lastDay };
    const paid = Math.min(debt, share.points);
    debt -= paid;
    lots.push(lot);
    moves.push(
      { lotId: lot.id, points: share.points },
      { lotId: lot.id, points: -paid },
      { lotId: null, points: paid },
    );
  }
  return { lots, moves };
};

const passOn = async (
  db: WriteDb,
  from: Membership,
  to: Membership,
  what: { readonly points: number; readonly reason: string },
  ctx: CommandContext,
): Promise<void> => {
  const today = ctx.today();
  const both = {
    cumulative: 0,
    day: today,
    source: { kind: 'transfer', id: ctx.newId() },
    ruleDay: null,
    reason: what.reason,
  } as const;
  const shares = await sharesOf(db, from.id, what.points, today);
  await take(db, ctx, {
    ...both,
    membershipId: from.id,
    kind: 'transferOut',
    redeemable: -what.points,
    tier: from.tier,
    detail: { membershipId: to.id },
  });
  const { lots, moves } = await received(db, to.id, shares, ctx);
  await writeEntry(
    db,
    ctx,
    {
      ...both,
      membershipId: to.id,
      kind: 'transferIn',
      redeemable: what.points,
      tier: to.tier,
      detail: { membershipId: from.id },
    },
    lots,
    moves,
  );
};

/** 积分转赠: nothing is won by it, for no point lives longer than it did. */
export const transfer: CommandHandler<Contract['points']['transfer']> = async (db, input, ctx) => {
  if (input.fromId === input.toId) throw badField('toId', 'transfer-to-self');
  const today = ctx.today();
  const from = await validMembership(db, input.fromId, today);
  const to = await validMembership(db, input.toId, today);
  const relatives = await familyOf(db, from.id, today);
  if (!relatives.some(({ membershipId }) => membershipId === to.id)) throw badField('toId', 'transfer-not-family');
  await passOn(db, from, to, input, ctx);
  ctx.about('membership', from.id);
  for (const membership of [from, to]) {
    ctx.touch(`membership:${membership.id}`);
    ctx.touch(`customer:${membership.customerId}`);
  }
  return {
    fromRedeemable: (await balanceOf(db, from.id)).redeemable,
    toRedeemable: (await balanceOf(db, to.id)).redeemable,
  };
};

import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CounterCard } from '../../contract/members.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { balanceOf } from '../points/ledger.ts';
import { settingsOn } from '../settings/settings.ts';
import { eligibleFor } from './eligible.ts';
import { lapsingOf } from './lapsing.ts';
import { isExpired, livingMembership, type Membership } from './livingMembership.ts';
import { type Card, scannedCard } from './scannedCard.ts';
import { tierOf } from './tierNames.ts';

type Refusal = CounterCard['refusal'];

const refusalOfCard = (state: string): Refusal => {
  switch (state) {
    case 'frozen':
      return 'card-frozen';
    case 'lost':
      return 'card-lost';
    case 'replaced':
      return 'card-replaced';
    case 'cancelled':
      return 'card-cancelled';
    default:
      return null;
  }
};

/** Why nothing can be done with it; the card itself before its membership, for that is what lies on the counter. */
const refusalOf = (card: Card, membership: Membership, debt: number, today: string): Refusal => {
  const ofCard = refusalOfCard(card.state);
  if (ofCard) return ofCard;
  if (membership.state !== 'active') return 'member-cancelled';
  if (isExpired(membership, today)) return 'member-expired';
  return debt > 0 ? 'points-debt' : null;
};

/**
 * What the counter needs to know of a scanned card: whose, what is on it, and whether it can be used.
 *
 * @throws CareError as `scannedCard`
 */
export const counterCardOf = async (
  db: ReadDb,
  scanned: string,
  ctx: Pick<QueryContext, 'today'>,
): Promise<CounterCard> => {
  const today = ctx.today();
  const card = await scannedCard(db, scanned);
  if (card.membershipId === null) throw notFound('card');
  const membership = await livingMembership(db, card.membershipId);
  const holder = await db.selectFrom('customer').select('name').where('id', '=', card.customerId).executeTakeFirst();
  const settings = await settingsOn(db, today);
  const balance = await balanceOf(db, membership.id);
  const lapsing = (await lapsingOf(db, [membership.id], today)).get(membership.id);
  return {
    cardId: card.id,
    number: card.number,
    state: card.state as CounterCard['state'],
    role: card.role as CounterCard['role'],
    membershipId: membership.id,
    customerId: card.customerId,
    holder: holder?.name ?? '',
    ...tierOf(settings.tiers, membership.tier),
    validThrough: membership.validThrough,
    redeemable: balance.redeemable,
    debt: balance.debt,
    lapsing: lapsing?.points ?? 0,
    lapseDay: lapsing?.day ?? null,
    refusal: refusalOf(card, membership, balance.debt, today),
    eligibleFor: await eligibleFor(db, membership, settings, today),
  };
};

export const atCounter: QueryHandler<Contract['members']['atCounter']> = (db, input, ctx) =>
  counterCardOf(db, input.card, ctx);

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { CardRow } from '../../contract/members.ts';
import type { JoinMode } from '../../contract/memberTerms.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { balanceOf, openLots } from '../points/ledger.ts';
import { pendingPoints } from '../points/pending.ts';
import { settingsOn } from '../settings/settings.ts';
import { benefitsOf, discountsOf } from './benefits.ts';
import { eventsOf } from './events.ts';
import { membershipOf, stateOf } from './livingMembership.ts';
import { participationsOf } from './participations.ts';
import { pathsOf } from './paths.ts';
import { tierOf } from './tierNames.ts';

interface Card {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly role: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly stateAt: number | null;
  readonly stateBy: string | null;
  readonly customerId: string;
  readonly holder: string;
  readonly replacedByNumber: string | null;
  readonly issuedAt: number;
  readonly prints: number;
  readonly printWanted: number;
}

/** Those that still speak first, the main one before the others, then the newest. */
const cardsOf = async (db: ReadDb, membershipId: string): Promise<CardRow[]> => {
  const { rows } = await sql<Card>`
    SELECT k.id, k.version, k.number, k.role, k.state, k.stateReason, k.stateAt, k.stateBy, k.customerId, c.name AS holder,
      (SELECT number FROM memberCard WHERE id = k.replacedBy) AS replacedByNumber, k.createdAt AS issuedAt,
      (SELECT count(*) FROM printLog WHERE cardId = k.id AND document = 'card') AS prints, k.printWanted
    FROM memberCard k JOIN customer c ON c.id = k.customerId
    WHERE k.membershipId = ${membershipId} AND k.deletedAt IS NULL
    ORDER BY k.state IN ('active', 'frozen', 'lost') DESC, k.role, k.createdAt DESC, k.id DESC`.execute(db);
  return rows.map((row) => ({
    ...row,
    role: row.role as CardRow['role'],
    state: row.state as CardRow['state'],
    printWanted: row.printWanted === 1,
  }));
};

/** The card page (会员页): everything that one membership is. */
export const get: QueryHandler<Contract['members']['get']> = async (db, input, ctx) => {
  const today = ctx.today();
  const membership = await membershipOf(db, input.id);
  const settings = await settingsOn(db, today);
  const { id, customerId } = membership;
  const holder = await db.selectFrom('customer').select('name').where('id', '=', customerId).executeTakeFirst();
  const lots = await openLots(db, id);
  return {
    membership: {
      ...{ id, version: membership.version, customerId, holder: holder?.name ?? '' },
      ...tierOf(settings.tiers, membership.tier),
      state: stateOf(membership, today),
      joinMode: membership.joinMode as JoinMode | null,
      ...{ joinDay: membership.joinDay, validThrough: membership.validThrough },
      pointsFree: settings.membershipRules.pointsFreeTiers.includes(membership.tier),
    },
    cards: await cardsOf(db, id),
    balance: { ...(await balanceOf(db, id)), pending: await pendingPoints(db, id, ctx) },
    lots: lots.map(({ entryId: _, ...lot }) => lot),
    paths: await pathsOf(db, membership, settings, today),
    benefits: await benefitsOf(db, membership, settings.tierBenefits, today),
    discounts: discountsOf(membership.tier, settings.tierBenefits),
    events: await eventsOf(db, id, settings.tiers),
    participations: await participationsOf(db, customerId),
  };
};

import { type Expression, sql } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';

export interface HeldMembership {
  readonly id: string;
  readonly customerId: string;
  readonly tier: string;
  readonly cardId: string;
}

export interface Held extends HeldMembership {
  readonly joinDay: string | null;
}

/** When: the store's day and the instant (UTC ms), or the columns that hold them. */
export interface When {
  readonly day: Day | Expression<Day>;
  readonly at: number | Expression<number>;
}

/** A card that speaks for its membership: frozen or lost it goes on earning, it only cannot be used; cancelled, until it was. */
const spoke = ({ at }: When) => sql`(c.state IN ('active', 'frozen', 'lost') OR (c.state = 'cancelled' AND EXISTS (
  SELECT 1 FROM membershipEvent e WHERE e.membershipId = m.id AND e.cardId = c.id AND e.kind = 'cardCancelled' AND e.at > ${at})))`;

/** A supplementary card speaks from the day on which its holder got the first one. */
const issued = ({ day }: When) => sql`(c.role = 'main' OR coalesce((SELECT min(e.day) FROM membershipEvent e
  JOIN memberCard first ON first.id = e.cardId AND first.customerId = c.customerId
  WHERE e.membershipId = m.id AND e.kind = 'cardAdded'), '') <= ${day})`;

/**
 * Whatever becomes of a membership later: what it was at an arrival decides what that visit earns. It holds for whole days, the one of
 * joining and the last one included; it was left at an instant, and does not hold between leaving and coming back, nor between its
 * old last day and joining anew.
 */
const held = ({
  day,
  at,
}: When) => sql`(m.joinDay IS NULL OR m.joinDay <= ${day}) AND (m.validThrough IS NULL OR m.validThrough >= ${day})
  AND (m.state = 'active' OR (m.state = 'cancelled' AND EXISTS (
    SELECT 1 FROM membershipEvent e WHERE e.membershipId = m.id AND e.kind = 'cancel' AND e.at > ${at})))
  AND NOT EXISTS (SELECT 1 FROM membershipEvent e WHERE e.membershipId = m.id AND (
    (e.kind = 'cancel' AND e.at <= ${at} AND NOT EXISTS (SELECT 1 FROM membershipEvent back
      WHERE back.membershipId = m.id AND back.kind = 'reactivate' AND back.at >= e.at AND back.at <= ${at}))
    OR (e.kind = 'join' AND e.day > ${day} AND json_extract(e.facts, '$.heldThrough') < ${day})))`;

/** Card `c` earns for its membership `m`. */
export const earnsOn = (when: When) =>
  sql<boolean>`c.deletedAt IS NULL AND m.deletedAt IS NULL AND ${spoke(when)} AND ${issued(when)} AND ${held(when)}`;

/**
 * Of several the customer's own before the family's, then the highest tier, then the oldest. On the very day of joining the family's
 * comes first: who joins takes nothing away that was earned for the family that morning.
 */
export const preferredOf = <H extends Held>(
  found: readonly H[],
  customerId: string,
  day: Day,
  tiers: readonly string[],
): H | undefined => {
  const own = (row: H): number => (row.customerId !== customerId ? 1 : row.joinDay === day ? 2 : 0);
  return found.toSorted(
    (a, b) =>
      own(a) - own(b) ||
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) ||
      (a.joinDay ?? '').localeCompare(b.joinDay ?? '') ||
      a.id.localeCompare(b.id),
  )[0];
};

/**
 * The membership on which a customer earns at an arrival: of those whose card the customer holds and that hold then, the preferred.
 *
 * @param tiers codes, lowest first
 */
export const membershipOn = async (
  db: ReadDb,
  customerId: string,
  when: { readonly day: Day; readonly at: number },
  tiers: readonly string[],
): Promise<HeldMembership | null> => {
  const { rows } = await sql<Held>`
    SELECT m.id, m.customerId, m.tier, m.joinDay, c.id AS cardId FROM memberCard c JOIN membership m ON m.id = c.membershipId
    WHERE c.customerId = ${customerId} AND ${earnsOn(when)}`.execute(db);
  const first = preferredOf(rows, customerId, when.day, tiers);
  return first ? { id: first.id, customerId: first.customerId, tier: first.tier, cardId: first.cardId } : null;
};

/** The tier that a membership had at an instant: a later change says what it was before. */
export const tierAt = async (db: ReadDb, membershipId: string, at: number, now: string): Promise<string> => {
  const change = await db
    .selectFrom('membershipEvent')
    .select('tierFrom')
    .where('membershipId', '=', membershipId)
    .where('at', '>', at)
    .where('tierFrom', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .executeTakeFirst();
  return change?.tierFrom ?? now;
};

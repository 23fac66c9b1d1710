import type { Day } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';

export interface HeldMembership {
  readonly id: string;
  readonly customerId: string;
  readonly tier: string;
  readonly cardId: string;
}

/** States in which a card still speaks for its membership: a frozen or lost one goes on earning, it only cannot be used. */
const speaking = ['active', 'frozen', 'lost'];

/**
 * The membership on which a customer earns on a day: one whose card the customer holds and that is valid then, the customer's own
 * before the family's, then the highest tier, then the oldest.
 *
 * @param tiers codes, lowest first
 */
export const membershipOn = async (
  db: ReadDb,
  customerId: string,
  day: Day,
  tiers: readonly string[],
): Promise<HeldMembership | null> => {
  const rows = await db
    .selectFrom('memberCard as c')
    .innerJoin('membership as m', 'm.id', 'c.membershipId')
    .select(['m.id', 'm.customerId', 'm.tier', 'm.joinDay', 'c.id as cardId'])
    .where('c.customerId', '=', customerId)
    .where('c.deletedAt', 'is', null)
    .where('c.state', 'in', speaking)
    .where('m.deletedAt', 'is', null)
    .where('m.state', '=', 'active')
    .where((eb) => eb.or([eb('m.joinDay', 'is', null), eb('m.joinDay', '<=', day)]))
    .where((eb) => eb.or([eb('m.validThrough', 'is', null), eb('m.validThrough', '>=', day)]))
    .execute();
  const own = (row: HeldMembership): number => (row.customerId === customerId ? 0 : 1);
  const [first] = rows.toSorted(
    (a, b) =>
      own(a) - own(b) ||
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) ||
      (a.joinDay ?? '').localeCompare(b.joinDay ?? '') ||
      a.id.localeCompare(b.id),
  );
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

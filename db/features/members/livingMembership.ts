import type { Selectable } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

export type Membership = Selectable<Tables['membership']>;

/** A membership as it stands, whatever became of it. @throws CareError NOT_FOUND `membership-not-found` */
export const membershipOf = async (db: ReadDb, id: string): Promise<Membership> => {
  const row = await db
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('membership');
  return row;
};

/** The one that speaks for it now: where it was merged, into whichever it went. */
export const livingMembership = async (db: ReadDb, id: string): Promise<Membership> => {
  let row = await membershipOf(db, id);
  const seen = new Set<string>();
  while (row.state === 'merged' && row.mergedInto !== null && !seen.has(row.id)) {
    seen.add(row.id);
    row = await membershipOf(db, row.mergedInto);
  }
  return row;
};

/** 已到期: told by a day, the last one is usable. */
export const isExpired = (membership: Pick<Membership, 'validThrough'>, today: string): boolean =>
  membership.validThrough !== null && membership.validThrough < today;

/** As the desk tells it: an active one whose last day is over has expired. */
export const stateOf = (
  membership: Pick<Membership, 'state' | 'validThrough'>,
  today: string,
): 'active' | 'expired' | 'cancelled' | 'merged' => {
  if (membership.state === 'cancelled' || membership.state === 'merged') return membership.state;
  return isExpired(membership, today) ? 'expired' : 'active';
};

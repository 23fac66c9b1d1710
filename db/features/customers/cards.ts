import { sql } from 'kysely';
import type { ReadDb } from '../../store/handler.ts';

/** A card that somebody still holds, with what its membership (会籍) says. */
export interface HeldCard {
  readonly customerId: string;
  readonly id: string;
  readonly membershipId: string;
  readonly number: string;
  /** active, frozen or lost */
  readonly state: string;
  readonly tier: string;
  readonly joinMode: string | null;
  readonly joinDay: string | null;
  /** last usable day */
  readonly validThrough: string | null;
}

/**
 * Cards of these customers, whichever membership they speak for; replaced and cancelled ones are none, nor are those of a
 * membership that was left. The longest valid first.
 */
export const heldCards = async (db: ReadDb, customerIds: readonly string[]): Promise<HeldCard[]> =>
  db
    .selectFrom('memberCard')
    .innerJoin('membership', 'membership.id', 'memberCard.membershipId')
    .select([
      'memberCard.customerId',
      'memberCard.id',
      'membership.id as membershipId',
      'memberCard.number',
      'memberCard.state',
      'membership.tier',
      'membership.joinMode',
      'membership.joinDay',
      'membership.validThrough',
    ])
    .where('memberCard.customerId', 'in', customerIds)
    .where('memberCard.deletedAt', 'is', null)
    .where('memberCard.state', 'in', ['active', 'frozen', 'lost'])
    .where('membership.deletedAt', 'is', null)
    .where('membership.state', '=', 'active')
    .orderBy(sql`coalesce(membership.validThrough, '')`, 'desc')
    .orderBy('memberCard.id', 'desc')
    .execute();

import { CareError } from '../../contract/errors.ts';
import type { ReadDb } from '../../store/handler.ts';
import { isExpired, type Membership, membershipOf } from './livingMembership.ts';

/**
 * A membership that can be changed.
 *
 * @throws CareError NOT_FOUND `membership-not-found`; CONFLICT `member-cancelled` where it was left or went into another
 */
export const activeMembership = async (db: ReadDb, id: string): Promise<Membership> => {
  const membership = await membershipOf(db, id);
  if (membership.state !== 'active') throw new CareError('CONFLICT', { reason: 'member-cancelled' });
  return membership;
};

/** The same, valid today. @throws CareError CONFLICT `member-expired` too */
export const validMembership = async (db: ReadDb, id: string, today: string): Promise<Membership> => {
  const membership = await activeMembership(db, id);
  if (isExpired(membership, today)) {
    throw new CareError('CONFLICT', { reason: 'member-expired', values: { day: membership.validThrough ?? '' } });
  }
  return membership;
};

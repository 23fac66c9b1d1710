import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { renewalWindow } from '../../domain/membership/validity.ts';
import type { ReadDb } from '../../store/handler.ts';
import type { Membership } from './livingMembership.ts';

/** A customer's own memberships that were not left, the one that holds longest first. */
export const ownMemberships = async (db: ReadDb, customerId: string): Promise<Membership[]> => {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
  const last = (row: Membership): string => row.validThrough ?? '9999';
  return rows.toSorted((a, b) => last(b).localeCompare(last(a)));
};

/**
 * What joining finds: a membership that holds or can still be renewed (`already`), one that ran out for good and is taken up again
 * with its points (`lapsed`), or none.
 */
export const standingOf = async (
  db: ReadDb,
  customerId: string,
  settings: Settings,
  today: Day,
): Promise<{ readonly already: Membership | null; readonly lapsed: Membership | null }> => {
  const [own] = await ownMemberships(db, customerId);
  if (!own) return { already: null, lapsed: null };
  const window = renewalWindow(own.validThrough, settings.membershipRules, today);
  const over = window !== null && today > window.toDay;
  return over ? { already: null, lapsed: own } : { already: own, lapsed: null };
};

/** The number of the main card that speaks for a membership now. */
export const mainCardOf = async (
  db: ReadDb,
  membershipId: string,
): Promise<{ readonly id: string; readonly number: string; readonly state: string; readonly version: number } | null> =>
  (await db
    .selectFrom('memberCard')
    .select(['id', 'number', 'state', 'version'])
    .where('membershipId', '=', membershipId)
    .where('role', '=', 'main')
    .where('state', 'in', ['active', 'frozen', 'lost'])
    .where('deletedAt', 'is', null)
    .executeTakeFirst()) ?? null;

import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { take } from '../points/ledger.ts';
import type { Membership } from './livingMembership.ts';

/**
 * Takes the points that a renewal or an upgrade costs; the event that names the entry is its document.
 *
 * @throws CareError INSUFFICIENT_POINTS `points-short`; CONFLICT `points-debt`
 */
export const deduct = (
  db: WriteDb,
  ctx: CommandContext,
  membership: Membership,
  taken: {
    readonly kind: 'renew' | 'upgrade';
    readonly points: number;
    readonly eventId: string;
    readonly ruleDay: string | null;
  },
): Promise<string> =>
  take(db, ctx, {
    ...{ membershipId: membership.id, kind: taken.kind, cumulative: 0, redeemable: -taken.points },
    ...{ tier: membership.tier, day: ctx.today(), ruleDay: taken.ruleDay },
    source: { kind: 'membershipEvent', id: taken.eventId },
  });

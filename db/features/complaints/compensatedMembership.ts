import { CareError } from '../../contract/errors.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';
import { livingMembership, type Membership } from '../members/livingMembership.ts';
import { membershipOn } from '../members/membershipOn.ts';
import { ownMemberships } from '../members/ownMembership.ts';
import { settingsOn } from '../settings/settingsOn.ts';

/**
 * The account to which a customer's points go: where a visit of today would earn, else one of the customer's own that ran out and can
 * be renewed.
 *
 * @throws CareError CONFLICT `no-membership`, `member-cancelled` where all there was is left
 */
export const compensatedMembership = async (
  db: ReadDb,
  customerId: string,
  ctx: Pick<CommandContext, 'now' | 'today'>,
): Promise<Membership> => {
  const today = ctx.today();
  const tiers = (await settingsOn(db, today)).tiers.map(({ code }) => code);
  const held = await membershipOn(db, customerId, { day: today, at: ctx.now() }, tiers);
  if (held) return livingMembership(db, held.id);
  const [own] = await ownMemberships(db, customerId);
  if (own) return own;
  const left = await db
    .selectFrom('membership')
    .select('id')
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  throw new CareError('CONFLICT', { reason: left ? 'member-cancelled' : 'no-membership' });
};

import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { activeMembership } from './changeable.ts';
import { writeEvent } from './events.ts';
import { rankOf } from './tierNames.ts';

/** 手工定级 by a manager, with a reason. */
export const setTier: CommandHandler<Contract['members']['setTier']> = async (db, input, ctx) => {
  const membership = await activeMembership(db, input.id);
  const { tiers } = await settingsOn(db, ctx.today());
  if (rankOf(tiers, input.tier) < 0) throw badField('tier', 'tier-unknown');
  if (input.tier === membership.tier) throw badField('tier', 'tier-same');
  const { version } = await ctx.rows.update(
    'membership',
    { id: membership.id, version: input.version },
    { tier: input.tier },
    { owner: membership.customerId },
  );
  await writeEvent(db, ctx, {
    ...{ membershipId: membership.id, kind: 'tierByHand', path: 'hand', reason: input.reason },
    ...{ tierFrom: membership.tier, tierTo: input.tier },
  });
  await announce(db, ctx, membership);
  return { version };
};

import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { announce } from './announce.ts';
import { activeMembership } from './changeable.ts';
import { writeEvent } from './events.ts';
import { membershipOf } from './livingMembership.ts';
import { mainCardOf, ownMemberships } from './ownMembership.ts';

/** 退会: from now on nothing is earned or used by any of its cards. */
export const cancel: CommandHandler<Contract['members']['cancel']> = async (db, input, ctx) => {
  const membership = await activeMembership(db, input.id);
  const { version } = await ctx.rows.update(
    'membership',
    { id: membership.id, version: input.version },
    { state: 'cancelled' },
    { owner: membership.customerId },
  );
  await writeEvent(db, ctx, { membershipId: membership.id, kind: 'cancel', reason: input.reason });
  await announce(db, ctx, membership);
  return { version };
};

/** 恢复会籍: as it was, unless the customer joined anew since. */
export const reactivate: CommandHandler<Contract['members']['reactivate']> = async (db, input, ctx) => {
  const membership = await membershipOf(db, input.id);
  if (membership.state !== 'cancelled') throw new CareError('CONFLICT', { reason: 'member-not-cancelled' });
  const [own] = await ownMemberships(db, membership.customerId);
  if (own) {
    const values = { number: (await mainCardOf(db, own.id))?.number ?? '', membershipId: own.id };
    throw new CareError('CONFLICT', { reason: 'member-already', values });
  }
  const { version } = await ctx.rows.update(
    'membership',
    { id: membership.id, version: input.version },
    { state: 'active' },
    { owner: membership.customerId },
  );
  await writeEvent(db, ctx, { membershipId: membership.id, kind: 'reactivate', reason: input.reason });
  await announce(db, ctx, membership);
  return { version };
};

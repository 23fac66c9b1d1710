import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { announce } from './announce.ts';
import { validMembership } from './changeable.ts';
import { writeEvent } from './events.ts';
import { issueCard } from './issueCard.ts';

/** 办附属卡: one more card for somebody of the family. Tier and points are shared; what its holder spends earns for all. */
export const addCard: CommandHandler<Contract['members']['addCard']> = async (db, input, ctx) => {
  const membership = await validMembership(db, input.id, ctx.today());
  await refuseGoneCustomer(db, input.customerId);
  const held = await db
    .selectFrom('memberCard')
    .select('number')
    .where('membershipId', '=', membership.id)
    .where('customerId', '=', input.customerId)
    .where('state', 'in', ['active', 'frozen', 'lost'])
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (held) throw new CareError('CONFLICT', { reason: 'card-held-already', values: { number: held.number } });
  const issued = await issueCard(db, ctx, {
    ...{ membershipId: membership.id, customerId: input.customerId, role: 'supplementary' },
    number: input.cardNumber,
  });
  await writeEvent(db, ctx, { membershipId: membership.id, cardId: issued.cardId, kind: 'cardAdded' });
  await announce(db, ctx, membership);
  return issued;
};

import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { settleVisit } from './settleVisit.ts';

/** 付款确认: what waited for the payment is given by the rule and the tier of the arrival. */
export const setPaid: CommandHandler<Contract['points']['setPaid']> = async (db, input, ctx) => {
  const visit = await db
    .selectFrom('visit')
    .select(['customerId', 'voidedAt', 'paidAt'])
    .where('id', '=', input.visitId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.voidedAt !== null) throw new CareError('CONFLICT', { reason: 'visit-void' });
  const paidAt = input.paid ? (visit.paidAt ?? ctx.now()) : null;
  const { version } = await ctx.rows.update(
    'visit',
    { id: input.visitId, version: input.version },
    { paidAt },
    { owner: visit.customerId },
  );
  await settleVisit(db, input.visitId, ctx);
  ctx.about('visit', input.visitId);
  ctx.touch(`customer:${visit.customerId}`);
  return { version };
};

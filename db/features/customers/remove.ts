import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { openClubOf } from '../clubServices/ofCustomer.ts';

/**
 * Takes a customer off every list (删除客户). Soft. A customer whose vehicles have visits stays: those belong to the
 * store's books; merging or erasing is for them. So does one who complained: the record stays (GB/T 19012), and one whom we still owe an answer, a car or a service of the club. A member stays too:
 * first the membership is left (退会).
 */
export const remove: CommandHandler<Contract['customers']['remove']> = async (db, input, ctx) => {
  const visit = await db
    .selectFrom('visit')
    .select('id')
    .where('customerId', '=', input.id)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (visit) throw new CareError('CONFLICT', { reason: 'customer-has-visits' });
  const complaint = await db
    .selectFrom('complaint')
    .select('number')
    .where('customerId', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (complaint) {
    throw new CareError('CONFLICT', { reason: 'customer-has-complaints', values: { number: complaint.number } });
  }
  const enquiry = await db
    .selectFrom('enquiry')
    .select('number')
    .where('customerId', '=', input.id)
    .where('state', '<>', 'closed')
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (enquiry) {
    throw new CareError('CONFLICT', { reason: 'customer-has-enquiries', values: { number: enquiry.number } });
  }
  const [job] = await openClubOf(db, input.id);
  if (job) throw new CareError('CONFLICT', { reason: 'customer-has-club', values: { number: job.number } });
  const delivery = await db
    .selectFrom('delivery')
    .select('id')
    .where('customerId', '=', input.id)
    .where('deliveredAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (delivery) throw new CareError('CONFLICT', { reason: 'customer-has-delivery' });
  const membership = await db
    .selectFrom('membership')
    .select('id')
    .where('customerId', '=', input.id)
    .where('state', '=', 'active')
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (membership) throw new CareError('CONFLICT', { reason: 'customer-is-member' });
  await ctx.rows.remove('customer', { id: input.id, version: input.version }, { owner: input.id });
  const vehicles = await db
    .selectFrom('vehicle')
    .select('id')
    .where('customerId', '=', input.id)
    .where('deletedAt', 'is', null)
    .execute();
  for (const vehicle of vehicles) {
    await ctx.rows.remove('vehicle', { id: vehicle.id, version: null }, { owner: input.id });
  }
  await ctx.reindex(input.id);
  ctx.about('customer', input.id);
  ctx.touch(`customer:${input.id}`);
  return {};
};

/** Brings a removed customer back with the vehicles that went in the same stroke. */
export const restore: CommandHandler<Contract['customers']['restore']> = async (db, input, ctx) => {
  const removed = await db
    .selectFrom('changeLog')
    .select('command')
    .where('entityId', '=', input.id)
    .where('entity', '=', 'customer')
    .where('op', '=', 'delete')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  const customer = await db
    .selectFrom('customer')
    .select(['id', 'mergedInto'])
    .where('id', '=', input.id)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst();
  if (customer?.mergedInto) throw new CareError('CONFLICT', { reason: 'restore-merged' });
  if (!removed || !customer) throw new CareError('NOT_FOUND', { reason: 'customer-not-removed' });
  await ctx.rows.restore('customer', { id: input.id }, { owner: input.id });
  const vehicles = await db
    .selectFrom('changeLog')
    .select('entityId')
    .where('command', '=', removed.command)
    .where('entity', '=', 'vehicle')
    .where('op', '=', 'delete')
    .where('ownerId', '=', input.id)
    .execute();
  for (const vehicle of vehicles) await ctx.rows.restore('vehicle', { id: vehicle.entityId }, { owner: input.id });
  await ctx.reindex(input.id);
  ctx.about('customer', input.id);
  ctx.touch(`customer:${input.id}`);
  return {};
};

import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';

/** Events that a customer took part in, latest first. */
export const participationsOf = (db: ReadDb, customerId: string) =>
  db
    .selectFrom('participation')
    .select(['id', 'version', 'day', 'name', 'byName'])
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** 参与记录: it happened, so not in the future. */
export const addParticipation: CommandHandler<Contract['members']['addParticipation']> = async (db, input, ctx) => {
  const { customerId, day, name } = input;
  await refuseGoneCustomer(db, customerId);
  if (day > ctx.today()) throw badField('day', 'day-future');
  const id = ctx.newId();
  const row = { id, customerId, day, name, at: ctx.now(), byName: ctx.actor.name };
  await ctx.rows.insert('participation', row, { owner: customerId });
  ctx.about('customer', customerId);
  ctx.touch(`customer:${customerId}`);
  return { id };
};

export const removeParticipation: CommandHandler<Contract['members']['removeParticipation']> = async (
  db,
  input,
  ctx,
) => {
  const row = await db.selectFrom('participation').select('customerId').where('id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('participation');
  await ctx.rows.remove('participation', { id: input.id, version: input.version }, { owner: row.customerId });
  ctx.about('customer', row.customerId);
  ctx.touch(`customer:${row.customerId}`);
  return {};
};

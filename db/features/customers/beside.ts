import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { isBirthday } from '../../domain/birthday.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { birthColumns } from './rows.ts';

type Customers = Contract['customers'];

const mustExist = async (db: WriteDb, id: string): Promise<void> => {
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('customer');
};

const done = (ctx: CommandContext, id: string): void => {
  ctx.about('customer', id);
  ctx.touch(`customer:${id}`);
};

export const addNote: CommandHandler<Customers['addNote']> = async (db, input, ctx) => {
  await mustExist(db, input.id);
  const noteId = ctx.newId();
  await ctx.rows.insert(
    'customerNote',
    { id: noteId, customerId: input.id, text: input.text, at: ctx.now(), byName: ctx.actor.name, source: 'desk' },
    { owner: input.id },
  );
  done(ctx, input.id);
  return { noteId };
};

/** Family with their birthdays, key persons of a company (家人与关键人, S1). */
export const addRelation: CommandHandler<Customers['addRelation']> = async (db, input, ctx) => {
  await mustExist(db, input.id);
  if (input.otherId) await mustExist(db, input.otherId);
  if (input.otherId === input.id) throw badField('otherId', 'relation-to-self');
  const name = normaliseName(input.name);
  if (name === '') throw badField('name', 'name-missing');
  const phone = input.phone ? checkPhone(input.phone) : null;
  if (phone && !phone.ok) throw badField('phone', phone.reason);
  if (input.birthday && !isBirthday(input.birthday)) throw badField('birthday', 'birthday-invalid');
  const relationId = ctx.newId();
  await ctx.rows.insert(
    'relation',
    {
      id: relationId,
      customerId: input.id,
      otherId: input.otherId,
      kind: input.kind,
      name,
      phone: phone?.ok ? phone.number : null,
      ...birthColumns(input.birthday),
      note: input.note,
    },
    { owner: input.id },
  );
  done(ctx, input.id);
  return { relationId };
};

export const removeRelation: CommandHandler<Customers['removeRelation']> = async (db, input, ctx) => {
  const row = await db
    .selectFrom('relation')
    .select('customerId')
    .where('id', '=', input.relationId)
    .executeTakeFirst();
  if (!row) throw notFound('relation');
  await ctx.rows.remove('relation', { id: input.relationId, version: input.version }, { owner: row.customerId });
  done(ctx, row.customerId);
  return {};
};

/** What a person agreed to or refused, by purpose; every word is kept (PIPL: purpose by purpose, easy to withdraw). */
export const setConsent: CommandHandler<Customers['setConsent']> = async (db, input, ctx) => {
  await mustExist(db, input.id);
  await db
    .insertInto('consent')
    .values({
      id: ctx.newId(),
      customerId: input.id,
      purpose: input.purpose,
      state: input.state,
      channel: input.channel,
      at: ctx.now(),
      byName: ctx.actor.name,
      note: input.note,
    })
    .execute();
  done(ctx, input.id);
  return {};
};

/** Whole phones and resident ID: looking is on record (显示完整号码). */
export const reveal: CommandHandler<Customers['reveal']> = async (db, input, ctx) => {
  const row = await db
    .selectFrom('customer')
    .select('residentId')
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('customer');
  const phones = await db
    .selectFrom('customerPhone')
    .select(['number', 'label'])
    .where('customerId', '=', input.id)
    .execute();
  ctx.about('customer', input.id);
  return {
    phones: phones.map((phone) => ({ number: phone.number, label: phone.label as 'mobile' })),
    residentId: row.residentId,
  };
};

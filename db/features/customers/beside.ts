import type { Selectable } from 'kysely';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { isBirthday } from '../../domain/birthday.ts';
import { normaliseName } from '../../domain/personName.ts';
import { checkPhone } from '../../domain/phone.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from './refuseGoneCustomer.ts';
import { type RelationKind, turned } from './relations.ts';
import { birthColumns } from './rows.ts';

type Customers = Contract['customers'];

const done = (ctx: CommandContext, id: string): void => {
  ctx.about('customer', id);
  ctx.touch(`customer:${id}`);
};

export const addNote: CommandHandler<Customers['addNote']> = async (db, input, ctx) => {
  await refuseGoneCustomer(db, input.id);
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
  await refuseGoneCustomer(db, input.id);
  if (input.otherId) await refuseGoneCustomer(db, input.otherId);
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
  if (input.otherId) ctx.touch(`customer:${input.otherId}`);
  return { relationId };
};

type RelationRow = Selectable<Tables['relation']>;

/** Rows that the page shows as one with this: the same said on two files that were merged, or from the other side. */
const alsoSaid = async (db: WriteDb, row: RelationRow): Promise<string[]> => {
  const rows = await db
    .selectFrom('relation')
    .selectAll()
    .where('deletedAt', 'is', null)
    .where('id', '!=', row.id)
    .where('customerId', 'in', row.otherId ? [row.customerId, row.otherId] : [row.customerId])
    .execute();
  const said = [
    'name',
    'phone',
    'birthCalendar',
    'birthYear',
    'birthMonth',
    'birthDay',
    'birthLeap',
    'otherId',
  ] as const;
  const isSame = (each: RelationRow): boolean =>
    each.customerId === row.customerId &&
    each.kind === row.kind &&
    said.every((column) => each[column] === row[column]);
  const isTurned = (each: RelationRow): boolean =>
    row.otherId !== null &&
    each.customerId === row.otherId &&
    each.otherId === row.customerId &&
    each.kind === turned(row.kind as RelationKind) &&
    row.kind !== 'keyPerson' &&
    row.kind !== 'driver';
  return rows.filter((each) => isSame(each) || isTurned(each)).map((each) => each.id);
};

export const removeRelation: CommandHandler<Customers['removeRelation']> = async (db, input, ctx) => {
  const row = await db.selectFrom('relation').selectAll().where('id', '=', input.relationId).executeTakeFirst();
  if (!row) throw notFound('relation');
  await ctx.rows.remove('relation', { id: input.relationId, version: input.version }, { owner: row.customerId });
  for (const id of await alsoSaid(db, row)) {
    await ctx.rows.remove('relation', { id, version: null }, { owner: row.customerId });
  }
  done(ctx, row.customerId);
  if (row.otherId) ctx.touch(`customer:${row.otherId}`);
  return {};
};

/** What a person agreed to or refused, by purpose; every word is kept (PIPL: purpose by purpose, easy to withdraw). */
export const setConsent: CommandHandler<Customers['setConsent']> = async (db, input, ctx) => {
  await refuseGoneCustomer(db, input.id);
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

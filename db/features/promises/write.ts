import type { Selectable, Updateable } from 'kysely';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { complaintOf } from '../complaints/asSeen.ts';
import { writeEvent } from '../complaints/record.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { activeStaff } from '../staff/activeStaff.ts';

type Promises = Contract['promises'];
type Row = Selectable<Tables['promise']>;

/** What is done with a promise, as the line on a complaint's record says it. */
type Deed = 'made' | 'kept' | 'moved' | 'dropped' | 'reopened';

/** @throws CareError NOT_FOUND `promise-not-found`; CONFLICT `changed-meanwhile`, `promise-ended`, `promise-open` */
const promiseAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
  state: 'open' | 'ended',
): Promise<Row> => {
  const row = await db
    .selectFrom('promise')
    .selectAll()
    .where('id', '=', key.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('promise');
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  if (state === 'open' && row.state !== 'open') {
    throw new CareError('CONFLICT', { reason: 'promise-ended', current: row });
  }
  if (state === 'ended' && row.state === 'open') {
    throw new CareError('CONFLICT', { reason: 'promise-open', current: row });
  }
  return row;
};

const staffName = async (db: ReadDb, id: string): Promise<string> =>
  (await db.selectFrom('staff').select('displayName').where('id', '=', id).executeTakeFirst())?.displayName ?? '';

/** Puts it on the complaint's record, if it is one of a complaint, and tells the desks. */
const announce = async (
  db: WriteDb,
  ctx: CommandContext,
  promise: Pick<Row, 'id' | 'customerId' | 'complaintId' | 'dueAt'>,
  told: { readonly deed: Deed; readonly text: string | null; readonly ownerName: string },
): Promise<void> => {
  ctx.about('promise', promise.id);
  if (promise.customerId) ctx.touch(`customer:${promise.customerId}`);
  if (!promise.complaintId) return;
  ctx.touch(`complaint:${promise.complaintId}`);
  await writeEvent(db, ctx, promise.complaintId, {
    kind: 'promise',
    text: told.text,
    values: { promiseId: promise.id, deed: told.deed, dueAt: promise.dueAt, to: told.ownerName },
  });
};

/** 承诺: to a customer, or to whoever complains; one of a complaint is its customer's as well. */
export const add: CommandHandler<Promises['add']> = async (db, input, ctx) => {
  if (input.dueAt < ctx.now()) throw badField('dueAt', 'due-past');
  if (!input.customerId && !input.complaintId) throw badField('customerId', 'promise-to-nobody');
  const owner = await activeStaff(db, input.ownerId, 'ownerId');
  if (input.customerId) await refuseGoneCustomer(db, input.customerId);
  const complaint = input.complaintId ? await complaintOf(db, input.complaintId) : null;
  const customerId = complaint?.customerId ?? input.customerId;
  const id = ctx.newId();
  const { text, dueAt, ownerId, complaintId } = input;
  await ctx.rows.insert(
    'promise',
    { id, customerId, complaintId, text, dueAt, ownerId, createdAt: ctx.now(), byName: ctx.actor.name },
    { owner: customerId },
  );
  const told = { deed: 'made' as const, text, ownerName: owner.displayName };
  await announce(db, ctx, { id, customerId, complaintId, dueAt }, told);
  return { id };
};

/** One deed on a promise that is there. `note`: why, else the promise's own words stand on record. */
const change = async (
  db: WriteDb,
  ctx: CommandContext,
  row: Row,
  patch: Updateable<Tables['promise']>,
  deed: Deed,
): Promise<void> => {
  await ctx.rows.update('promise', { id: row.id, version: row.version }, patch, { owner: row.customerId });
  const ownerName = await staffName(db, patch.ownerId ?? row.ownerId);
  const text = patch.note ? `${row.text}（${patch.note}）` : row.text;
  await announce(db, ctx, { ...row, dueAt: patch.dueAt ?? row.dueAt }, { deed, text, ownerName });
};

/** 已兑现 */
export const keep: CommandHandler<Promises['keep']> = async (db, input, ctx) => {
  const row = await promiseAsSeen(db, input, 'open');
  const ended = { state: 'kept', endedAt: ctx.now(), endedBy: ctx.actor.name };
  await change(db, ctx, row, input.note === null ? ended : { ...ended, note: input.note }, 'kept');
  return {};
};

/** 改期 */
export const move: CommandHandler<Promises['move']> = async (db, input, ctx) => {
  const row = await promiseAsSeen(db, input, 'open');
  if (input.dueAt < ctx.now()) throw badField('dueAt', 'due-past');
  if (input.ownerId !== row.ownerId) await activeStaff(db, input.ownerId, 'ownerId');
  await change(db, ctx, row, { dueAt: input.dueAt, ownerId: input.ownerId, note: input.note }, 'moved');
  return {};
};

/** 作废 */
export const drop: CommandHandler<Promises['drop']> = async (db, input, ctx) => {
  const row = await promiseAsSeen(db, input, 'open');
  const ended = { state: 'dropped', endedAt: ctx.now(), endedBy: ctx.actor.name };
  await change(db, ctx, row, { ...ended, note: input.note }, 'dropped');
  return {};
};

/** Takes `keep` or `drop` back. */
export const reopen: CommandHandler<Promises['reopen']> = async (db, input, ctx) => {
  const row = await promiseAsSeen(db, input, 'ended');
  await change(db, ctx, row, { state: 'open', endedAt: null, endedBy: null }, 'reopened');
  return {};
};

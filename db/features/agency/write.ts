import type { Updateable } from 'kysely';
import type { z } from 'zod';
import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { announce } from '../clubServices/announce.ts';
import { refuseStale } from '../clubServices/asSeen.ts';
import { documentsAfter, documentsBack } from '../clubServices/documents.ts';
import { nextNumber } from '../clubServices/nextNumber.ts';
import { refuseOthersCar } from '../clubServices/whoseOf.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { type AgencyJob, agencyJobOf } from './rows.ts';

type Agency = Contract['agency'];
type Facts = Omit<z.output<NonNullable<Agency['add']['~orpc']['inputSchema']>>, 'requestId'>;

/** The columns that a form gives, checked; what stays as it was is not asked again. */
const factsOf = async (db: ReadDb, input: Facts, present: AgencyJob | null, ctx: CommandContext) => {
  const { customerId, vehicleId, kind, dueDay, ownerId, feeFen, officialFen, note } = input;
  await refuseOthersCar(db, input, present);
  if (dueDay !== null && dueDay !== present?.dueDay && dueDay < ctx.today()) throw badField('dueDay', 'day-past');
  if (ownerId !== null && ownerId !== present?.ownerId) await activeStaff(db, ownerId, 'ownerId');
  return {
    ...{ customerId, vehicleId, kind, dueDay, ownerId, feeFen, officialFen, note },
    paid: Number(input.paid),
    documents: documentsAfter(present?.documents ?? '[]', input.documents, ctx.now()),
  };
};

const change = async (
  ctx: CommandContext,
  row: AgencyJob,
  patch: Updateable<Tables['agencyJob']>,
): Promise<{ version: number }> => {
  const owner = patch.customerId ?? row.customerId;
  const { version } = await ctx.rows.update('agencyJob', { id: row.id, version: row.version }, patch, { owner });
  announce(ctx, 'agencyJob', row);
  if (owner !== row.customerId) announce(ctx, 'agencyJob', { id: row.id, customerId: owner });
  return { version };
};

const openJob = async (db: ReadDb, key: { readonly id: string; readonly version: number }): Promise<AgencyJob> =>
  refuseStale(await agencyJobOf(db, key.id), key.version, 'agency-ended');

/** 受理代办 */
export const add: CommandHandler<Agency['add']> = async (db, input, ctx) => {
  const facts = await factsOf(db, input, null, ctx);
  const id = ctx.newId();
  const number = await nextNumber(db, 'agency', ctx.today());
  const at = ctx.now();
  await ctx.rows.insert(
    'agencyJob',
    { id, number, ...facts, createdAt: at, updatedAt: at, byName: ctx.actor.name },
    { owner: facts.customerId },
  );
  announce(ctx, 'agencyJob', { id, customerId: facts.customerId });
  return { id, number };
};

/** 修改, until it has ended. */
export const update: CommandHandler<Agency['update']> = async (db, input, ctx) => {
  const row = await openJob(db, input);
  return change(ctx, row, await factsOf(db, input, row, ctx));
};

/** On or back between 受理, 办理中 and 办妥. */
export const move: CommandHandler<Agency['move']> = async (db, input, ctx) => {
  const row = await openJob(db, input);
  if (row.state === input.to) return { version: row.version };
  return change(ctx, row, { state: input.to, readyAt: input.to === 'ready' ? ctx.now() : null });
};

/** 交还 */
export const handBack: CommandHandler<Agency['handBack']> = async (db, input, ctx) => {
  const row = await openJob(db, input);
  const owes = row.feeFen + row.officialFen > 0 && row.paid === 0 && !input.paid;
  if (owes) throw new CareError('CONFLICT', { reason: 'agency-unpaid', current: row });
  const at = ctx.now();
  return change(ctx, row, {
    state: 'handedBack',
    paid: Number(row.paid === 1 || input.paid),
    readyAt: row.readyAt ?? at,
    endedAt: at,
    handedBackTo: input.to,
    documents: documentsBack(row.documents, at),
  });
};

/** 取消: what we hold goes back with it. */
export const cancel: CommandHandler<Agency['cancel']> = async (db, input, ctx) => {
  const row = await openJob(db, input);
  const at = ctx.now();
  return change(ctx, row, {
    state: 'cancelled',
    endedAt: at,
    cancelReason: input.reason,
    handedBackTo: input.to,
    documents: documentsBack(row.documents, at),
  });
};

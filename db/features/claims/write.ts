import type { Updateable } from 'kysely';
import type { z } from 'zod';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { announce } from '../clubServices/announce.ts';
import { refuseStale } from '../clubServices/asSeen.ts';
import { documentsAfter, documentsBack } from '../clubServices/documents.ts';
import { nextNumber } from '../clubServices/nextNumber.ts';
import { refuseOthersCar } from '../clubServices/whoseOf.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { type Claim, claimOf } from './rows.ts';

type Claims = Contract['claims'];
type Facts = Omit<z.output<NonNullable<Claims['add']['~orpc']['inputSchema']>>, 'requestId'>;

const refuseOthersPolicy = async (db: ReadDb, policyId: string, vehicleId: string): Promise<void> => {
  const policy = await db
    .selectFrom('policy')
    .select('vehicleId')
    .where('id', '=', policyId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!policy) throw notFound('policy');
  if (policy.vehicleId !== vehicleId) throw badField('policyId', 'policy-of-another');
};

/** The columns that a form gives, checked; what stays as it was is not asked again. */
const factsOf = async (db: ReadDb, input: Facts, present: Claim | null, ctx: CommandContext) => {
  const { customerId, vehicleId, kind, accidentDay, place, what, policyId, insurer, caseNo, estimateFen } = input;
  await refuseOthersCar(db, input, present);
  if (accidentDay > ctx.today()) throw badField('accidentDay', 'accident-ahead');
  const samePolicy = present !== null && present.policyId === policyId && present.vehicleId === vehicleId;
  if (policyId !== null && !samePolicy) await refuseOthersPolicy(db, policyId, vehicleId);
  const { ownerId, note } = input;
  if (ownerId !== null && ownerId !== present?.ownerId) await activeStaff(db, ownerId, 'ownerId');
  return {
    ...{ customerId, vehicleId, kind, accidentDay, place, what, policyId, insurer, caseNo, estimateFen },
    ...{ ownerId, note, documents: documentsAfter(present?.documents ?? '[]', input.documents, ctx.now()) },
  };
};

const change = async (
  ctx: CommandContext,
  row: Claim,
  patch: Updateable<Tables['claim']>,
): Promise<{ version: number }> => {
  const owner = patch.customerId ?? row.customerId;
  const { version } = await ctx.rows.update('claim', { id: row.id, version: row.version }, patch, { owner });
  announce(ctx, 'claim', row);
  if (owner !== row.customerId) announce(ctx, 'claim', { id: row.id, customerId: owner });
  return { version };
};

const openClaim = async (db: ReadDb, key: { readonly id: string; readonly version: number }): Promise<Claim> =>
  refuseStale(await claimOf(db, key.id), key.version, 'claim-ended');

/** 理赔受理 · 代理索赔 */
export const add: CommandHandler<Claims['add']> = async (db, input, ctx) => {
  const facts = await factsOf(db, input, null, ctx);
  const id = ctx.newId();
  const number = await nextNumber(db, 'claim', ctx.today());
  const at = ctx.now();
  await ctx.rows.insert(
    'claim',
    { id, number, ...facts, createdAt: at, updatedAt: at, byName: ctx.actor.name },
    { owner: facts.customerId },
  );
  announce(ctx, 'claim', { id, customerId: facts.customerId });
  return { id, number };
};

/** 修改, until it has ended. */
export const update: CommandHandler<Claims['update']> = async (db, input, ctx) => {
  const row = await openClaim(db, input);
  return change(ctx, row, await factsOf(db, input, row, ctx));
};

/** On or back among the steps before the end. */
export const move: CommandHandler<Claims['move']> = async (db, input, ctx) => {
  const row = await openClaim(db, input);
  if (row.state === input.to) return { version: row.version };
  return change(ctx, row, { state: input.to });
};

/** 赔付, with the amount; or closed without one, which needs a word, put below what was noted before. The papers that we hold go back. */
export const close: CommandHandler<Claims['close']> = async (db, input, ctx) => {
  const row = await openClaim(db, input);
  const { paidFen, note, handedBackTo } = input;
  if (paidFen === 0 || (paidFen === null && note === null)) throw badField('paidFen', 'amount-missing');
  const at = ctx.now();
  return change(ctx, row, {
    state: paidFen === null ? 'unpaid' : 'paid',
    paidFen,
    note: [row.note, note].filter(Boolean).join('\n') || null,
    handedBackTo,
    endedAt: at,
    documents: documentsBack(row.documents, at),
  });
};

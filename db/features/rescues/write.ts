import type { Updateable } from 'kysely';
import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { stepTimeProblem } from '../../domain/club/rescueClock.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { announce } from '../clubServices/announce.ts';
import { refuseStale } from '../clubServices/asSeen.ts';
import { nextNumber } from '../clubServices/nextNumber.ts';
import { announce as announceMember } from '../members/announce.ts';
import { callerOf } from './caller.ts';
import { quotaOf } from './quota.ts';
import { type Rescue, rescueOf } from './rows.ts';

type Rescues = Contract['rescues'];

const change = async (
  ctx: CommandContext,
  row: Rescue,
  patch: Updateable<Tables['rescue']>,
): Promise<{ version: number }> => {
  const owner = patch.customerId === undefined ? row.customerId : patch.customerId;
  const { version } = await ctx.rows.update('rescue', { id: row.id, version: row.version }, patch, { owner });
  announce(ctx, 'rescue', row);
  if (owner !== row.customerId) announce(ctx, 'rescue', { id: row.id, customerId: owner });
  return { version };
};

const openRescue = async (db: ReadDb, key: { readonly id: string; readonly version: number }): Promise<Rescue> =>
  refuseStale(await rescueOf(db, key.id), key.version, 'rescue-ended');

/** The instant of a step: now, or one that is given afterwards. */
const stepAt = (row: Rescue, asked: number | undefined, ctx: CommandContext): number => {
  // somebody's clock may have been ahead at the last step: now is then not earlier than that
  const now = Math.max(ctx.now(), row.calledAt, row.dispatchedAt ?? 0, row.arrivedAt ?? 0);
  const at = asked ?? now;
  const problem = stepTimeProblem(row, at, now);
  if (problem) throw badField('at', problem);
  return at;
};

/** 接报 */
export const add: CommandHandler<Rescues['add']> = async (db, input, ctx) => {
  const { kind, place, trouble, crew, feeFen } = input;
  const at = ctx.now();
  const calledAt = input.calledAt ?? at;
  if (calledAt > at) throw badField('calledAt', 'call-ahead');
  const caller = await callerOf(db, input, null);
  const id = ctx.newId();
  const number = await nextNumber(db, 'rescue', ctx.today());
  await ctx.rows.insert(
    'rescue',
    {
      ...{ id, number, ...caller, kind, place, trouble, crew, feeFen, calledAt },
      ...{ createdAt: at, updatedAt: at, byName: ctx.actor.name },
    },
    { owner: caller.customerId },
  );
  announce(ctx, 'rescue', { id, customerId: caller.customerId });
  return { id, number };
};

/** 修改, until it has ended. */
export const update: CommandHandler<Rescues['update']> = async (db, input, ctx) => {
  const row = await openRescue(db, input);
  const { kind, place, trouble, crew, feeFen } = input;
  return change(ctx, row, { ...(await callerOf(db, input, row)), kind, place, trouble, crew, feeFen });
};

/** 派出 · 到达. Who is there at once was never on record as sent. */
export const move: CommandHandler<Rescues['move']> = async (db, input, ctx) => {
  const row = await openRescue(db, input);
  const passed = input.to === 'dispatched' ? row.state !== 'called' : row.state === 'arrived';
  if (passed) throw new CareError('CONFLICT', { reason: 'step-past', current: row });
  const at = stepAt(row, input.at, ctx);
  return change(ctx, row, {
    state: input.to,
    ...(input.to === 'dispatched' ? { dispatchedAt: at } : { arrivedAt: at }),
    ...(input.crew === null ? {} : { crew: input.crew }),
  });
};

/** One of the tier's free rescues, counted in the year of the call. */
const takeFromQuota = async (db: WriteDb, row: Rescue, ctx: CommandContext): Promise<string> => {
  const found = row.customerId === null ? null : await quotaOf(db, row.customerId, row.calledAt, ctx.timeZone);
  if (!found) throw new CareError('CONFLICT', { reason: 'quota-none', current: row });
  if (found.left === 0) {
    throw new CareError('CONFLICT', { reason: 'quota-used-up', values: { times: found.of ?? 0 }, current: row });
  }
  const id = ctx.newId();
  await ctx.rows.insert(
    'benefitUse',
    {
      ...{ id, membershipId: found.membershipId, benefit: found.code, name: found.name, visitId: null },
      ...{ yearFrom: found.yearFrom, day: dayOf(row.calledAt, ctx.timeZone), at: ctx.now(), byName: ctx.actor.name },
    },
    { owner: found.holderId },
  );
  await announceMember(db, ctx, { id: found.membershipId, customerId: found.holderId });
  return id;
};

/** 完成, with what was done and what it costs; on the quota it costs nothing. */
export const close: CommandHandler<Rescues['close']> = async (db, input, ctx) => {
  const row = await openRescue(db, input);
  const at = stepAt(row, input.at, ctx);
  const benefitUseId = input.onQuota ? await takeFromQuota(db, row, ctx) : null;
  return change(ctx, row, {
    state: 'closed',
    endedAt: at,
    result: input.result,
    feeFen: benefitUseId === null ? input.feeFen : 0,
    benefitUseId,
  });
};

/** 取消: it was not needed any more, or somebody else came. */
export const cancel: CommandHandler<Rescues['cancel']> = async (db, input, ctx) => {
  const row = await openRescue(db, input);
  return change(ctx, row, { state: 'cancelled', endedAt: stepAt(row, undefined, ctx), cancelReason: input.reason });
};

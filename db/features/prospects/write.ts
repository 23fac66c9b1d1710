import type { z } from 'zod';
import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { fileCustomer } from '../board/newCustomer.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { prospectAsSeen } from './rows.ts';

type Prospects = Contract['prospects'];
type Facts = Omit<
  z.output<NonNullable<Prospects['update']['~orpc']['inputSchema']>>,
  'requestId' | 'id' | 'version' | 'result'
>;
type Next = Facts['next'];

const done = (ctx: CommandContext, id: string, customerId: string): void => {
  ctx.about('prospect', id);
  ctx.touch(`customer:${customerId}`);
};

/** Who stayed the same need not be at work still: only a newly named person is asked for. */
const nextColumns = async (db: WriteDb, next: Next, presentOwnerId: string | null) => {
  if (next?.ownerId && next.ownerId !== presentOwnerId) await activeStaff(db, next.ownerId, 'next.ownerId');
  return { nextWhat: next?.what ?? null, nextDay: next?.day ?? null, nextOwnerId: next?.ownerId ?? null };
};

const columnsOf = async (db: WriteDb, facts: Facts, presentOwnerId: string | null) => {
  const { budgetFromFen, budgetToFen } = facts;
  if (budgetFromFen !== null && budgetToFen !== null && budgetFromFen > budgetToFen) {
    throw badField('budgetToFen', 'budget-reversed');
  }
  return {
    models: JSON.stringify([...new Set(facts.models)]),
    budgetFromFen,
    budgetToFen,
    source: facts.source,
    tradeIn: facts.tradeIn ? 1 : 0,
    tradeInNote: facts.tradeInNote,
    note: facts.note,
    ...(await nextColumns(db, facts.next, presentOwnerId)),
  };
};

/** @throws CareError CONFLICT `prospect-open` with `values.prospectId`: one open wish a customer */
const refuseSecond = async (db: WriteDb, customerId: string): Promise<void> => {
  const open = await db
    .selectFrom('prospect')
    .select('id')
    .where('customerId', '=', customerId)
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (open) throw new CareError('CONFLICT', { reason: 'prospect-open', values: { prospectId: open.id } });
};

type DriveInput = NonNullable<z.output<NonNullable<Prospects['add']['~orpc']['inputSchema']>>['testDrive']>;

const insertDrive = async (
  db: WriteDb,
  prospect: { readonly id: string; readonly customerId: string },
  drive: DriveInput,
  path: string,
  ctx: CommandContext,
): Promise<string> => {
  if (drive.day > ctx.today()) throw badField(`${path}day`, 'day-future');
  if (drive.adviserId) await activeStaff(db, drive.adviserId, `${path}adviserId`);
  const id = ctx.newId();
  await ctx.rows.insert(
    'testDrive',
    {
      id,
      prospectId: prospect.id,
      day: drive.day,
      model: drive.model,
      adviserId: drive.adviserId,
      remark: drive.remark,
    },
    { owner: prospect.customerId },
  );
  return id;
};

/** 新建意向: of a known customer, or of somebody who is filed as a prospect by this. */
export const add: CommandHandler<Prospects['add']> = async (db, input, ctx) => {
  const columns = await columnsOf(db, input, null);
  let { customerId } = input;
  const warnings: { path: string; reason: string }[] = [];
  if (customerId) {
    const customer = await db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!customer) throw notFound('customer');
    await refuseSecond(db, customerId);
  } else {
    const { name, gender, phones, wechat, source, adviserId } = input;
    const more = { gender, phones, wechat, source, adviserId, stage: 'prospect' as const };
    const saved = await fileCustomer(db, { name, phone: null, vehicle: null }, more, ctx);
    customerId = saved.id;
    warnings.push(...saved.warnings);
  }
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'prospect',
    { id, customerId, ...columns, createdAt: at, updatedAt: at },
    { owner: customerId },
  );
  if (input.testDrive) await insertDrive(db, { id, customerId }, input.testDrive, 'testDrive.', ctx);
  await ctx.reindex(customerId);
  done(ctx, id, customerId);
  return { id, version: 1, customerId, warnings };
};

/** 跟进: the wish as it stands now, what came of the step that was due, kept as a note, and what follows. */
export const update: CommandHandler<Prospects['update']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, result, ...facts } = input;
  const present = await prospectAsSeen(db, { id, version }, 'open', ctx);
  const owner = present.customerId;
  const columns = await columnsOf(db, facts, present.next?.ownerId ?? null);
  const saved = await ctx.rows.update('prospect', { id, version }, columns, { owner });
  if (result !== null) {
    const text = present.next ? `${present.next.what}：${result}` : result;
    await ctx.rows.insert(
      'customerNote',
      { id: ctx.newId(), customerId: owner, text, at: ctx.now(), byName: ctx.actor.name, source: 'prospect' },
      { owner },
    );
  }
  done(ctx, id, owner);
  return { id, version: saved.version, customerId: owner, warnings: [] };
};

/** 试驾 */
export const addTestDrive: CommandHandler<Prospects['addTestDrive']> = async (db, input, ctx) => {
  const prospect = await db
    .selectFrom('prospect')
    .select(['id', 'customerId'])
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!prospect) throw notFound('prospect');
  const testDriveId = await insertDrive(db, prospect, input, '', ctx);
  done(ctx, prospect.id, prospect.customerId);
  return { testDriveId };
};

export const removeTestDrive: CommandHandler<Prospects['removeTestDrive']> = async (db, input, ctx) => {
  const drive = await db
    .selectFrom('testDrive')
    .innerJoin('prospect', 'prospect.id', 'testDrive.prospectId')
    .select(['prospect.id', 'prospect.customerId'])
    .where('testDrive.id', '=', input.testDriveId)
    .executeTakeFirst();
  if (!drive) throw new CareError('NOT_FOUND', { reason: 'test-drive-not-found' });
  await ctx.rows.remove('testDrive', { id: input.testDriveId, version: input.version }, { owner: drive.customerId });
  done(ctx, drive.id, drive.customerId);
  return {};
};

/** 战败, with the reason that the next campaign learns from. */
export const lose: CommandHandler<Prospects['lose']> = async (db, input, ctx) => {
  const { id, version } = input;
  const present = await prospectAsSeen(db, { id, version }, 'open', ctx);
  const saved = await ctx.rows.update(
    'prospect',
    { id, version },
    { state: 'lost', lostReason: input.reason, closedDay: ctx.today() },
    { owner: present.customerId },
  );
  done(ctx, id, present.customerId);
  return { version: saved.version };
};

export const reopen: CommandHandler<Prospects['reopen']> = async (db, input, ctx) => {
  const { id, version } = input;
  const present = await prospectAsSeen(db, { id, version }, 'lost', ctx);
  await refuseSecond(db, present.customerId);
  const saved = await ctx.rows.update(
    'prospect',
    { id, version },
    { state: 'open', lostReason: null, closedDay: null },
    { owner: present.customerId },
  );
  done(ctx, id, present.customerId);
  return { version: saved.version };
};

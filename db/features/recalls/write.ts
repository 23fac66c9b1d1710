import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { listVins, readVins } from './vins.ts';

type Recalls = Contract['recalls'];

interface Facts {
  readonly number: string;
  readonly fromDay: string;
  readonly toDay: string | null;
}

const checkFacts = async (db: WriteDb, facts: Facts, selfId: string | null): Promise<void> => {
  if (facts.toDay && facts.toDay < facts.fromDay) throw badField('toDay', 'end-before-start');
  const known = await db
    .selectFrom('recall')
    .select(['id', 'title'])
    .where('number', '=', facts.number)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (known && known.id !== selfId) {
    throw new CareError('CONFLICT', {
      reason: 'recall-number-known',
      values: { title: known.title, recallId: known.id },
    });
  }
};

/** 新建召回活动, with its VINs where they are at hand. Good lines are taken; the others come back by line. */
export const add: CommandHandler<Recalls['add']> = async (db, input, ctx) => {
  const { requestId: _requestId, vins, ...facts } = input;
  await checkFacts(db, facts, null);
  const list = readVins(vins);
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert('recall', { id, ...facts, createdAt: at, updatedAt: at }, { owner: null });
  const listed = await listVins(db, id, list, ctx);
  ctx.about('recall', id);
  return { id, version: 1, ...listed };
};

/** The facts put right and, in the same stroke, more VINs. */
export const update: CommandHandler<Recalls['update']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, vins, ...facts } = input;
  await checkFacts(db, facts, id);
  const list = readVins(vins);
  const saved = await ctx.rows.update('recall', { id, version }, facts, { owner: null });
  const listed = await listVins(db, id, list, ctx);
  ctx.about('recall', id);
  return { version: saved.version, ...listed };
};

export const remove: CommandHandler<Recalls['remove']> = async (_db, input, ctx) => {
  await ctx.rows.remove('recall', { id: input.id, version: input.version }, { owner: null });
  ctx.about('recall', input.id);
  return {};
};

/** A VIN of a campaign, with the vehicle that has it now. */
const listedVin = async (db: WriteDb, id: string) => {
  const row = await db
    .selectFrom('recallVehicle as rv')
    .innerJoin('recall as r', 'r.id', 'rv.recallId')
    .leftJoin('vehicle as v', (join) =>
      join.onRef('v.vin', '=', 'rv.vin').on('v.deletedAt', 'is', null).on('v.status', '=', 'active'),
    )
    .select(['rv.recallId', 'rv.vin', 'v.id as vehicleId', 'v.customerId'])
    .where('rv.id', '=', id)
    .where('rv.deletedAt', 'is', null)
    .where('r.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new CareError('NOT_FOUND', { reason: 'recall-vehicle-not-found' });
  return row;
};

const tell = (ctx: CommandContext, recallId: string, customerId: string | null): void => {
  ctx.about('recall', recallId);
  if (customerId) ctx.touch(`customer:${customerId}`);
};

export const removeVin: CommandHandler<Recalls['removeVin']> = async (db, input, ctx) => {
  const listed = await listedVin(db, input.id);
  await ctx.rows.remove('recallVehicle', { id: input.id, version: input.version }, { owner: listed.customerId });
  tell(ctx, listed.recallId, listed.customerId);
  return {};
};

/** The visit at which it was done: one of the vehicle with this VIN, not void. */
const checkVisit = async (db: WriteDb, visitId: string, vin: string): Promise<void> => {
  const visit = await db
    .selectFrom('visit')
    .innerJoin('vehicle', 'vehicle.id', 'visit.vehicleId')
    .select('vehicle.vin')
    .where('visit.id', '=', visitId)
    .where('visit.voidedAt', 'is', null)
    .where('visit.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.vin !== vin) throw badField('visitId', 'visit-of-other-vehicle');
};

/** 已完成召回 */
export const done: CommandHandler<Recalls['done']> = async (db, input, ctx) => {
  const listed = await listedVin(db, input.id);
  if (input.day > ctx.today()) throw badField('day', 'day-future');
  if (input.visitId) await checkVisit(db, input.visitId, listed.vin);
  const saved = await ctx.rows.update(
    'recallVehicle',
    { id: input.id, version: input.version },
    { doneDay: input.day, visitId: input.visitId, note: input.note },
    { owner: listed.customerId },
  );
  tell(ctx, listed.recallId, listed.customerId);
  return { version: saved.version };
};

export const reopen: CommandHandler<Recalls['reopen']> = async (db, input, ctx) => {
  const listed = await listedVin(db, input.id);
  const saved = await ctx.rows.update(
    'recallVehicle',
    { id: input.id, version: input.version },
    { doneDay: null, visitId: null, note: null },
    { owner: listed.customerId },
  );
  tell(ctx, listed.recallId, listed.customerId);
  return { version: saved.version };
};

import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { insertVehicle, noVehicleFacts } from '../vehicles/save.ts';
import { type CheckedProfile, checkProfile } from './profile.ts';

type Customers = Contract['customers'];

const writePhones = async (db: WriteDb, customerId: string, phones: CheckedProfile['phones']): Promise<void> => {
  await db.deleteFrom('customerPhone').where('customerId', '=', customerId).execute();
  if (phones.length === 0) return;
  await db
    .insertInto('customerPhone')
    .values(phones.map((phone, position) => ({ customerId, position, ...phone })))
    .execute();
};

const writeTags = async (db: WriteDb, customerId: string, tags: readonly string[]): Promise<void> => {
  await db.deleteFrom('customerTag').where('customerId', '=', customerId).execute();
  if (tags.length === 0) return;
  await db
    .insertInto('customerTag')
    .values(tags.map((tag) => ({ customerId, tag })))
    .execute();
};

/** Phones and tags as the change log keeps them beside the row. */
const besideRow = async (db: WriteDb, customerId: string) => {
  const phones = await db
    .selectFrom('customerPhone')
    .select(['number', 'label'])
    .where('customerId', '=', customerId)
    .execute();
  const tags = await db.selectFrom('customerTag').select('tag').where('customerId', '=', customerId).execute();
  return { phones, tags: tags.map((row) => row.tag) };
};

/** Only what differs, so that a change of the address does not carry the phones along. */
const differing = (before: Record<string, unknown>, after: Record<string, unknown>) => {
  const keys = Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const only = (image: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, image[key]]));
  return { before: only(before), after: only(after) };
};

const done = (ctx: CommandContext, id: string): void => {
  ctx.about('customer', id);
  ctx.touch(`customer:${id}`);
};

/** A new customer, with a first vehicle where one was given (新建客户). */
export const add: CommandHandler<Customers['add']> = async (db, input, ctx) => {
  const { vehicle, ...profile } = input;
  const checked = await checkProfile(db, profile, null);
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert('customer', { id, ...checked.columns, createdAt: at, updatedAt: at }, { owner: id });
  await writePhones(db, id, checked.phones);
  await writeTags(db, id, checked.tags);
  const warnings = [...checked.warnings];
  let vehicleId: string | null = null;
  if (vehicle && (vehicle.plate || vehicle.vin || vehicle.series || vehicle.model)) {
    const saved = await insertVehicle(db, id, { ...noVehicleFacts, ...vehicle }, ctx, 'vehicle.');
    vehicleId = saved.id;
    warnings.push(...saved.warnings);
  }
  await ctx.reindex(id);
  done(ctx, id);
  return { id, version: 1, warnings, vehicleId };
};

export const update: CommandHandler<Customers['update']> = async (db, input, ctx) => {
  const { id, version, ...profile } = input;
  const checked = await checkProfile(db, profile, id);
  const before = await besideRow(db, id);
  const after = {
    phones: checked.phones.map(({ number, label }) => ({ number, label })),
    tags: checked.tags.toSorted(),
  };
  const beside = differing({ phones: before.phones, tags: before.tags.toSorted() }, after);
  const saved = await ctx.rows.update('customer', { id, version }, checked.columns, { owner: id, ...beside });
  if ('phones' in beside.after) await writePhones(db, id, checked.phones);
  if ('tags' in beside.after) await writeTags(db, id, checked.tags);
  await ctx.reindex(id);
  done(ctx, id);
  return { id, version: saved.version, warnings: [...checked.warnings] };
};

/** Tags come and go without anyone having to open the form (标签). */
export const tag: CommandHandler<Customers['tag']> = async (db, input, ctx) => {
  const before = (await besideRow(db, input.id)).tags.toSorted();
  const kept = before.filter((each) => !input.remove.includes(each));
  const tags = [...new Set([...kept, ...input.add])].toSorted();
  if (tags.length > 30) throw new CareError('VALIDATION', { fields: [{ path: 'add', reason: 'too-many-tags' }] });
  await ctx.rows.update(
    'customer',
    { id: input.id, version: null },
    {},
    { owner: input.id, before: { tags: before }, after: { tags } },
  );
  await writeTags(db, input.id, tags);
  done(ctx, input.id);
  return { tags };
};

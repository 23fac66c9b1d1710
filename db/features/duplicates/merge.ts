import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { runningCommand } from '../changes/history.ts';
import { moveRows } from '../changes/moveRows.ts';
import { customerReferences } from '../changes/references.ts';
import { phonesOf, tagsOf, writePhones, writeTags } from '../customers/lists.ts';
import { activeMemberships, joinAccounts } from '../members/joinAccounts.ts';
import { refreshCustomer } from '../vehicles/derived.ts';
import { type CustomerColumns, mergedColumns } from './fields.ts';
import { copyRefusals } from './refusals.ts';

const mostPhones = 8;
const mostTags = 30;

/** @throws CareError NOT_FOUND where the customer is gone */
export const livingCustomer = async (db: ReadDb, id: string): Promise<CustomerColumns> => {
  const row = await db
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('customer');
  return row;
};

/** Phones of both, each once, those that shall come first first. */
const joinedPhones = async (db: ReadDb, firstId: string, secondId: string) => {
  const phones = await phonesOf(db, firstId);
  for (const phone of await phonesOf(db, secondId)) {
    if (!phones.some(({ number }) => number === phone.number)) phones.push(phone);
  }
  if (phones.length > mostPhones) throw new CareError('CONFLICT', { reason: 'merge-too-many-phones' });
  return phones;
};

const joinedTags = async (db: ReadDb, keepId: string, dropId: string): Promise<string[]> => {
  const tags = [...new Set([...(await tagsOf(db, keepId)), ...(await tagsOf(db, dropId))])].toSorted();
  if (tags.length > mostTags) throw new CareError('CONFLICT', { reason: 'merge-too-many-tags' });
  return tags;
};

/** The kept customer's own row with phones and tags: the dropped one keeps its own, so undoing needs no copy of them. */
const fillKept = async (
  db: WriteDb,
  keep: CustomerColumns,
  drop: CustomerColumns,
  fields: Parameters<typeof mergedColumns>[2],
  ctx: CommandContext,
): Promise<number> => {
  const before = { phones: await phonesOf(db, keep.id), tags: await tagsOf(db, keep.id) };
  const [first, second] = fields.phones === 'drop' ? [drop.id, keep.id] : [keep.id, drop.id];
  const after = { phones: await joinedPhones(db, first, second), tags: await joinedTags(db, keep.id, drop.id) };
  const changed = (['phones', 'tags'] as const).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (image: typeof before) => Object.fromEntries(changed.map((key) => [key, image[key]]));
  const { version } = await ctx.rows.update(
    'customer',
    { id: keep.id, version: keep.version },
    mergedColumns(keep, drop, fields),
    { owner: keep.id, before: only(before), after: only(after) },
  );
  if (changed.includes('phones')) await writePhones(db, keep.id, after.phones);
  if (changed.includes('tags')) await writeTags(db, keep.id, after.tags);
  return version;
};

/** The dropped customer leaves every list and says into whom it went. */
const drop = async (db: WriteDb, dropped: CustomerColumns, keepId: string, ctx: CommandContext): Promise<void> => {
  const key = { id: dropped.id, version: null };
  await ctx.rows.update('customer', key, { mergedInto: keepId }, { owner: dropped.id });
  await ctx.rows.remove('customer', key, { owner: dropped.id });
  await refreshCustomer(db, keepId);
  await ctx.reindex(dropped.id);
  await ctx.reindex(keepId);
};

/** Two files of one customer become one (合并): everything moves, nothing is lost, all of it can be taken back. */
export const merge: CommandHandler<Contract['duplicates']['merge']> = async (db, input, ctx) => {
  if (input.keepId === input.dropId) throw badField('dropId', 'merge-with-self');
  const keep = await livingCustomer(db, input.keepId);
  const dropped = await livingCustomer(db, input.dropId);
  for (const [row, version] of [
    [keep, input.keepVersion],
    [dropped, input.dropVersion],
  ] as const) {
    if (row.version !== version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  }
  const command = await runningCommand(db);
  const at = ctx.now();
  const version = await fillKept(db, keep, dropped, input.fields, ctx);
  await copyRefusals(db, keep.id, dropped.id, command, ctx);
  const memberships = await activeMemberships(db, dropped.id);
  const moved: { what: string; count: number }[] = [];
  for (const reference of customerReferences) {
    if (reference.onMerge !== 'move') continue;
    const count = await moveRows(db, reference, { from: dropped.id, to: keep.id, ids: null, command, at });
    if (count > 0) moved.push({ what: reference.table, count });
  }
  await joinAccounts(db, keep.id, memberships, ctx);
  await drop(db, dropped, keep.id, ctx);
  ctx.about('customer', keep.id);
  for (const id of [keep.id, dropped.id]) ctx.touch(`customer:${id}`);
  return { id: keep.id, version, moved, command };
};

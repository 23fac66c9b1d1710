import type { z } from 'zod';
import { managers } from '../../contract/entry.ts';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, HandlersOf, QueryHandler, WriteDb } from '../../store/handler.ts';

type SavedFilters = Contract['savedFilters'];
type Row = z.input<NonNullable<SavedFilters['list']['~orpc']['outputSchema']>>['rows'][number];

/** So many of one's own fit a bar of chips. */
const mostOwn = 40;

const isManager = (ctx: CommandContext): boolean => managers.includes(ctx.actor.role);

const list: QueryHandler<SavedFilters['list']> = async (db, _input, ctx) => {
  const rows = await db
    .selectFrom('savedFilter')
    .selectAll()
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('staffId', '=', ctx.actor.id), eb('shared', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      filter: JSON.parse(row.filter) as Row['filter'],
      sort: row.sort as Row['sort'],
      shared: row.shared === 1,
      mayChange: row.shared === 1 ? managers.includes(ctx.actor.role) : row.staffId === ctx.actor.id,
      byName: row.byName,
    })),
  };
};

/** @throws CareError CONFLICT where the person, or for a shared one the store, has a group of that name */
const refuseTaken = async (
  db: WriteDb,
  staffId: string,
  { name, shared, exceptId }: { readonly name: string; readonly shared: boolean; readonly exceptId: string },
): Promise<void> => {
  const taken = await db
    .selectFrom('savedFilter')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', exceptId)
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('staffId', '=', staffId), ...(shared ? [eb('shared', '=', 1)] : [])]))
    .executeTakeFirst();
  if (taken) throw new CareError('CONFLICT', { reason: 'filter-name-taken', values: { name } });
};

const refuseSharing = (shared: boolean, ctx: CommandContext): void => {
  if (shared && !isManager(ctx)) throw new CareError('FORBIDDEN', { reason: 'filter-sharing-not-allowed' });
};

const add: CommandHandler<SavedFilters['add']> = async (db, input, ctx) => {
  refuseSharing(input.shared, ctx);
  const staffId = ctx.actor.id;
  const { count } = await db
    .selectFrom('savedFilter')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('staffId', '=', staffId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostOwn) throw new CareError('CONFLICT', { reason: 'filters-too-many', values: { count: mostOwn } });
  const id = ctx.newId();
  await refuseTaken(db, staffId, { ...input, exceptId: id });
  const now = ctx.now();
  await ctx.rows.insert(
    'savedFilter',
    {
      id,
      staffId,
      name: input.name,
      filter: JSON.stringify(input.filter),
      sort: input.sort,
      shared: input.shared ? 1 : 0,
      byName: ctx.actor.name,
      createdAt: now,
      updatedAt: now,
    },
    { owner: null },
  );
  ctx.about('savedFilter', id);
  return { id, version: 1 };
};

/** The group, where the acting person may change it. @throws CareError NOT_FOUND, FORBIDDEN */
const changeable = async (db: WriteDb, id: string, ctx: CommandContext) => {
  const row = await db.selectFrom('savedFilter').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (row.shared === 0 && row.staffId !== ctx.actor.id)) throw notFound('savedFilter');
  refuseSharing(row.shared === 1, ctx);
  return row;
};

const update: CommandHandler<SavedFilters['update']> = async (db, input, ctx) => {
  const row = await changeable(db, input.id, ctx);
  refuseSharing(input.shared, ctx);
  await refuseTaken(db, row.staffId, { ...input, exceptId: input.id });
  const { version } = await ctx.rows.update(
    'savedFilter',
    { id: input.id, version: input.version },
    { name: input.name, filter: JSON.stringify(input.filter), sort: input.sort, shared: input.shared ? 1 : 0 },
    { owner: null },
  );
  ctx.about('savedFilter', input.id);
  return { id: input.id, version };
};

const remove: CommandHandler<SavedFilters['remove']> = async (db, input, ctx) => {
  await changeable(db, input.id, ctx);
  await ctx.rows.remove('savedFilter', { id: input.id, version: input.version }, { owner: null });
  ctx.about('savedFilter', input.id);
  return {};
};

const restore: CommandHandler<SavedFilters['restore']> = async (db, input, ctx) => {
  const row = await changeable(db, input.id, ctx);
  if (row.deletedAt === null) return {};
  await refuseTaken(db, row.staffId, { name: row.name, shared: row.shared === 1, exceptId: row.id });
  await ctx.rows.restore('savedFilter', { id: input.id }, { owner: null });
  ctx.about('savedFilter', input.id);
  return {};
};

export const savedFilters = { list, add, update, remove, restore } satisfies HandlersOf<SavedFilters>;

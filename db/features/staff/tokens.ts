import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, HandlersOf, QueryHandler } from '../../store/handler.ts';

type Tokens = Contract['tokens'];

const list: QueryHandler<Tokens['list']> = async (db) => {
  const rows = await db
    .selectFrom('apiToken')
    .select(['id', 'name', 'role', 'createdAt', 'createdBy', 'lastUsedAt', 'revokedAt'])
    .orderBy('createdAt', 'desc')
    .execute();
  return { rows: rows.map((row) => ({ ...row, role: row.role as 'admin' })) };
};

/** The token leaves the store once; only its hash stays. */
const add: CommandHandler<Tokens['add']> = async (db, input, ctx) => {
  const id = ctx.newId();
  const token = ctx.newToken();
  await db
    .insertInto('apiToken')
    .values({
      id,
      name: input.name,
      role: input.role,
      tokenHash: ctx.digest(token),
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
    })
    .execute();
  ctx.about('apiToken', id);
  return { id, token };
};

const revoke: CommandHandler<Tokens['revoke']> = async (db, input, ctx) => {
  const { numUpdatedRows } = await db
    .updateTable('apiToken')
    .set({ revokedAt: ctx.now() })
    .where('id', '=', input.id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('token');
  ctx.about('apiToken', input.id);
  return {};
};

export const tokens = { list, add, revoke } satisfies HandlersOf<Tokens>;

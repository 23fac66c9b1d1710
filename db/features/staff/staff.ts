import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, HandlersOf, PrepareContext, QueryHandler, WriteDb } from '../../store/handler.ts';
import { prepared } from '../prepared.ts';

type Staff = Contract['staff'];

const list: QueryHandler<Staff['list']> = async (db) => {
  const rows = await db
    .selectFrom('staff')
    .select(({ selectFrom }) => [
      'id',
      'version',
      'name',
      'displayName',
      'role',
      'active',
      selectFrom('session')
        .select(({ fn }) => fn.max('session.createdAt').as('at'))
        .whereRef('session.staffId', '=', 'staff.id')
        .as('lastSeenAt'),
    ])
    .orderBy('active', 'desc')
    .orderBy('createdAt')
    .execute();
  return {
    rows: rows.map((row) => ({
      ...row,
      role: row.role as 'admin',
      active: row.active === 1,
      lastSeenAt: row.lastSeenAt ?? null,
    })),
  };
};

const nameTaken = (): CareError => new CareError('VALIDATION', { fields: [{ path: 'name', reason: 'name-taken' }] });

const add = prepared<Staff['add'], { name: string; displayName: string | null; role: string; passwordHash: string }>({
  prepare: async (input, ctx) => ({
    name: input.name,
    displayName: input.displayName,
    role: input.role,
    passwordHash: await ctx.newPasswordHash(input.password, input.name),
  }),
  run: async (db, input, ctx) => {
    const names = await db.selectFrom('staff').select('name').execute();
    const wanted = input.name.toLowerCase();
    if (names.some((row) => row.name.toLowerCase() === wanted)) throw nameTaken();
    const id = ctx.newId();
    await db
      .insertInto('staff')
      .values({
        id,
        name: input.name,
        displayName: input.displayName ?? input.name,
        role: input.role,
        passwordHash: input.passwordHash,
        createdAt: ctx.now(),
      })
      .execute();
    ctx.about('staff', id);
    return { id };
  },
});

/** A store without an administrator could never be mended from inside. */
const keepsAnAdmin = async (db: WriteDb, exceptId: string): Promise<boolean> =>
  (await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', 1)
    .where('id', '!=', exceptId)
    .executeTakeFirst()) !== undefined;

const endSessions = (db: WriteDb, staffId: string, at: number) =>
  db.updateTable('session').set({ endedAt: at }).where('staffId', '=', staffId).where('endedAt', 'is', null).execute();

const update: CommandHandler<Staff['update']> = async (db, input, ctx) => {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', input.id).executeTakeFirst();
  if (!row) throw notFound('staff');
  if (row.version !== input.version) {
    const { passwordHash: _hash, ...current } = row;
    throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current });
  }
  const losesAdmin = row.role === 'admin' && (input.role !== 'admin' || !input.active);
  if (losesAdmin && !(await keepsAnAdmin(db, input.id))) throw new CareError('CONFLICT', { reason: 'last-admin' });
  const version = row.version + 1;
  await db
    .updateTable('staff')
    .set({ displayName: input.displayName, role: input.role, active: input.active ? 1 : 0, version })
    .where('id', '=', input.id)
    .execute();
  if (!input.active || input.role !== row.role) await endSessions(db, input.id, ctx.now());
  ctx.about('staff', input.id);
  return { version };
};

const setPassword = async (db: WriteDb, id: string, passwordHash: string): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set((eb) => ({ passwordHash, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('staff');
};

const resetPassword = prepared<Staff['resetPassword'], { id: string; passwordHash: string }>({
  prepare: async (input, ctx) => ({ id: input.id, passwordHash: await ctx.newPasswordHash(input.password, '') }),
  run: async (db, input, ctx) => {
    await setPassword(db, input.id, input.passwordHash);
    await endSessions(db, input.id, ctx.now());
    ctx.about('staff', input.id);
    return {};
  },
});

const presentMatches = async (present: string, ctx: PrepareContext): Promise<boolean> => {
  const hash = await ctx.ownPasswordHash();
  return hash !== null && ctx.verifyPassword(present, hash);
};

const changePassword = prepared<Staff['changePassword'], { passwordHash: string }>({
  prepare: async (input, ctx) => {
    if (!(await presentMatches(input.present, ctx))) {
      throw new CareError('VALIDATION', { fields: [{ path: 'present', reason: 'password-wrong' }] });
    }
    return { passwordHash: await ctx.newPasswordHash(input.password, '') };
  },
  run: async (db, input, ctx) => {
    await setPassword(db, ctx.actor.id, input.passwordHash);
    ctx.about('staff', ctx.actor.id);
    return {};
  },
});

export const staff = { list, add, update, resetPassword, changePassword } satisfies HandlersOf<Staff>;

import { CareError } from '../../contract/errors.ts';
import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler, HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';

type Sessions = Internal['sessions'];

const meOf = (row: { id: string; name: string; displayName: string; role: string }) => ({
  staffId: row.id,
  name: row.name,
  displayName: row.displayName,
  role: row.role as 'admin',
});

const credentials: QueryHandler<Sessions['credentials']> = async (db, input) => {
  const rows = await db.selectFrom('staff').selectAll().where('active', '=', 1).execute();
  const wanted = input.name.toLowerCase();
  const row = rows.find((each) => each.name.toLowerCase() === wanted);
  return row ? { me: meOf(row), passwordHash: row.passwordHash } : null;
};

const open: CommandHandler<Sessions['open']> = async (db, input, ctx) => {
  const { sessionHours } = await settingsOn(db, ctx.today());
  const at = ctx.now();
  const expiresAt = at + sessionHours * 3_600_000;
  await db
    .insertInto('session')
    .values({ tokenHash: input.tokenHash, staffId: input.staffId, desk: input.desk, createdAt: at, expiresAt })
    .execute();
  await db
    .deleteFrom('session')
    .where('expiresAt', '<', at - 30 * 86_400_000)
    .execute();
  ctx.about('staff', input.staffId);
  return { expiresAt };
};

const find: QueryHandler<Sessions['find']> = async (db, input, ctx) => {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staffId')
    .select(['staff.id', 'staff.name', 'staff.displayName', 'staff.role', 'session.expiresAt'])
    .where('session.tokenHash', '=', input.tokenHash)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', ctx.now())
    .where('staff.active', '=', 1)
    .executeTakeFirst();
  return row ? { me: meOf(row), expiresAt: row.expiresAt } : null;
};

const end: CommandHandler<Sessions['end']> = async (db, input, ctx) => {
  await db.updateTable('session').set({ endedAt: ctx.now() }).where('tokenHash', '=', input.tokenHash).execute();
  return {};
};

const refused: CommandHandler<Sessions['refused']> = async () => ({});

const token: QueryHandler<Sessions['token']> = async (db, input) => {
  const row = await db
    .selectFrom('apiToken')
    .select(['id', 'name', 'role'])
    .where('tokenHash', '=', input.tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, role: row.role as 'admin' } : null;
};

export const sessions = { credentials, open, find, end, refused, token } satisfies HandlersOf<Sessions>;

const hasAdmin = async (db: ReadDb): Promise<boolean> =>
  (await db.selectFrom('staff').select('id').where('role', '=', 'admin').executeTakeFirst()) !== undefined;

const info: QueryHandler<Internal['store']['info']> = async (db) => {
  const store = await db.selectFrom('store').selectAll().executeTakeFirstOrThrow();
  const { customers } = await db
    .selectFrom('searchDoc')
    .select(({ fn }) => fn.countAll<number>().as('customers'))
    .executeTakeFirstOrThrow();
  return {
    storeId: store.storeId,
    name: store.name,
    city: store.city,
    demo: store.demo === 1,
    ready: await hasAdmin(db),
    customers,
  };
};

const setup: CommandHandler<Internal['store']['setup']> = async (db, input, ctx) => {
  if (await hasAdmin(db)) throw new CareError('CONFLICT', { reason: 'already-set-up' });
  const staffId = ctx.newId();
  await db
    .updateTable('store')
    .set((eb) => ({ name: input.storeName, city: input.city, version: eb('version', '+', 1) }))
    .execute();
  await db
    .insertInto('staff')
    .values({
      id: staffId,
      name: input.admin,
      displayName: input.admin,
      role: 'admin',
      passwordHash: input.passwordHash,
      createdAt: ctx.now(),
    })
    .execute();
  ctx.about('staff', staffId);
  return { staffId };
};

export const store = { info, setup } satisfies HandlersOf<Internal['store']>;

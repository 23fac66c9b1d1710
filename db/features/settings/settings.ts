import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, HandlersOf, QueryHandler } from '../../store/handler.ts';
import { checkRight, checkUpdate } from './checkUpdate.ts';
import { settingsOn } from './settingsOn.ts';
import { takeBack, versions } from './versions.ts';

export { ruleDayOf, settingsOn } from './settingsOn.ts';

const get: QueryHandler<Contract['settings']['get']> = async (db, input, ctx) => {
  const store = await db.selectFrom('store').selectAll().executeTakeFirstOrThrow();
  return {
    store: {
      name: store.name,
      city: store.city,
      timeZone: store.timeZone,
      goLiveDay: store.goLiveDay,
      demo: store.demo === 1,
      version: store.version,
    },
    values: await settingsOn(db, input.day ?? ctx.today()),
  };
};

const updateStore: CommandHandler<Contract['settings']['updateStore']> = async (db, input) => {
  const store = await db.selectFrom('store').selectAll().executeTakeFirstOrThrow();
  if (store.version !== input.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: store });
  const version = store.version + 1;
  await db
    .updateTable('store')
    .set({ name: input.name, city: input.city, goLiveDay: input.goLiveDay, version })
    .execute();
  return { version };
};

const update: CommandHandler<Contract['settings']['update']> = async (db, input, ctx) => {
  const fromDay = input.fromDay ?? ctx.today();
  if (fromDay < ctx.today()) throw new CareError('VALIDATION', { fields: [{ path: 'fromDay', reason: 'day-past' }] });
  checkRight(input.values, ctx);
  await checkUpdate(db, input.values, fromDay);
  for (const [key, value] of Object.entries(input.values)) {
    const row = { key, fromDay, value: JSON.stringify(value), changedAt: ctx.now(), changedBy: ctx.actor.id };
    await db
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.columns(['key', 'fromDay']).doUpdateSet(row))
      .execute();
  }
  return {};
};

export const settings = { get, updateStore, update, versions, takeBack } satisfies HandlersOf<Contract['settings']>;

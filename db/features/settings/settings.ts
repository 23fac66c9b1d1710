import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { type SettingKey, type Settings, settingSchemas } from '../../contract/settings.ts';
import type { CommandHandler, HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { defaultSettings } from './defaults.ts';

/** The settings that hold on a day: for each key the newest value from that day or earlier, else the shipped default. */
export const settingsOn = async (db: ReadDb, day: string): Promise<Settings> => {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('fromDay', '<=', day)
    .orderBy('fromDay')
    .execute();
  const stored = Object.fromEntries(
    rows.filter((row) => row.key in settingSchemas).map((row) => [row.key, JSON.parse(row.value)]),
  );
  return { ...defaultSettings, ...stored };
};

/** Which version of a rule holds on a day: the day from which it does, null for the shipped default. */
export const ruleDayOf = async (db: ReadDb, key: SettingKey, day: string): Promise<string | null> => {
  const row = await db
    .selectFrom('setting')
    .select('fromDay')
    .where('key', '=', key)
    .where('fromDay', '<=', day)
    .orderBy('fromDay', 'desc')
    .executeTakeFirst();
  return row?.fromDay ?? null;
};

const get: QueryHandler<Contract['settings']['get']> = async (db, _input, ctx) => {
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
    values: await settingsOn(db, ctx.today()),
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
  const codes = input.values.tiers?.map((tier) => tier.code) ?? [];
  if (new Set(codes).size !== codes.length) {
    throw new CareError('VALIDATION', { fields: [{ path: 'values.tiers', reason: 'tier-twice' }] });
  }
  if (codes.length > 0) {
    const used = await db
      .selectFrom('membership')
      .select('tier')
      .distinct()
      .where('deletedAt', 'is', null)
      .where('state', '=', 'active')
      .execute();
    const lost = used.find((row) => !codes.includes(row.tier));
    if (lost) throw new CareError('CONFLICT', { reason: 'tier-in-use', values: { tier: lost.tier } });
  }
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

export const settings = { get, updateStore, update } satisfies HandlersOf<Contract['settings']>;

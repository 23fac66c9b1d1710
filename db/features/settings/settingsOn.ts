import { type SettingKey, type Settings, settingSchemas } from '../../contract/settings.ts';
import type { ReadDb } from '../../store/handler.ts';
import { defaultSettings } from './defaults.ts';

/** The settings that hold on a day, and since which day each does: none for those that are as shipped. */
export const settingVersionsOn = async (
  db: ReadDb,
  day: string,
): Promise<{ settings: Settings; since: ReadonlyMap<string, string> }> => {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value', 'fromDay'])
    .where('fromDay', '<=', day)
    .orderBy('fromDay')
    .execute();
  const known = rows.filter((row) => row.key in settingSchemas);
  const stored = Object.fromEntries(known.map((row) => [row.key, JSON.parse(row.value)]));
  return {
    settings: { ...defaultSettings, ...stored },
    since: new Map(known.map((row) => [row.key, row.fromDay])),
  };
};

/** The settings that hold on a day: for each key the newest value from that day or earlier, else the shipped default. */
export const settingsOn = async (db: ReadDb, day: string): Promise<Settings> =>
  (await settingVersionsOn(db, day)).settings;

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

import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, QueryHandler } from '../../store/handler.ts';
import { problemsFrom } from './checkUpdate.ts';
import { defaultSettings } from './defaults.ts';
import { settingsOn } from './settingsOn.ts';

export const versions: QueryHandler<Contract['settings']['versions']> = async (db, { key }, ctx) => {
  const kept = await db
    .selectFrom('setting as s')
    .leftJoin('staff', 'staff.id', 's.changedBy')
    .select(['s.fromDay', 's.value', 's.changedAt', 'staff.displayName'])
    .where('s.key', '=', key)
    .orderBy('s.fromDay', 'desc')
    .execute();
  const today = ctx.today();
  const holding = kept.find((row) => row.fromDay <= today)?.fromDay ?? null;
  return {
    rows: [
      ...kept.map((row) => ({
        fromDay: row.fromDay,
        state:
          row.fromDay > today ? ('planned' as const) : row.fromDay === holding ? ('holds' as const) : ('past' as const),
        changedAt: row.changedAt,
        changedBy: row.displayName,
        values: { [key]: JSON.parse(row.value) },
      })),
      {
        fromDay: null,
        state: holding === null ? ('holds' as const) : ('past' as const),
        changedAt: null,
        changedBy: null,
        values: { [key]: defaultSettings[key] },
      },
    ],
  };
};

export const takeBack: CommandHandler<Contract['settings']['takeBack']> = async (db, input, ctx) => {
  const { key, fromDay, changedAt } = input;
  const row = await db
    .selectFrom('setting')
    .select('changedAt')
    .where('key', '=', key)
    .where('fromDay', '=', fromDay)
    .executeTakeFirst();
  if (!row) throw notFound('version');
  if (fromDay <= ctx.today()) throw new CareError('CONFLICT', { reason: 'version-holds' });
  if (row.changedAt !== changedAt) throw new CareError('CONFLICT', { reason: 'changed-meanwhile' });
  await db.deleteFrom('setting').where('key', '=', key).where('fromDay', '=', fromDay).execute();
  // what then goes on may name a tier that is planned to go
  const then = await settingsOn(db, fromDay);
  const problems = await problemsFrom(db, { [key]: then[key] }, fromDay);
  if (problems.some(({ reason }) => reason === 'tier-unknown')) {
    throw new CareError('CONFLICT', { reason: 'version-names-old-tier' });
  }
  return {};
};

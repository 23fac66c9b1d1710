import type { Insertable } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import { parseVinList, type VinList } from '../../domain/vinList.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { runningCommand } from '../changes/history.ts';

/** Rows in one statement: SQLite takes 32,766 values. */
const batchSize = 1000;
const mostNamed = 500;

/** @throws CareError VALIDATION with `vins.LINE` for each line where not a single VIN is among them */
export const readVins = (text: string): VinList => {
  const list = parseVinList(text);
  if (list.vins.length === 0 && list.problems.length > 0) {
    const named = list.problems.slice(0, mostNamed);
    throw new CareError('VALIDATION', {
      reason: 'vin-list-empty',
      fields: named.map(({ line, reason }) => ({ path: `vins.${line}`, reason })),
    });
  }
  return list;
};

const knownOf = async (db: WriteDb, recallId: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('recallVehicle')
    .select('vin')
    .where('recallId', '=', recallId)
    .where('deletedAt', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.vin));
};

const oursAmong = async (db: WriteDb, vins: readonly string[]): Promise<number> => {
  if (vins.length === 0) return 0;
  const { count } = await db
    .selectFrom('vehicle')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('vin', 'in', vins)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return count;
};

/**
 * Puts a list's VINs into a campaign, each with its row in the change log, in whole sets: a maker's list has thousands.
 */
export const listVins = async (db: WriteDb, recallId: string, list: VinList, ctx: CommandContext) => {
  const known = await knownOf(db, recallId);
  const fresh = list.vins.filter((vin) => !known.has(vin));
  const command = await runningCommand(db);
  let ours = 0;
  for (let at = 0; at < fresh.length; at += batchSize) {
    const vins = fresh.slice(at, at + batchSize);
    const rows = vins.map((vin) => ({ id: ctx.newId(), recallId, vin }));
    const changes: Insertable<Tables['changeLog']>[] = rows.map(({ id }) => ({
      command,
      entity: 'recallVehicle',
      entityId: id,
      ownerId: null,
      version: 1,
      op: 'insert',
      before: null,
      after: null,
    }));
    await db.insertInto('recallVehicle').values(rows).execute();
    await db.insertInto('changeLog').values(changes).execute();
    ours += await oursAmong(db, vins);
    ctx.progress({ phase: 'write', done: at + vins.length, total: fresh.length });
    ctx.checkCancelled();
  }
  return {
    added: fresh.length,
    ours,
    known: list.vins.length - fresh.length,
    repeated: list.repeated,
    doubtful: list.doubtful,
    problems: list.problems.slice(0, mostNamed),
    problemCount: list.problems.length,
  };
};

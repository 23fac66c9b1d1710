import { sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { RecallRow, VehicleRecall } from '../../contract/recalls.ts';
import type { ReadDb } from '../../store/handler.ts';

interface Counts {
  readonly recallId: string;
  readonly listed: number;
  readonly ours: number;
  readonly open: number;
  readonly done: number;
}

const countsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, Counts>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Counts>`
    SELECT rv.recallId, count(*) AS listed, count(v.id) AS ours, sum(v.id IS NOT NULL AND rv.doneDay IS NULL) AS open,
      sum(rv.doneDay IS NOT NULL) AS done
    FROM recallVehicle rv LEFT JOIN vehicle v ON v.vin = rv.vin AND v.deletedAt IS NULL AND v.status = 'active'
    WHERE rv.recallId IN (${sql.join([...ids])}) AND rv.deletedAt IS NULL GROUP BY rv.recallId`.execute(db);
  return new Map(rows.map((row) => [row.recallId, row]));
};

/** Campaigns with their counts, newest first. @param show those that run on `today`, those that ended before it, or all */
export const recallRows = async (
  db: ReadDb,
  narrowed: { readonly id?: string; readonly show?: 'running' | 'ended' | 'all' },
  today: string,
): Promise<RecallRow[]> => {
  let selection = db.selectFrom('recall').selectAll().where('deletedAt', 'is', null);
  if (narrowed.id) selection = selection.where('id', '=', narrowed.id);
  if (narrowed.show === 'running') {
    selection = selection.where((eb) => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', today)]));
  }
  if (narrowed.show === 'ended') selection = selection.where('toDay', '<', today);
  const rows = await selection.orderBy('fromDay', 'desc').orderBy('id', 'desc').execute();
  const counts = await countsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const { listed = 0, ours = 0, open = 0, done = 0 } = counts.get(row.id) ?? {};
    return {
      id: row.id,
      version: row.version,
      number: row.number,
      title: row.title,
      issuer: row.issuer,
      fromDay: row.fromDay,
      toDay: row.toDay,
      description: row.description,
      counts: { listed, ours, open, done },
    };
  });
};

export const recallOf = async (db: ReadDb, id: string, today: string): Promise<RecallRow> => {
  const [row] = await recallRows(db, { id }, today);
  if (!row) throw notFound('recall');
  return row;
};

/** Campaigns that have begun, of vehicles with these VINs as they stand now; open ones first, those that end soonest before. */
const vehicleSelection = (db: ReadDb, today: string) =>
  db
    .selectFrom('vehicle as v')
    .innerJoin('recallVehicle as rv', 'rv.vin', 'v.vin')
    .innerJoin('recall as r', 'r.id', 'rv.recallId')
    .select([
      'rv.id',
      'rv.version',
      'rv.recallId',
      'r.number',
      'r.title',
      'r.issuer',
      'r.fromDay',
      'r.toDay',
      'r.description',
      'rv.doneDay',
      'rv.visitId',
      'rv.note',
      'v.id as vehicleId',
      'v.plate',
      'v.series',
    ])
    .where('v.deletedAt', 'is', null)
    .where('rv.deletedAt', 'is', null)
    .where('r.deletedAt', 'is', null)
    .where('r.fromDay', '<=', today)
    .orderBy(sql`rv.doneDay IS NOT NULL`)
    .orderBy(sql`coalesce(r.toDay, '9999')`)
    .orderBy('r.number');

type Selected = Awaited<ReturnType<ReturnType<typeof vehicleSelection>['execute']>>[number];

const vehicleRecallOf = (row: Selected): VehicleRecall => ({ ...row, state: row.doneDay === null ? 'open' : 'done' });

export const recallsOfVehicle = async (db: ReadDb, vehicleId: string, today: string): Promise<VehicleRecall[]> =>
  (await vehicleSelection(db, today).where('v.id', '=', vehicleId).execute()).map(vehicleRecallOf);

/** What is open on a customer's vehicles (待处理召回). */
export const openRecallsOf = async (db: ReadDb, customerId: string, today: string): Promise<VehicleRecall[]> =>
  (
    await vehicleSelection(db, today)
      .where('v.customerId', '=', customerId)
      .where('v.status', '=', 'active')
      .where('rv.doneDay', 'is', null)
      .execute()
  ).map(vehicleRecallOf);

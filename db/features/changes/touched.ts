import { sql } from 'kysely';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { settleVisit } from '../points/settleVisit.ts';
import { releaseVouchers } from '../rewards/releaseVouchers.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';

/** Whose kept values and documents must be worked out anew once all rows are as they shall be. */
export interface Touched {
  readonly customers: Set<string>;
  readonly vehicles: Set<string>;
  readonly visits: Set<string>;
}

export const nothingTouched = (): Touched => ({ customers: new Set(), vehicles: new Set(), visits: new Set() });

/** Notes every customer and vehicle that a row names. */
export const touchRow = (touched: Touched, table: string, row: Readonly<Record<string, unknown>>): void => {
  const note = (set: Set<string>, value: unknown): void => {
    if (typeof value === 'string') set.add(value);
  };
  if (table === 'customer') note(touched.customers, row['id']);
  if (table === 'vehicle') note(touched.vehicles, row['id']);
  if (table === 'visit') note(touched.visits, row['id']);
  note(touched.customers, row['customerId']);
  note(touched.customers, row['otherId']);
  note(touched.vehicles, row['vehicleId']);
};

/** The meter reading that came with a visit stands as long as the visit counts. */
const writeReading = async (db: WriteDb, visitId: string): Promise<void> => {
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) return;
  const source = `visit:${visitId}`;
  await db.deleteFrom('mileageLog').where('vehicleId', '=', visit.vehicleId).where('source', '=', source).execute();
  if (visit.mileage === null || visit.voidedAt !== null || visit.deletedAt !== null) return;
  await db
    .insertInto('mileageLog')
    .values({ vehicleId: visit.vehicleId, day: visit.day, km: visit.mileage, source })
    .execute();
};

export const refreshTouched = async (db: WriteDb, touched: Touched, ctx: CommandContext): Promise<void> => {
  for (const id of touched.visits) {
    await writeReading(db, id);
    await releaseVouchers(db, id, ctx);
    await settleVisit(db, id, ctx);
  }
  for (const id of touched.vehicles) await refreshVehicle(db, id);
  for (const id of touched.customers) {
    await refreshCustomer(db, id);
    await ctx.reindex(id);
    ctx.touch(`customer:${id}`);
  }
};

/** The row as it stands, whatever table. */
export const rowOf = async (
  db: WriteDb,
  table: string,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)} WHERE id = ${id}`.execute(db);
  return rows[0];
};

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Settings } from '../../contract/settings.ts';
import { defaultServiceBands, serviceWindow } from '../../domain/serviceDue.ts';
import { checkVin } from '../../domain/vin.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

type VehicleRow = Selectable<Tables['vehicle']>;

/** A vehicle with what its card shows beside its own columns. */
export const vehicleCardOf = (row: VehicleRow, visitCount: number, settings: Settings) => {
  const service = serviceWindow(
    { deliveryDay: row.deliveryDay ?? row.purchaseDay, lastVisitDay: row.lastVisitDay },
    { ...defaultServiceBands, ...settings.serviceBand },
  );
  const vin = row.vin ? checkVin(row.vin) : null;
  return {
    id: row.id,
    version: row.version,
    plate: row.plate,
    vin: row.vin,
    vinOk: vin === null || (vin.ok && vin.checkDigitOk),
    brand: row.brand,
    series: row.series,
    model: row.model,
    color: row.color,
    energy: row.energy as 'fuel' | null,
    use: row.use as 'private',
    purchasedHere: row.purchasedHere === 1,
    purchaseDay: row.purchaseDay,
    deliveryDay: row.deliveryDay,
    warrantyEndDay: row.warrantyEndDay,
    warrantyKm: row.warrantyKm,
    roadConditions: row.roadConditions,
    note: row.note,
    mileage: row.lastMileage,
    mileageDay: row.lastMileageDay,
    lastVisitDay: row.lastVisitDay,
    visitCount,
    insuranceEndDay: row.insuranceEndDay,
    inspectionDueDay: row.inspectionDueDay,
    serviceFromDay: service?.fromDay ?? null,
    serviceToDay: service?.toDay ?? null,
    openingSpendFen: row.openingSpendFen,
    status: row.status as 'active',
    statusDay: row.statusDay,
  };
};
export type VehicleCard = ReturnType<typeof vehicleCardOf>;

/** The vehicles in use. Those that were sold or scrapped are in `pastVehiclesOf`. */
export const vehicleCardsOf = async (db: ReadDb, customerId: string, settings: Settings): Promise<VehicleCard[]> => {
  const rows = await db
    .selectFrom('vehicle')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .orderBy(sql`coalesce(lastVisitDay, deliveryDay, purchaseDay, '')`, 'desc')
    .orderBy('id', 'desc')
    .execute();
  const counts = await db
    .selectFrom('visit')
    .select(({ fn }) => ['vehicleId', fn.countAll<number>().as('count')])
    .where('customerId', '=', customerId)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .groupBy('vehicleId')
    .execute();
  const countOf = new Map(counts.map((row) => [row.vehicleId, row.count]));
  return rows.map((row) => vehicleCardOf(row, countOf.get(row.id) ?? 0, settings));
};

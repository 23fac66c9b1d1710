import { sql } from 'kysely';
import type { ReadDb } from '../../store/handler.ts';

interface PastVehicle {
  readonly id: string;
  readonly version: number;
  readonly plate: string | null;
  readonly vin: string | null;
  readonly brand: string | null;
  readonly series: string | null;
  readonly model: string | null;
  readonly how: 'sold' | 'scrapped' | 'transferred';
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly visitCount: number;
}

/** Cars that the customer has no more (历史车辆): sold, scrapped, or another customer's now. */
export const pastVehiclesOf = async (db: ReadDb, customerId: string): Promise<PastVehicle[]> => {
  const visits = sql`(SELECT count(*) FROM visit WHERE vehicleId = v.id AND customerId = ${customerId}
    AND voidedAt IS NULL AND deletedAt IS NULL) AS visitCount`;
  const columns = sql`v.id, v.version, v.plate, v.vin, v.brand, v.series, v.model`;
  const { rows } = await sql<PastVehicle>`
    SELECT ${columns}, v.status AS how, coalesce(
        (SELECT max(toDay) FROM vehicleOwner WHERE vehicleId = v.id AND deletedAt IS NULL), v.deliveryDay, v.purchaseDay) AS fromDay,
      v.statusDay AS toDay, NULL AS ownerId, NULL AS ownerName, ${visits}
    FROM vehicle v WHERE v.customerId = ${customerId} AND v.status <> 'active' AND v.deletedAt IS NULL
    UNION ALL
    SELECT ${columns}, 'transferred' AS how, o.fromDay, o.toDay, c.id AS ownerId, c.name AS ownerName, ${visits}
    FROM vehicleOwner o JOIN vehicle v ON v.id = o.vehicleId AND v.deletedAt IS NULL
    LEFT JOIN customer c ON c.id = v.customerId AND c.deletedAt IS NULL
    WHERE o.customerId = ${customerId} AND o.deletedAt IS NULL AND v.customerId <> o.customerId
    ORDER BY toDay DESC`.execute(db);
  return rows;
};

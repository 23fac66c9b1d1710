import { sql } from 'kysely';
import { workshopCategories } from '../../domain/category.ts';
import type { WriteDb } from '../../store/handler.ts';

/**
 * What lists and the strip read straight from a vehicle and its customer: last reading, last 回店 (a visit with a workshop
 * line that is not void, domain.md §4; an old system's word where it is later), the end of the insurance that runs longest. Worked out anew from the rows they come
 * from, in the transaction that changed those.
 */
export const vehicleRefresh = (vehicleId: string) =>
  sql`UPDATE vehicle SET
      (lastMileageDay, lastMileage) = (SELECT day, km FROM mileageLog WHERE vehicleId = ${vehicleId} ORDER BY day DESC, km DESC LIMIT 1),
      insuranceEndDay = (SELECT max(endDay) FROM policy WHERE vehicleId = ${vehicleId} AND deletedAt IS NULL),
      lastVisitDay = nullif(max(coalesce(openingVisitDay, ''), coalesce(
        (SELECT max(day) FROM visit WHERE vehicleId = ${vehicleId} AND voidedAt IS NULL AND deletedAt IS NULL
          AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id AND category IN (${sql.join([...workshopCategories])}))), '')), '')
    WHERE id = ${vehicleId}`;

export const refreshVehicle = async (db: WriteDb, vehicleId: string): Promise<void> => {
  await vehicleRefresh(vehicleId).execute(db);
};

/**
 * The customer's own last 回店, whatever car it was with and whoever has that car now; an old system's word where it is later,
 * for the owner of that day.
 */
export const customerRefresh = (customerId: string) =>
  sql`UPDATE customer SET lastVisitDay = nullif(max(
      coalesce((SELECT max(openingVisitDay) FROM vehicle v WHERE customerId = ${customerId} AND deletedAt IS NULL AND NOT EXISTS
        (SELECT 1 FROM vehicleOwner WHERE vehicleId = v.id AND toDay > v.openingVisitDay AND deletedAt IS NULL)), ''),
      coalesce((SELECT max(v.openingVisitDay) FROM vehicleOwner o JOIN vehicle v ON v.id = o.vehicleId AND v.deletedAt IS NULL
        WHERE o.customerId = ${customerId} AND o.deletedAt IS NULL AND v.openingVisitDay < o.toDay), ''),
      coalesce((SELECT day FROM visit WHERE customerId = ${customerId} AND voidedAt IS NULL AND deletedAt IS NULL
        AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id AND category IN (${sql.join([...workshopCategories])}))
        ORDER BY arrivedAt DESC LIMIT 1), '')), '')
    WHERE id = ${customerId}`;

export const refreshCustomer = async (db: WriteDb, customerId: string): Promise<void> => {
  await customerRefresh(customerId).execute(db);
};

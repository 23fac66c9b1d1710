import { type Expression, sql } from 'kysely';

/** How many recalls are open for a vehicle: begun, and its VIN not marked done. */
export const openRecalls = (vin: Expression<string | null>, today: string) =>
  sql<number>`(SELECT count(*) FROM recallVehicle rv JOIN recall r ON r.id = rv.recallId
    WHERE rv.vin = ${vin} AND rv.deletedAt IS NULL AND rv.doneDay IS NULL AND r.deletedAt IS NULL AND r.fromDay <= ${today})`;

import { type Kysely, sql } from 'kysely';

/** What falls due is asked of vehicles in use alone: the two indexes of due days leave out those sold or scrapped, and a third counts those. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [index, column] of [
    ['vehicleInsurance', 'insuranceEndDay'],
    ['vehicleInspection', 'inspectionDueDay'],
  ] as const) {
    await sql`DROP INDEX ${sql.ref(index)}`.execute(db);
    await sql`CREATE INDEX ${sql.ref(index)} ON vehicle (${sql.ref(column)}, customerId)
      WHERE deletedAt IS NULL AND status = 'active' AND ${sql.ref(column)} IS NOT NULL`.execute(db);
  }
  await sql`CREATE INDEX vehicleRetired ON vehicle (status) WHERE deletedAt IS NULL AND status <> 'active'`.execute(db);
};

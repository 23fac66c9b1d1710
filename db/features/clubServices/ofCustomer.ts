import { sql } from 'kysely';
import type { CustomerPage } from '../../contract/customerViews.ts';
import type { ReadDb } from '../../store/handler.ts';

type OpenJob = CustomerPage['openClub'][number];

/** What is under way for a customer now: rescues first, then by the day that was agreed. */
export const openClubOf = async (db: ReadDb, customerId: string): Promise<OpenJob[]> => {
  const { rows } = await sql<OpenJob>`
    SELECT * FROM (
      SELECT 'rescue' AS service, id, number, kind, state, NULL AS dueDay, 0 AS place FROM rescue
        WHERE customerId = ${customerId} AND endedAt IS NULL AND deletedAt IS NULL
      UNION ALL SELECT 'agency', id, number, kind, state, dueDay, 1 FROM agencyJob
        WHERE customerId = ${customerId} AND endedAt IS NULL AND deletedAt IS NULL
      UNION ALL SELECT 'claim', id, number, kind, state, NULL, 2 FROM claim
        WHERE customerId = ${customerId} AND endedAt IS NULL AND deletedAt IS NULL
    ) ORDER BY place, dueDay IS NULL, dueDay, id LIMIT 6`.execute(db);
  return rows.map(({ service, id, number, kind, state, dueDay }) => ({ service, id, number, kind, state, dueDay }));
};

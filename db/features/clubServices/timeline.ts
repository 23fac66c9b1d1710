import { sql } from 'kysely';
import type { TimelineItem } from '../../contract/customerViews.ts';
import type { ReadDb } from '../../store/handler.ts';

type Told = NonNullable<TimelineItem['club']>;
type ClubItem = Told & { readonly id: string; readonly at: number; readonly by: string | null };

/**
 * When each of a customer's club services began and when it ended (俱乐部服务): two things that happened, the latest first.
 *
 * @param until UTC ms, the last one included
 */
export const clubOf = async (
  db: ReadDb,
  customerId: string,
  limit: number,
  until: number,
): Promise<readonly ClubItem[]> => {
  const { rows } = await sql<Omit<ClubItem, 'id'> & { id: string }>`
    WITH job AS (
      SELECT 'agency' AS service, id, number, kind, state, vehicleId, createdAt AS begunAt, endedAt, byName FROM agencyJob
        WHERE customerId = ${customerId} AND deletedAt IS NULL
      UNION ALL SELECT 'rescue', id, number, kind, state, vehicleId, calledAt, endedAt, byName FROM rescue
        WHERE customerId = ${customerId} AND deletedAt IS NULL
      UNION ALL SELECT 'claim', id, number, kind, state, vehicleId, createdAt, endedAt, byName FROM claim
        WHERE customerId = ${customerId} AND deletedAt IS NULL
    ), told AS (
      SELECT *, 'begun' AS what, begunAt AS at, byName AS "by" FROM job
      UNION ALL SELECT *, 'ended', endedAt, NULL FROM job WHERE endedAt IS NOT NULL
    )
    SELECT t.service, t.id AS jobId, t.id || '-' || t.what AS id, t.number, t.kind, t.state, t.what, t.at, t."by", v.plate
    FROM told t LEFT JOIN vehicle v ON v.id = t.vehicleId
    WHERE t.at <= ${until} ORDER BY t.at DESC, t.id DESC LIMIT ${limit}`.execute(db);
  return rows;
};

/** How many of them there are. */
export const clubCount = (customerId: string) => sql<number>`(
  (SELECT count(*) FROM agencyJob WHERE customerId = ${customerId} AND deletedAt IS NULL)
  + (SELECT count(*) FROM rescue WHERE customerId = ${customerId} AND deletedAt IS NULL)
  + (SELECT count(*) FROM claim WHERE customerId = ${customerId} AND deletedAt IS NULL))`;

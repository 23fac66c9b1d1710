import { sql } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { settleVisit } from '../points/settleVisit.ts';

/**
 * Visits of days that a membership holds for now and did not when they were entered get what they earn: of the day of joining, and
 * of the days for which a late renewal made up. What gave points to another account before stays there.
 */
export const settleBetween = async (
  db: WriteDb,
  membershipId: string,
  from: Day,
  to: Day,
  ctx: CommandContext,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    SELECT v.id FROM visit v
    WHERE v.customerId IN (SELECT customerId FROM memberCard WHERE membershipId = ${membershipId} AND deletedAt IS NULL)
      AND v.day BETWEEN ${from} AND ${to} AND v.voidedAt IS NULL AND v.deletedAt IS NULL
      AND NOT EXISTS (SELECT 1 FROM pointsEntry e WHERE e.sourceId = v.id AND e.sourceKind = 'visit'
        AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id))
    ORDER BY v.arrivedAt, v.id`.execute(db);
  for (const { id } of rows) await settleVisit(db, id, ctx);
};

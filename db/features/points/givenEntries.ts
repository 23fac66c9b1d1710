import { sql } from 'kysely';
import type { ReadDb } from '../../store/handler.ts';

/** An entry by which a visit gave points. */
export interface GivenEntry {
  readonly id: string;
  readonly membershipId: string;
  readonly kind: 'earn' | 'bonus';
  readonly cumulative: number;
  readonly redeemable: number;
  readonly tier: string;
  readonly detail: string;
  /** taken back since */
  readonly reversed: number;
}

/** All that a visit ever gave, the latest last. */
export const givenBy = async (db: ReadDb, visitId: string): Promise<readonly GivenEntry[]> => {
  const { rows } = await sql<GivenEntry>`
    SELECT e.id, e.membershipId, e.kind, e.cumulative, e.redeemable, e.tier, e.detail,
      EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id) AS reversed
    FROM pointsEntry e WHERE e.sourceId = ${visitId} AND e.sourceKind = 'visit' AND e.kind IN ('earn', 'bonus')
    ORDER BY e.at, e.id`.execute(db);
  return rows;
};

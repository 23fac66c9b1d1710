import { sql } from 'kysely';
import type { Category } from '../../contract/visits.ts';

/** What an ordinary repair is made of (普通维修): no accident, insurance, accessories or purchase. */
const ordinary: readonly Category[] = ['maintenanceLabour', 'repairLabour', 'parts', 'bodyPaint'];

/** What visit `v` came to as an ordinary repair, fen. */
export const ordinaryRepairFen = sql<number>`(SELECT coalesce(sum(l.amountFen), 0) FROM visitLine l
  WHERE l.visitId = v.id AND l.category IN (${sql.join([...ordinary])}))`;

/** Visit `v` lifted membership `m` before. */
export const liftedBefore = (membershipId: ReturnType<typeof sql>) =>
  sql`EXISTS (SELECT 1 FROM membershipEvent e WHERE e.membershipId = ${membershipId} AND e.kind = 'upgrade'
    AND json_extract(e.facts, '$.proofId') = v.id)`;

/** The last year of the insurance that lifted a membership last, null where none did. */
export const insuranceYearUsed = (membershipId: ReturnType<typeof sql>) =>
  sql<number | null>`(SELECT max(json_extract(e.facts, '$.insuranceYear')) FROM membershipEvent e
    WHERE e.membershipId = ${membershipId} AND e.kind = 'upgrade' AND e.path = 'insurance')`;

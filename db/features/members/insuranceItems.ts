import { sql } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { InsuranceItem } from '../../domain/membership/insuranceYears.ts';
import type { ReadDb } from '../../store/handler.ts';

/** First day of a policy; where only its end is known, a year before that. */
const policyStart = sql<string>`coalesce(p.startDay, date(p.endDay, '-1 year', '+1 day'))`;

/** Its calendar year, as the index of policies bought here has it. */
export const policyYear = sql<string>`substr(coalesce(p.startDay, date(p.endDay, '-1 year', '+1 day')), 1, 4)`;

/** Policies bought here for a known premium. */
export const boughtHere = sql`p.boughtHere = 1 AND p.premiumFen > 0 AND p.deletedAt IS NULL`;

/** A holder's insurance bought here since a day: policies on the holder's vehicles, insurance lines of the holder's own visits. */
export const insuranceItemsOf = async (db: ReadDb, customerId: string, since: Day): Promise<InsuranceItem[]> => {
  const { rows } = await sql<InsuranceItem>`
    SELECT 'policy' AS kind, p.id, p.vehicleId, ${policyStart} AS day, p.premiumFen AS fen
    FROM vehicle v JOIN policy p ON p.vehicleId = v.id
    WHERE v.customerId = ${customerId} AND v.deletedAt IS NULL AND ${boughtHere} AND ${policyStart} >= ${since}
    UNION ALL
    SELECT 'visit', t.id, t.vehicleId, t.day, sum(l.amountFen)
    FROM visit t JOIN visitLine l ON l.visitId = t.id
    WHERE t.customerId = ${customerId} AND t.day >= ${since} AND t.voidedAt IS NULL AND t.deletedAt IS NULL
      AND l.category = 'insurance' AND l.amountFen > 0
    GROUP BY t.id
    ORDER BY 4, 2`.execute(db);
  return rows;
};

import { sql } from 'kysely';
import type { MembershipRules } from '../../contract/membershipRules.ts';
import type { ReadDb } from '../../store/handler.ts';

export interface PastSpend {
  /** fen */
  readonly totalFen: number;
  /** place among `of`, 1 the highest; customers with the same sum share a place; null where nothing was brought */
  readonly rank: number | null;
  /** customers who brought anything */
  readonly of: number;
}

const counts = sql`voidedAt IS NULL AND deletedAt IS NULL`;

/** The old system's 累计消费 of a vehicle, where no order of it is on record: else it would count twice. */
const opening = sql`v.openingSpendFen > 0 AND v.deletedAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM visit o WHERE o.vehicleId = v.id AND o.voidedAt IS NULL AND o.deletedAt IS NULL)`;
const openingOf = (customerId: ReturnType<typeof sql>) =>
  sql`coalesce((SELECT sum(v.openingSpendFen) FROM vehicle v WHERE v.customerId = ${customerId} AND ${opening}), 0)`;

const spendOf = async (db: ReadDb, customerId: string): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT coalesce((SELECT sum(amountFen) FROM visit WHERE customerId = ${customerId} AND ${counts}), 0)
      + ${openingOf(sql`${customerId}`)} AS total`.execute(db);
  return rows[0]?.total ?? 0;
};

/** In one walk of the index of spends, and one of the openings of customers without any visit. */
const spendPlaces = async (db: ReadDb, total: number): Promise<{ above: number; of: number }> => {
  const { rows } = await sql<{ above: number; of: number }>`
    SELECT sum(total > ${total}) AS above, count(*) AS "of" FROM (
      SELECT sum(visit.amountFen) + ${openingOf(sql`visit.customerId`)} AS total FROM visit WHERE ${counts} GROUP BY visit.customerId
      UNION ALL
      SELECT sum(v.openingSpendFen) FROM vehicle v WHERE ${opening}
        AND NOT EXISTS (SELECT 1 FROM visit c WHERE c.customerId = v.customerId AND c.voidedAt IS NULL AND c.deletedAt IS NULL)
      GROUP BY v.customerId) WHERE total > 0`.execute(db);
  return { above: rows[0]?.above ?? 0, of: rows[0]?.of ?? 0 };
};

/** Of lines whose cost is known; an old system's spend says nothing of what it brought. */
const profit = sql`sum(l.amountFen - l.costFen)`;
const profitLines = sql`visitLine l JOIN visit t ON t.id = l.visitId`;
const profitCounts = sql`l.costFen IS NOT NULL AND t.voidedAt IS NULL AND t.deletedAt IS NULL`;

const profitOf = async (db: ReadDb, customerId: string): Promise<number> => {
  const { rows } = await sql<{ total: number | null }>`
    SELECT ${profit} AS total FROM visit t JOIN visitLine l ON l.visitId = t.id
    WHERE t.customerId = ${customerId} AND ${profitCounts}`.execute(db);
  return rows[0]?.total ?? 0;
};

const profitPlaces = async (db: ReadDb, total: number): Promise<{ above: number; of: number }> => {
  const { rows } = await sql<{ above: number; of: number }>`
    SELECT sum(total > ${total}) AS above, count(*) AS "of" FROM (
      SELECT ${profit} AS total FROM ${profitLines} WHERE ${profitCounts} GROUP BY t.customerId) WHERE total > 0`.execute(
    db,
  );
  return { above: rows[0]?.above ?? 0, of: rows[0]?.of ?? 0 };
};

/** What a customer spent here, or brought as profit, over all visits, and the place that makes (S1: 80/20). */
export const pastSpendOf = async (
  db: ReadDb,
  customerId: string,
  by: MembershipRules['starting']['by'],
): Promise<PastSpend> => {
  const totalFen = by === 'spend' ? await spendOf(db, customerId) : await profitOf(db, customerId);
  const { above, of } = by === 'spend' ? await spendPlaces(db, totalFen) : await profitPlaces(db, totalFen);
  return { totalFen, rank: totalFen > 0 ? above + 1 : null, of };
};

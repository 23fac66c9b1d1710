import { sql } from 'kysely';
import type { JoinMode } from '../../contract/memberTerms.ts';
import type { ReadDb } from '../../store/handler.ts';

export interface JoinProof {
  readonly kind: 'visit' | 'vehicle';
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
}

const label = sql<string>`coalesce(v.plate, v.series, v.vin, '')`;

/** Cars bought here (销售入会), or any car in use (带车入会), the latest first. */
const vehicles = async (db: ReadDb, customerId: string, boughtHere: boolean): Promise<JoinProof[]> => {
  const { rows } = await sql<{ id: string; label: string; day: string | null }>`
    SELECT v.id, ${label} AS label, coalesce(v.deliveryDay, v.purchaseDay) AS day FROM vehicle v
    WHERE v.customerId = ${customerId} AND v.deletedAt IS NULL AND v.status = 'active'
      AND ${boughtHere ? sql`v.purchasedHere = 1` : sql`1`}
    ORDER BY ${boughtHere ? sql`1` : sql`v.purchasedHere`}, day DESC, v.id DESC LIMIT 50`.execute(db);
  return rows.map((row) => ({ kind: 'vehicle', ...row }));
};

/** Visits with something received (消费入会), the latest first. */
const visits = async (db: ReadDb, customerId: string): Promise<JoinProof[]> => {
  const { rows } = await sql<{ id: string; label: string; day: string }>`
    SELECT t.id, coalesce(t.orderNo, v.plate, v.series, '') AS label, t.day FROM visit t JOIN vehicle v ON v.id = t.vehicleId
    WHERE t.customerId = ${customerId} AND t.amountFen > 0 AND t.voidedAt IS NULL AND t.deletedAt IS NULL
    ORDER BY t.arrivedAt DESC LIMIT 200`.execute(db);
  return rows.map((row) => ({ kind: 'visit', ...row }));
};

/**
 * What proves each mode of joining (五种入会方式): the first is proposed. A mode that needs none has an empty list and no refusal:
 * 交会费 is proved by its receipt, 驾培 by who teaches.
 */
export const joinProofs = async (
  db: ReadDb,
  customerId: string,
  mode: JoinMode,
): Promise<{ readonly proofs: readonly JoinProof[]; readonly refusal: string | null }> => {
  const orRefused = (proofs: readonly JoinProof[], refusal: string) => ({
    proofs,
    refusal: proofs.length === 0 ? refusal : null,
  });
  switch (mode) {
    case 'sale':
      return orRefused(await vehicles(db, customerId, true), 'join-no-purchase');
    case 'vehicle':
      return orRefused(await vehicles(db, customerId, false), 'join-no-vehicle');
    case 'spend':
      return orRefused(await visits(db, customerId), 'join-no-visit');
    case 'training':
    case 'fee':
      return { proofs: [], refusal: null };
  }
};

import { sql } from 'kysely';
import type { ReadDb } from '../../store/handler.ts';

/**
 * Whether a customer may use what belongs to another: it is the same one, or both hold a card of one membership (附属卡), or the
 * customer holds one of the membership that paid for it.
 */
export const sameFamily = async (
  db: ReadDb,
  owner: { readonly customerId: string; readonly membershipId: string | null },
  customerId: string,
): Promise<boolean> => {
  if (owner.customerId === customerId) return true;
  const { rows } = await sql`
    WITH RECURSIVE paid(id) AS (
      SELECT ${owner.membershipId} WHERE ${owner.membershipId} IS NOT NULL
      UNION SELECT m.mergedInto FROM membership m JOIN paid p ON p.id = m.id WHERE m.mergedInto IS NOT NULL)
    SELECT 1 FROM memberCard mine
    WHERE mine.customerId = ${customerId} AND mine.deletedAt IS NULL AND mine.state IN ('active', 'frozen', 'lost')
      AND (mine.membershipId IN (SELECT id FROM paid)
        OR mine.membershipId IN (SELECT theirs.membershipId FROM memberCard theirs WHERE theirs.customerId = ${owner.customerId}
          AND theirs.deletedAt IS NULL AND theirs.state IN ('active', 'frozen', 'lost')))
    LIMIT 1`.execute(db);
  return rows.length > 0;
};

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { type RelationKind, turned } from '../customers/relations.ts';
import { membershipOf } from '../members/livingMembership.ts';
import { balanceOf } from './ledger.ts';

interface Relative {
  readonly membershipId: string;
  readonly name: string;
  readonly cardNumber: string | null;
  /** as the holder of the asked membership has it: 配偶, 子女, 父母; null where a shared card alone makes them a family */
  readonly relation: RelationKind | null;
}

/** A spouse, child or parent of the holder, whichever of the two files says so. */
const related = (holderId: string) => sql`
  SELECT r.otherId AS customerId, r.kind AS kind, 0 AS inverse FROM relation r
    WHERE r.customerId = ${holderId} AND r.deletedAt IS NULL AND r.kind IN ('spouse', 'child', 'parent')
  UNION ALL SELECT r.customerId, r.kind, 1 FROM relation r
    WHERE r.otherId = ${holderId} AND r.deletedAt IS NULL AND r.kind IN ('spouse', 'child', 'parent')`;

/** Who holds a card of this membership, and the owners of those of which its holder has a card (附属卡). */
const sharing = (membershipId: string, holderId: string) => sql`
  SELECT c.customerId, NULL AS kind, 0 AS inverse FROM memberCard c
    WHERE c.membershipId = ${membershipId} AND c.deletedAt IS NULL AND c.state IN ('active', 'frozen', 'lost')
  UNION ALL SELECT m.customerId, NULL, 0 FROM memberCard c JOIN membership m ON m.id = c.membershipId
    WHERE c.customerId = ${holderId} AND c.deletedAt IS NULL AND c.state IN ('active', 'frozen', 'lost')`;

/**
 * Memberships of the family (家人): of the holder's spouse, children and parents, and of those who share a card with the holder.
 * Only those that are valid today, for nothing can be passed to another.
 */
export const familyOf = async (db: ReadDb, membershipId: string, today: string): Promise<Relative[]> => {
  const { customerId } = await membershipOf(db, membershipId);
  const { rows } = await sql<{ id: string; name: string; number: string | null; kind: string | null; inverse: number }>`
    SELECT m.id, h.name, f.kind, f.inverse,
      (SELECT c.number FROM memberCard c WHERE c.membershipId = m.id AND c.role = 'main'
        AND c.state IN ('active', 'frozen', 'lost') AND c.deletedAt IS NULL) AS number
    FROM (${related(customerId)} UNION ALL ${sharing(membershipId, customerId)}) f
    JOIN membership m ON m.customerId = f.customerId AND m.deletedAt IS NULL AND m.state = 'active'
    JOIN customer h ON h.id = m.customerId AND h.deletedAt IS NULL
    WHERE m.id <> ${membershipId} AND coalesce(m.validThrough, '9999') >= ${today}
    ORDER BY f.kind IS NULL, h.name, m.id`.execute(db);
  const found = new Map<string, Relative>();
  for (const row of rows) {
    if (found.has(row.id)) continue;
    const kind = row.kind as RelationKind | null;
    const relation = kind && row.inverse === 1 ? turned(kind) : kind;
    found.set(row.id, { membershipId: row.id, name: row.name, cardNumber: row.number, relation });
  }
  return [...found.values()];
};

export const family: QueryHandler<Contract['points']['family']> = async (db, input, ctx) => {
  const relatives = await familyOf(db, input.membershipId, ctx.today());
  const rows = [];
  for (const { relation, ...relative } of relatives) {
    const { redeemable } = await balanceOf(db, relative.membershipId);
    rows.push({ ...relative, relation: relation ?? 'sharedCard', redeemable });
  }
  return { rows };
};

import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { leadRanges } from '../../../domain/tasks/leads.ts';
import type { ReadDb } from '../../../store/handler.ts';
import { audienceIs } from '../audience.ts';
import { type Asking, type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly day: string;
}

/** Days on which something of a car runs out, each at the nearest lead. */
const ending = async (
  db: ReadDb,
  column: 'insuranceEndDay' | 'inspectionDueDay',
  leads: readonly number[],
  { open, audience }: Asking,
): Promise<readonly Occasion[]> => {
  const day = sql.ref(`v.${column}`);
  const found: Occasion[] = [];
  for (const { lead, from, to } of leadRanges(leads, open)) {
    const { rows } = await sql<Row>`
      SELECT c.id AS customerId, c.adviserId, v.id AS vehicleId, ${day} AS day
      FROM vehicle v JOIN customer c ON c.id = v.customerId
      WHERE ${day} >= ${from} AND ${day} <= ${to} AND v.deletedAt IS NULL AND v.status = 'active'
        AND ${audienceIs(audience, 'vehicle')}`.execute(db);
    found.push(
      ...rows.map((row) => occasionOf(row, { occasionDay: row.day, begin: addDays(row.day, -lead), keyPart: lead })),
    );
  }
  return found;
};

/** 保险到期 */
export const insuranceEnd: Finder<'insuranceEnd'> = (db, { leadDays }, asking) =>
  ending(db, 'insuranceEndDay', leadDays, asking);

/** 年检到期 */
export const inspectionDue: Finder<'inspectionDue'> = (db, { leadDays }, asking) =>
  ending(db, 'inspectionDueDay', leadDays, asking);

import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly day: string;
}

/** 交车: cars that we delivered ourselves. */
export const delivered: Finder<'delivered'> = async (db, { afterDays }, { open, audience }) => {
  const days = moved(open, -afterDays);
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, v.id AS vehicleId, v.deliveryDay AS day
    FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE v.deliveryDay >= ${days.from} AND v.deliveryDay <= ${days.to} AND v.deletedAt IS NULL AND v.status = 'active'
      AND v.purchasedHere = 1 AND ${audienceIs(audience, 'vehicle')}`.execute(db);
  return rows.map((row) => occasionOf(row, { occasionDay: row.day, begin: addDays(row.day, afterDays) }));
};

import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { dayOf } from '../../../domain/zonedTime.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly day: string;
  /** UTC ms; null where it was not handed over through the board */
  readonly deliveredAt: number | null;
}

/**
 * 交车: cars that we delivered ourselves. One that is on its way still has its day planned and is delivered by the board; what was handed
 * over there is known to the minute.
 */
export const delivered: Finder<'delivered'> = async (db, { afterDays }, { open, audience, timeZone }) => {
  const days = moved(open, -afterDays);
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, v.id AS vehicleId, v.deliveryDay AS day,
      (SELECT max(d.deliveredAt) FROM delivery d WHERE d.vehicleId = v.id AND d.deletedAt IS NULL) AS deliveredAt
    FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE v.deliveryDay >= ${days.from} AND v.deliveryDay <= ${days.to} AND v.deletedAt IS NULL AND v.status = 'active'
      AND v.purchasedHere = 1 AND ${audienceIs(audience, 'vehicle')}
      AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.vehicleId = v.id AND w.deliveredAt IS NULL AND w.cancelledAt IS NULL
        AND w.deletedAt IS NULL)`.execute(db);
  return rows.map((row) => {
    const { day, deliveredAt } = row;
    // a day that was corrected since is the newer word
    const known = deliveredAt !== null && dayOf(deliveredAt, timeZone) === day;
    return occasionOf(row, { occasionDay: day, begin: addDays(day, afterDays) }, known ? { deliveredAt } : {});
  });
};

import { type RawBuilder, sql } from 'kysely';
import { workshopCategories } from '../../../domain/category.ts';
import { lastContactDay, monthsBefore, monthsWithoutVisit } from '../../../domain/tasks/lastContact.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';
import { notBooked } from './notBooked.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly deliveryDay: string | null;
  readonly lastVisitDay: string | null;
}

/** Here on one day only; of an old system's last visit nobody knows how many came before. */
const cameOnce = sql`(v.openingVisitDay IS NULL OR v.openingVisitDay <= v.deliveryDay) AND v.deliveryDay IS NOT NULL
  AND 1 = (SELECT count(DISTINCT s.day) FROM visit s WHERE s.vehicleId = v.id AND s.day > v.deliveryDay
    AND s.voidedAt IS NULL AND s.deletedAt IS NULL
    AND EXISTS (SELECT 1 FROM visitLine l WHERE l.visitId = s.id AND l.category IN (${sql.join([...workshopCategories])})))`;

/**
 * 久未到店: so many months after the last visit or delivery. Its key goes by that day, for the same month of silence may end on another
 * day of a shorter month.
 */
export const noVisit: Finder<'noVisit'> = async (db, { months, afterFirst }, { today, open, audience }) => {
  const found = new Map<string, Occasion>();
  const look = async (where: RawBuilder<unknown>): Promise<void> => {
    const { rows } = await sql<Row>`
      SELECT c.id AS customerId, c.adviserId, v.id AS vehicleId, v.deliveryDay, v.lastVisitDay
      FROM vehicle v JOIN customer c ON c.id = v.customerId
      WHERE ${where} AND v.deletedAt IS NULL AND v.status = 'active' AND ${notBooked(today)}
        AND ${afterFirst ? cameOnce : sql`TRUE`} AND ${audienceIs(audience, 'vehicle')}`.execute(db);
    for (const row of rows) {
      const contactDay = lastContactDay(row);
      const silent = contactDay === null ? null : monthsWithoutVisit(contactDay, months, open);
      if (contactDay === null || silent === null) continue;
      const { begin } = silent;
      const days = { occasionDay: begin, begin, keyDay: contactDay, keyPart: silent.months };
      found.set(row.vehicleId, occasionOf(row, days));
    }
  };
  for (const count of months) {
    const { from, to } = monthsBefore(open, count);
    await look(sql`v.lastVisitDay >= ${from} AND v.lastVisitDay <= ${to}
      AND (v.deliveryDay IS NULL OR v.lastVisitDay > v.deliveryDay)`);
    if (afterFirst) continue;
    await look(sql`v.deliveryDay >= ${from} AND v.deliveryDay <= ${to}
      AND (v.lastVisitDay IS NULL OR v.lastVisitDay <= v.deliveryDay)`);
  }
  return [...found.values()];
};

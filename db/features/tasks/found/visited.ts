import { sql } from 'kysely';
import { workshopCategories } from '../../../domain/category.ts';
import { addDays } from '../../../domain/day.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';
import { ratesVisit } from './ratesVisit.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly day: string;
}

/** 到店后: one occasion for a car and a day, however many orders. What another customer has now is theirs no more. */
export const visited: Finder<'visited'> = async (db, { afterDays, categories, first }, { open, audience, rule }) => {
  const days = moved(open, -afterDays);
  const wanted = sql.join([...(categories.length > 0 ? categories : workshopCategories)]);
  // an old system's last visit is one that came before, of which nobody knows what it was for
  const isFirst = sql`v.deliveryDay IS NOT NULL AND s.day >= v.deliveryDay
    AND (v.openingVisitDay IS NULL OR v.openingVisitDay <= v.deliveryDay OR v.openingVisitDay >= s.day)
    AND NOT EXISTS (SELECT 1 FROM visit e JOIN visitLine el ON el.visitId = e.id
      WHERE e.vehicleId = v.id AND e.day >= v.deliveryDay AND e.day < s.day AND e.voidedAt IS NULL AND e.deletedAt IS NULL
        AND el.category IN (${wanted}))`;
  // who rated the service at the counter or on paper is not asked again
  const isRated = sql`EXISTS (SELECT 1 FROM surveyResponse w WHERE ${ratesVisit({
    vehicleId: sql`s.vehicleId`,
    customerId: sql`s.customerId`,
    day: sql`s.day`,
    questionnaireId: sql`${rule.questionnaireId}`,
  })})`;
  const { rows } = await sql<Row>`
    SELECT DISTINCT c.id AS customerId, c.adviserId, v.id AS vehicleId, s.day AS day
    FROM visit s JOIN vehicle v ON v.id = s.vehicleId JOIN customer c ON c.id = v.customerId
    WHERE s.day >= ${days.from} AND s.day <= ${days.to} AND s.voidedAt IS NULL AND s.deletedAt IS NULL
      AND s.customerId = v.customerId AND v.deletedAt IS NULL AND v.status = 'active'
      AND EXISTS (SELECT 1 FROM visitLine l WHERE l.visitId = s.id AND l.category IN (${wanted}))
      AND ${first ? isFirst : sql`TRUE`} AND ${rule.form === 'survey' ? sql`NOT ${isRated}` : sql`TRUE`}
      AND ${audienceIs(audience, 'vehicle')}`.execute(db);
  return rows.map((row) => occasionOf(row, { occasionDay: row.day, begin: addDays(row.day, afterDays) }));
};

import { sql } from 'kysely';
import { addYears } from '../../../domain/day.ts';
import { tradeInDay } from '../../../domain/tasks/tradeIn.ts';
import { isOpen } from '../../../domain/tasks/window.ts';
import { dayOf } from '../../../domain/zonedTime.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly boughtDay: string;
  /** UTC ms */
  readonly lookedAt: number;
}

/** 置换信号: the oldest car of who looked at new ones. */
export const tradeIn: Finder<'tradeIn'> = async (db, _trigger, { today, open, timeZone, audience, settings }) => {
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, v.id AS vehicleId, coalesce(v.purchaseDay, v.deliveryDay) AS boughtDay,
      p.createdAt AS lookedAt
    FROM prospect p JOIN customer c ON c.id = p.customerId JOIN vehicle v ON v.customerId = c.id
    WHERE p.state = 'open' AND p.deletedAt IS NULL
      AND (p.models <> '[]' OR EXISTS (SELECT 1 FROM testDrive d WHERE d.prospectId = p.id AND d.deletedAt IS NULL))
      AND v.deletedAt IS NULL AND v.status = 'active'
      AND coalesce(v.purchaseDay, v.deliveryDay) <= ${addYears(today, -settings.tradeInYears)}
      AND ${audienceIs(audience, 'vehicle')}
    ORDER BY boughtDay, v.id, lookedAt`.execute(db);
  const found = new Map<string, Occasion>();
  for (const row of rows) {
    if (found.has(row.customerId)) continue;
    const day = tradeInDay(row.boughtDay, dayOf(row.lookedAt, timeZone), settings.tradeInYears, today);
    if (day === null || !isOpen(day, open)) continue;
    found.set(row.customerId, occasionOf(row, { occasionDay: day, begin: day }));
  }
  return [...found.values()];
};

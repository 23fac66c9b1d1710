import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { leadRanges } from '../../../domain/tasks/leads.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly day: string;
}

/** 驾驶证到期 */
export const licenceEnd: Finder<'licenceEnd'> = async (db, { leadDays }, { open, audience }) => {
  const found: Occasion[] = [];
  for (const { lead, from, to } of leadRanges(leadDays, open)) {
    const { rows } = await sql<Row>`
      SELECT c.id AS customerId, c.adviserId, c.licenceEndDay AS day FROM customer c
      WHERE c.licenceEndDay >= ${from} AND c.licenceEndDay <= ${to} AND ${audienceIs(audience, 'customer')}`.execute(
      db,
    );
    found.push(
      ...rows.map((row) => occasionOf(row, { occasionDay: row.day, begin: addDays(row.day, -lead), keyPart: lead })),
    );
  }
  return found;
};

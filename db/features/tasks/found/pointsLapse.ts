import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { leadRanges } from '../../../domain/tasks/leads.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly membershipId: string;
  readonly day: string;
}

/** 积分将到期: what lapses together; a debt takes it before anybody can spend it. */
export const pointsLapse: Finder<'pointsLapse'> = async (db, { leadDays, leastPoints }, { open, audience }) => {
  const found: Occasion[] = [];
  for (const { lead, from, to } of leadRanges(leadDays, open)) {
    const { rows } = await sql<Row>`
      SELECT c.id AS customerId, c.adviserId, m.id AS membershipId, o.lastDay AS day
      FROM (SELECT membershipId, lastDay FROM pointsLot WHERE remaining > 0 AND lastDay >= ${from} AND lastDay <= ${to}
          GROUP BY membershipId, lastDay HAVING sum(remaining) >= ${leastPoints}) o
        JOIN membership m ON m.id = o.membershipId JOIN customer c ON c.id = m.customerId
      WHERE m.deletedAt IS NULL AND m.state = 'active'
        AND NOT EXISTS (SELECT 1 FROM pointsBalance b WHERE b.membershipId = m.id AND b.debt > 0)
        AND ${audienceIs(audience, 'customer')}`.execute(db);
    found.push(
      ...rows.map((row) =>
        occasionOf(
          row,
          { occasionDay: row.day, begin: addDays(row.day, -lead), keyPart: lead },
          { membershipId: row.membershipId },
        ),
      ),
    );
  }
  return found;
};

import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { leadRanges } from '../../../domain/tasks/leads.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly membershipId: string;
  readonly day: string;
}

/** 会籍到期; what has no last day never ends. */
export const cardEnd: Finder<'cardEnd'> = async (db, { leadDays }, { open, audience }) => {
  const found: Occasion[] = [];
  for (const { lead, from, to } of leadRanges(leadDays, open)) {
    // as the index of last days has it
    const { rows } = await sql<Row>`
      SELECT c.id AS customerId, c.adviserId, m.id AS membershipId, m.validThrough AS day
      FROM membership m JOIN customer c ON c.id = m.customerId
      WHERE coalesce(m.validThrough, '9999-12-31') >= ${from} AND coalesce(m.validThrough, '9999-12-31') <= ${to}
        AND m.deletedAt IS NULL AND m.state = 'active' AND m.validThrough IS NOT NULL
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

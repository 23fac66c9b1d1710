import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { dayOf, instantOf } from '../../../domain/zonedTime.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly id: string;
  /** UTC ms */
  readonly dueAt: number;
  readonly ownerId: string;
}

/** 承诺到期: what was promised to a customer, or on a complaint of theirs, is done by who promised it and by the time that was said. */
export const promise: Finder<'promise'> = async (db, { leadDays }, { open, timeZone, audience }) => {
  const days = moved(open, leadDays);
  const from = instantOf(days.from, '00:00', timeZone);
  const until = instantOf(addDays(days.to, 1), '00:00', timeZone);
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, p.id, p.dueAt, p.ownerId
    FROM promise p LEFT JOIN complaint k ON k.id = p.complaintId JOIN customer c ON c.id = coalesce(p.customerId, k.customerId)
    WHERE p.state = 'open' AND p.deletedAt IS NULL AND p.dueAt >= ${from} AND p.dueAt < ${until}
      AND ${audienceIs(audience, 'customer')}`.execute(db);
  return rows.map((row) => {
    const occasionDay = dayOf(row.dueAt, timeZone);
    const begin = addDays(occasionDay, -leadDays);
    return occasionOf(row, { occasionDay, begin }, { subjectId: row.id, dueAt: row.dueAt, ownerId: row.ownerId });
  });
};

import { sql } from 'kysely';
import { moved } from '../../../domain/tasks/window.ts';
import { dayOf, instantOf } from '../../../domain/zonedTime.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly id: string;
  readonly day: string;
  /** UTC ms */
  readonly createdAt: number;
}

/**
 * 不满意跟进: a bad answer with whose giver nobody has spoken. It begins when it was put on record: what was written on paper may be entered
 * days later. It is about no car, so that it goes on although that was sold.
 */
export const detractor: Finder<'detractor'> = async (db, _trigger, { open, timeZone, audience }) => {
  const from = instantOf(open.from, '00:00', timeZone);
  const until = instantOf(moved(open, 1).to, '00:00', timeZone);
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, w.id, w.day, w.createdAt
    FROM surveyResponse w JOIN customer c ON c.id = w.customerId
    WHERE w.bad = 1 AND w.followedAt IS NULL AND w.customerId IS NOT NULL AND w.deletedAt IS NULL
      AND w.createdAt >= ${from} AND w.createdAt < ${until} AND ${audienceIs(audience, 'customer')}`.execute(db);
  return rows.map((row) =>
    occasionOf(row, { occasionDay: row.day, begin: dayOf(row.createdAt, timeZone) }, { subjectId: row.id }),
  );
};

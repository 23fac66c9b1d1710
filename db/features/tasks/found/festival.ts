import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { festivalDays } from '../../../domain/tasks/festival.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

/** 节日: everybody for whom the rule is. */
export const festival: Finder<'festival'> = async (db, trigger, { open, audience }) => {
  const days = festivalDays(trigger, moved(open, trigger.leadDays));
  if (days.length === 0) return [];
  const { rows } = await sql<CustomerColumns>`
    SELECT c.id AS customerId, c.adviserId FROM customer c WHERE ${audienceIs(audience, 'customer')}`.execute(db);
  return days.flatMap((occasionDay) =>
    rows.map((row) => occasionOf(row, { occasionDay, begin: addDays(occasionDay, -trigger.leadDays) })),
  );
};

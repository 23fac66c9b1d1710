import { sql } from 'kysely';
import { addDays } from '../../../domain/day.ts';
import { isOpen } from '../../../domain/tasks/window.ts';
import { termsByDay } from '../../complaints/termsByDay.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, occasionOf } from './finder.ts';

interface Row extends CustomerColumns {
  readonly id: string;
  readonly round: number;
  readonly receivedDay: string;
  readonly doneDay: string;
  readonly ownerId: string | null;
}

/** 投诉回访: a solution was carried out and nobody has asked yet, so many days after by the terms of that complaint. */
export const askBack: Finder<'askBack'> = async (db, _trigger, { open, audience }) => {
  const termsOn = await termsByDay(db);
  const { rows } = await sql<Row>`
    SELECT c.id AS customerId, c.adviserId, k.id, k.round, k.receivedDay, k.doneDay, k.ownerId
    FROM complaint k JOIN customer c ON c.id = k.customerId
    WHERE k.step = 'done' AND k.step <> 'closed' AND k.deletedAt IS NULL AND k.doneDay IS NOT NULL
      AND ${audienceIs(audience, 'customer')}`.execute(db);
  return rows.flatMap(({ id, round, receivedDay, doneDay, ownerId, ...row }) => {
    const begin = addDays(doneDay, termsOn(receivedDay).askBackAfterDays);
    if (!isOpen(begin, open)) return [];
    const days = { occasionDay: begin, begin, keyPart: round };
    return [occasionOf(row, days, { subjectId: id, ...(ownerId === null ? {} : { ownerId }) })];
  });
};

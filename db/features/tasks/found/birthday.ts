import { sql } from 'kysely';
import { datesKeptOn, nextOccurrence } from '../../../domain/birthday.ts';
import { addDays } from '../../../domain/day.ts';
import { moved } from '../../../domain/tasks/window.ts';
import { type BirthColumns, birthdayOf } from '../../customers/rows.ts';
import { audienceIs } from '../audience.ts';
import { type CustomerColumns, type Finder, type Occasion, occasionOf } from './finder.ts';

interface Row extends CustomerColumns, BirthColumns {
  /** null: the customer's own */
  readonly relationId: string | null;
}

const birth = (table: 'c' | 'r') =>
  sql.join(
    ['birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap'].map((column) =>
      sql.ref(`${table}.${column}`),
    ),
  );

/** 生日: the customers' own, or those of the family who have no file of their own; solar or lunar, whichever is kept. */
export const birthday: Finder<'birthday'> = async (db, { family, leadDays }, { open, audience }) => {
  const days = moved(open, leadDays);
  const is = audienceIs(audience, 'customer');
  const found: Occasion[] = [];
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    for (const { calendar, month, date } of datesKeptOn(day)) {
      const { rows } = await (family
        ? sql<Row>`
            SELECT c.id AS customerId, c.adviserId, r.id AS relationId, ${birth('r')}
            FROM relation r JOIN customer c ON c.id = r.customerId
            WHERE r.birthMonth = ${month} AND r.birthDay = ${date} AND r.birthCalendar = ${calendar}
              AND r.deletedAt IS NULL AND r.otherId IS NULL AND ${is}`
        : sql<Row>`
            SELECT c.id AS customerId, c.adviserId, NULL AS relationId, ${birth('c')} FROM customer c
            WHERE c.birthMonth = ${month} AND c.birthDay = ${date} AND c.birthCalendar = ${calendar} AND ${is}`
      ).execute(db);
      for (const row of rows) {
        const kept = birthdayOf(row);
        if (!kept || nextOccurrence(kept, day) !== day) continue;
        const { relationId: subjectId } = row;
        found.push(occasionOf(row, { occasionDay: day, begin: addDays(day, -leadDays) }, { subjectId }));
      }
    }
  }
  return found;
};

import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { nextOccurrence } from '../../domain/birthday.ts';
import { addDays, dayParts, daysBetween } from '../../domain/day.ts';
import type { HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { settingsOn } from '../settings/settings.ts';
import { visitsOfDay } from '../visits/read.ts';

const listed = 20;

interface DueVehicle {
  readonly customerId: string;
  readonly customerName: string;
  readonly vehicleId: string;
  readonly label: string;
  readonly day: string;
}

/** Vehicles whose insurance or inspection ends in the days ahead, soonest first. */
const dueVehicles = async (
  db: ReadDb,
  column: 'insuranceEndDay' | 'inspectionDueDay',
  today: string,
  ahead: number,
) => {
  const day = sql.ref(`v.${column}`);
  const where = sql`v.deletedAt IS NULL AND ${day} BETWEEN ${today} AND ${addDays(today, ahead)}`;
  const { rows } = await sql<DueVehicle>`
    SELECT c.id AS customerId, c.name AS customerName, v.id AS vehicleId, coalesce(v.plate, v.series, v.vin, '') AS label, ${day} AS day
    FROM vehicle v JOIN customer c ON c.id = v.customerId WHERE ${where} ORDER BY ${day} LIMIT ${listed}`.execute(db);
  const { rows: counted } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM vehicle v WHERE ${where}`.execute(db);
  return { rows: rows.map((row) => ({ ...row, days: daysBetween(today, row.day) })), count: counted[0]?.count ?? 0 };
};

/** Whose birthday is today or in the next days, by the solar calendar or the lunar one, whichever the customer keeps. */
const birthdays = async (db: ReadDb, today: string, ahead: number) => {
  const days = Array.from({ length: ahead + 1 }, (_, index) => dayParts(addDays(today, index)));
  const solar = sql.join(
    days.map(({ month, date }) => sql`(birthMonth = ${month} AND birthDay = ${date} AND birthCalendar = 'solar')`),
    sql` OR `,
  );
  const { rows } = await sql<{
    id: string;
    name: string;
    birthCalendar: string | null;
    birthYear: number | null;
    birthMonth: number | null;
    birthDay: number | null;
    birthLeap: number;
  }>`SELECT id, name, birthCalendar, birthYear, birthMonth, birthDay, birthLeap FROM customer
    WHERE birthMonth IS NOT NULL AND deletedAt IS NULL AND (${solar}) LIMIT 200`.execute(db);
  const { rows: lunar } = await sql<(typeof rows)[number]>`
    SELECT id, name, birthCalendar, birthYear, birthMonth, birthDay, birthLeap FROM customer
    WHERE birthCalendar = 'lunar' AND deletedAt IS NULL LIMIT 5000`.execute(db);
  return [...rows, ...lunar]
    .flatMap((row) => {
      const birthday = birthdayOf(row);
      if (!birthday) return [];
      const day = nextOccurrence(birthday, today);
      const away = daysBetween(today, day);
      return away > ahead
        ? []
        : [{ customerId: row.id, customerName: row.name, vehicleId: null, label: '', day, days: away }];
    })
    .toSorted((a, b) => a.days - b.days)
    .slice(0, listed);
};

/** 今日. */
const today: QueryHandler<Contract['home']['today']> = async (db, _input, ctx) => {
  const day = ctx.today();
  const settings = await settingsOn(db, day);
  const visits = await visitsOfDay(db, day, { cursor: undefined, limit: 50 }, ctx);
  const insurance = await dueVehicles(
    db,
    'insuranceEndDay',
    day,
    Math.min(30, ...settings.insuranceReminderDays.filter((days) => days >= 30)),
  );
  const inspection = await dueVehicles(db, 'inspectionDueDay', day, settings.inspectionReminderDays);
  const { rows } = await sql<{ customers: number; vehicles: number }>`
    SELECT (SELECT count(*) FROM searchDoc) AS customers,
      (SELECT count(*) FROM vehicle WHERE deletedAt IS NULL) AS vehicles`.execute(db);
  return {
    day,
    visits: visits.rows,
    visitCount: visits.count,
    amountFen: visits.amountFen,
    insurance: insurance.rows,
    inspection: inspection.rows,
    birthdays: await birthdays(db, day, Math.min(settings.birthdayReminderDays, 7)),
    counts: {
      customers: rows[0]?.customers ?? 0,
      vehicles: rows[0]?.vehicles ?? 0,
      insuranceDue: insurance.count,
      inspectionDue: inspection.count,
    },
  };
};

export const home = { today } satisfies HandlersOf<Contract['home']>;

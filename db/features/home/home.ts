import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import { datesKeptOn, nextOccurrence } from '../../domain/birthday.ts';
import { addDays, daysBetween } from '../../domain/day.ts';
import type { HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { type BirthColumns, birthdayOf } from '../customers/rows.ts';
import { settingsOn } from '../settings/settings.ts';
import { visitsOfDay } from '../visits/read.ts';
import { numbered } from './numbered.ts';

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
  const where = sql`v.deletedAt IS NULL AND v.status = 'active' AND ${day} BETWEEN ${today} AND ${addDays(today, ahead)}`;
  const { rows } = await sql<DueVehicle>`
    SELECT c.id AS customerId, c.name AS customerName, v.id AS vehicleId, coalesce(v.plate, v.series, v.vin, '') AS label, ${day} AS day
    FROM vehicle v JOIN customer c ON c.id = v.customerId WHERE ${where} ORDER BY ${day} LIMIT ${listed}`.execute(db);
  const { rows: counted } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM vehicle v WHERE ${where}`.execute(db);
  return { rows: rows.map((row) => ({ ...row, days: daysBetween(today, row.day) })), count: counted[0]?.count ?? 0 };
};

interface DueBirthday {
  readonly customerId: string;
  readonly customerName: string;
  readonly vehicleId: null;
  readonly label: string;
  readonly day: string;
  readonly days: number;
}

interface BirthRow extends BirthColumns {
  readonly id: string;
  readonly name: string;
}

/** More than can be listed, for some are kept on another day: in a leap month, or not in one. */
const mostOfDate = 4 * listed;

/** Whose birthday is today or in the next days, by the solar calendar or the lunar one, whichever the customer keeps. */
const birthdays = async (db: ReadDb, today: string, ahead: number) => {
  const found: DueBirthday[] = [];
  for (let days = 0; days <= ahead && found.length < listed; days++) {
    const day = addDays(today, days);
    for (const { calendar, month, date } of datesKeptOn(day)) {
      const { rows } = await sql<BirthRow>`
        SELECT id, name, birthCalendar, birthYear, birthMonth, birthDay, birthLeap FROM customer
        WHERE birthMonth = ${month} AND birthDay = ${date} AND birthCalendar = ${calendar} AND deletedAt IS NULL
        LIMIT ${mostOfDate}`.execute(db);
      for (const row of rows) {
        const birthday = birthdayOf(row);
        if (!birthday || nextOccurrence(birthday, today) !== day) continue;
        found.push({ customerId: row.id, customerName: row.name, vehicleId: null, label: '', day, days });
      }
    }
  }
  return found.slice(0, listed);
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
      (SELECT count(*) FROM vehicle WHERE deletedAt IS NULL)
        - (SELECT count(*) FROM vehicle WHERE deletedAt IS NULL AND status <> 'active') AS vehicles`.execute(db);
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

export const home = { today, numbered } satisfies HandlersOf<Contract['home']>;

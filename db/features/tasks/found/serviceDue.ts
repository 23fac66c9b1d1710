import { sql } from 'kysely';
import type { Day } from '../../../domain/day.ts';
import { defaultServiceBands, serviceWindow } from '../../../domain/serviceDue.ts';
import { lastContactDay, monthsBefore } from '../../../domain/tasks/lastContact.ts';
import { forecastSince, serviceForecast } from '../../../domain/tasks/serviceForecast.ts';
import { serviceOccasion } from '../../../domain/tasks/serviceOccasion.ts';
import { moved } from '../../../domain/tasks/window.ts';
import type { ReadDb } from '../../../store/handler.ts';
import { audienceIs } from '../audience.ts';
import { type Asking, type CustomerColumns, type Finder, occasionOf, type TriggerOf } from './finder.ts';
import { notBooked } from './notBooked.ts';

interface Row extends CustomerColumns {
  readonly vehicleId: string;
  readonly deliveryDay: string | null;
  readonly lastVisitDay: string | null;
}

interface ReadRow extends Row {
  readonly firstDay: string | null;
  readonly firstKm: number | null;
  readonly lastDay: string | null;
  readonly lastKm: number | null;
  /** at the last visit */
  readonly serviceKm: number | null;
}

const columns = sql`c.id AS customerId, c.adviserId, v.id AS vehicleId, v.deliveryDay, v.lastVisitDay`;
const inUse = sql`v.deletedAt IS NULL AND v.status = 'active'`;

/** Cars that were here for service. Those that come by mileage are among all whose next service by date lies ahead. */
const oftenHere = async (
  db: ReadDb,
  trigger: TriggerOf<'serviceDue'>,
  { today, open, settings, audience }: Asking,
): Promise<readonly ReadRow[]> => {
  const due = moved(open, trigger.leadDays);
  const byDate = monthsBefore(due, settings.serviceBand.nextFromMonths);
  const since = forecastSince(today);
  const first = (column: 'day' | 'km') =>
    sql`(SELECT ${sql.ref(column)} FROM mileageLog l WHERE l.vehicleId = v.id AND l.day >= ${since} ORDER BY l.day, l.km LIMIT 1)`;
  const read =
    trigger.everyKm === null
      ? sql`NULL AS firstDay, NULL AS firstKm, NULL AS serviceKm`
      : sql`${first('day')} AS firstDay, ${first('km')} AS firstKm,
          (SELECT max(l.km) FROM mileageLog l WHERE l.vehicleId = v.id AND l.day = v.lastVisitDay) AS serviceKm`;
  const { rows } = await sql<ReadRow>`
    SELECT ${columns}, v.lastMileageDay AS lastDay, v.lastMileage AS lastKm, ${read}
    FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE v.lastVisitDay >= ${byDate.from} AND v.lastVisitDay <= ${trigger.everyKm === null ? byDate.to : today} AND ${inUse}
      AND (v.deliveryDay IS NULL OR v.lastVisitDay > v.deliveryDay) AND ${notBooked(today)}
      AND ${audienceIs(audience, 'vehicle')}`.execute(db);
  return rows;
};

/** Cars that have not been here since delivery: their first service goes by date alone, for nothing tells how they are driven. */
const neverHere = async (
  db: ReadDb,
  trigger: TriggerOf<'serviceDue'>,
  { today, open, settings, audience }: Asking,
): Promise<readonly Row[]> => {
  const days = monthsBefore(moved(open, trigger.leadDays), settings.serviceBand.firstFromMonths);
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM vehicle v JOIN customer c ON c.id = v.customerId
    WHERE v.deliveryDay >= ${days.from} AND v.deliveryDay <= ${days.to} AND ${inUse}
      AND (v.lastVisitDay IS NULL OR v.lastVisitDay <= v.deliveryDay) AND ${notBooked(today)}
      AND ${audienceIs(audience, 'vehicle')}`.execute(db);
  return rows;
};

const forecastOf = (row: ReadRow, everyKm: number | null, today: Day): Day | null => {
  const { firstDay, firstKm, lastDay, lastKm, serviceKm } = row;
  if (everyKm === null || firstDay === null || firstKm === null) return null;
  if (lastDay === null || lastKm === null || serviceKm === null) return null;
  const log = [
    { day: firstDay, km: firstKm },
    { day: lastDay, km: lastKm },
  ];
  return serviceForecast(log, serviceKm, everyKm, today);
};

/**
 * 保养到期: the earlier of the store's band and the mileage forecast. Its key goes by the last visit, for a new reading moves the forecast
 * and makes no other service of it.
 */
export const serviceDue: Finder<'serviceDue'> = async (db, trigger, asking) => {
  const { today, open, settings } = asking;
  const found = (row: Row, forecast: Day | null) => {
    const band = serviceWindow(row, { ...defaultServiceBands, ...settings.serviceBand });
    const occasion = serviceOccasion([band?.fromDay ?? null, forecast], trigger.leadDays, open);
    const keyDay = lastContactDay(row);
    return occasion && keyDay !== null ? [occasionOf(row, { ...occasion, keyDay })] : [];
  };
  const here = await oftenHere(db, trigger, asking);
  const never = await neverHere(db, trigger, asking);
  return [
    ...here.flatMap((row) => found(row, forecastOf(row, trigger.everyKm, today))),
    ...never.flatMap((row) => found(row, null)),
  ];
};

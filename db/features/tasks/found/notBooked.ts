import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../domain/day.ts';

/** Whose car has an appointment need not be asked to come. */
export const notBooked = (today: Day): RawBuilder<unknown> =>
  sql`NOT EXISTS (SELECT 1 FROM appointment a WHERE a.vehicleId = v.id AND a.day >= ${today} AND a.state = 'booked' AND a.deletedAt IS NULL)`;

import { instantOf } from '../domain/zonedTime.ts';
import type { Connection } from './connection.ts';
import { timeZoneOf } from './timeZone.ts';

/** What can go wrong in the tables of board, prospects, recalls and key accounts beyond what their columns forbid. */
export type DeskFindingCode =
  | 'visit-step'
  | 'booking-visit'
  | 'booking-time'
  | 'prospect-closed'
  | 'prospect-models'
  | 'test-drive-alone'
  | 'recall-done'
  | 'recall-vin'
  | 'plan-review';

/** Each gives the ids of rows that contradict themselves or the row that they hang on. */
export const deskChecks: readonly (readonly [code: DeskFindingCode, sql: string])[] = [
  [
    // a step has its moment, and no moment lies before the one of an earlier step
    'visit-step',
    `SELECT id FROM visit WHERE deletedAt IS NULL AND step IS NOT NULL AND (
       (step = 'inWork' AND inWorkAt IS NULL) OR (step = 'ready' AND readyAt IS NULL) OR (step = 'left' AND leftAt IS NULL)
       OR inWorkAt < arrivedAt OR readyAt < max(arrivedAt, coalesce(inWorkAt, 0))
       OR leftAt < max(arrivedAt, coalesce(inWorkAt, 0), coalesce(readyAt, 0)))`,
  ],
  [
    'booking-visit',
    `SELECT a.id FROM appointment a JOIN visit t ON t.id = a.visitId
     WHERE a.deletedAt IS NULL AND (t.deletedAt IS NOT NULL OR t.vehicleId IS NOT a.vehicleId)`,
  ],
  [
    'prospect-closed',
    `SELECT id FROM prospect WHERE deletedAt IS NULL
       AND ((state = 'bought') <> (vehicleId IS NOT NULL) OR (state = 'lost') <> (lostReason IS NOT NULL))`,
  ],
  [
    'prospect-models',
    `SELECT id FROM prospect WHERE NOT json_valid(models) OR json_type(models) <> 'array'
       OR budgetFromFen > budgetToFen`,
  ],
  [
    'test-drive-alone',
    `SELECT t.id FROM testDrive t JOIN prospect p ON p.id = t.prospectId
     WHERE t.deletedAt IS NULL AND p.deletedAt IS NOT NULL`,
  ],
  ['recall-done', 'SELECT id FROM recallVehicle WHERE deletedAt IS NULL AND doneDay IS NULL AND visitId IS NOT NULL'],
  ['recall-vin', 'SELECT id FROM recallVehicle WHERE length(vin) <> 17 OR vin <> upper(vin)'],
  [
    'plan-review',
    `SELECT id FROM accountPlan WHERE deletedAt IS NULL
       AND ((reviewedDay IS NULL) <> (result IS NULL) OR (reviewedDay IS NULL) <> (reviewedBy IS NULL))`,
  ],
];

/** Bookings whose moment is not the one that their day and time name in the store's zone: ids, at most `most`. */
export const misplacedBookings = (connection: Connection, most: number): string[] => {
  const timeZone = timeZoneOf(connection);
  const rows = connection.prepare<[], { id: string; day: string; time: string; startsAt: number }>(
    'SELECT id, day, time, startsAt FROM appointment WHERE deletedAt IS NULL',
  );
  const found: string[] = [];
  for (const { id, day, time, startsAt } of rows.iterate()) {
    if (instantOf(day, time, timeZone) !== startsAt) found.push(id);
    if (found.length >= most) break;
  }
  return found;
};

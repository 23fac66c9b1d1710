import { dayOf } from '../domain/zonedTime.ts';
import type { Connection } from './connection.ts';
import { timeZoneOf } from './timeZone.ts';

/** What can go wrong in tasks and contacts beyond what their columns forbid. */
export type TaskFindingCode = 'task-closed' | 'task-contact' | 'contact-day';

/** Each gives the ids of rows that contradict themselves or the row that they hang on. */
export const taskChecks: readonly (readonly [code: TaskFindingCode, sql: string])[] = [
  [
    // who closed it is on record, and why unless it was done; what is open has neither
    'task-closed',
    `SELECT id FROM task WHERE deletedAt IS NULL AND ((state = 'open') <> (closedBy IS NULL)
       OR (state IN ('ended', 'lapsed', 'dropped') AND endReason IS NULL) OR (state = 'open' AND endReason IS NOT NULL))`,
  ],
  [
    // what was done was done by a contact
    'task-contact',
    `SELECT t.id FROM task t WHERE t.deletedAt IS NULL AND t.state = 'done' AND NOT EXISTS (SELECT 1 FROM contactTask x
       JOIN contact k ON k.id = x.contactId WHERE x.taskId = t.id AND k.deletedAt IS NULL)`,
  ],
];

/** Contacts whose day is not that of their moment in the store's zone: ids, at most `most`. */
export const misdatedContacts = (connection: Connection, most: number): string[] => {
  const timeZone = timeZoneOf(connection);
  const rows = connection.prepare<[], { id: string; day: string; at: number }>(
    'SELECT id, day, at FROM contact WHERE deletedAt IS NULL',
  );
  const found: string[] = [];
  for (const { id, day, at } of rows.iterate()) {
    if (dayOf(at, timeZone) !== day) found.push(id);
    if (found.length >= most) break;
  }
  return found;
};

import type { PromiseRow } from '../../contract/complaintViews.ts';
import type { ReadDb } from '../../store/handler.ts';

/** Promises with all that a row shows; narrowed and ordered by the caller. */
export const promiseSelection = (db: ReadDb) =>
  db
    .selectFrom('promise')
    .innerJoin('staff', 'staff.id', 'promise.ownerId')
    .leftJoin('customer', 'customer.id', 'promise.customerId')
    .leftJoin('complaint', 'complaint.id', 'promise.complaintId')
    .selectAll('promise')
    .select([
      'staff.displayName as ownerName',
      'customer.name as customerName',
      'complaint.number as complaintNumber',
      'complaint.strangerName',
    ])
    .where('promise.deletedAt', 'is', null);

export type SelectedPromise = Awaited<ReturnType<ReturnType<typeof promiseSelection>['execute']>>[number];

/** @param now UTC ms */
export const promiseRowOf = (row: SelectedPromise, now: number): PromiseRow => ({
  id: row.id,
  version: row.version,
  text: row.text,
  dueAt: row.dueAt,
  state: row.state as 'open',
  overdue: row.state === 'open' && row.dueAt < now,
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  customerId: row.customerId,
  customerName: row.customerName ?? row.strangerName,
  complaintId: row.complaintId,
  complaintNumber: row.complaintNumber,
  endedAt: row.endedAt,
  endedBy: row.endedBy,
  note: row.note,
  createdAt: row.createdAt,
  byName: row.byName,
});

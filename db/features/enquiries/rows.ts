import type { EnquiryRow } from '../../contract/enquiries.ts';
import type { ReadDb } from '../../store/handler.ts';

/** Enquiries with all that a row shows; narrowed and ordered by the caller. */
export const enquirySelection = (db: ReadDb) =>
  db
    .selectFrom('enquiry as e')
    .leftJoin('customer as c', 'c.id', 'e.customerId')
    .leftJoin('vehicle as v', 'v.id', 'e.vehicleId')
    .leftJoin('staff as s', 's.id', 'e.expertId')
    .selectAll('e')
    .select(['c.name as customerName', 'v.plate', 's.displayName as expertName'])
    .where('e.deletedAt', 'is', null);

export type SelectedEnquiry = Awaited<ReturnType<ReturnType<typeof enquirySelection>['execute']>>[number];

/** @param now UTC ms */
export const enquiryRowOf = (row: SelectedEnquiry, now: number): EnquiryRow => ({
  id: row.id,
  version: row.version,
  number: row.number,
  question: row.question,
  topic: row.topic as 'other',
  state: row.state as 'open',
  customerId: row.customerId,
  name: row.customerName ?? row.strangerName,
  plate: row.plate,
  expertId: row.expertId,
  expertName: row.expertName,
  receivedAt: row.receivedAt,
  dueAt: row.dueAt,
  overdue: row.answeredAt === null && row.closedAt === null && row.dueAt < now,
  answeredAt: row.answeredAt,
  closedAt: row.closedAt,
});

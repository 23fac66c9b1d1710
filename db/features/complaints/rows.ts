import type { ClockState, ComplaintRow } from '../../contract/complaintViews.ts';
import { addDays } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';
import type { ComplaintClocks } from './clocks.ts';
import type { CodeNames } from './codeNames.ts';

/** Complaints with all that a row shows; narrowed and ordered by the caller. */
export const complaintSelection = (db: ReadDb) =>
  db
    .selectFrom('complaint as k')
    .leftJoin('customer as c', 'c.id', 'k.customerId')
    .leftJoin('vehicle as v', 'v.id', 'k.vehicleId')
    .leftJoin('staff as s', 's.id', 'k.ownerId')
    .selectAll('k')
    .select(['c.name as customerName', 'v.plate', 's.displayName as ownerName'])
    .where('k.deletedAt', 'is', null);

export type SelectedComplaint = Awaited<ReturnType<ReturnType<typeof complaintSelection>['execute']>>[number];

/** The clock that matters now: 响应, then 解决; null once solved. */
export const clockThatMatters = (
  row: Pick<SelectedComplaint, 'step' | 'acknowledgedAt' | 'solvedAt'>,
  clocks: ComplaintClocks,
): ClockState | null => {
  if (row.step === 'closed' || row.solvedAt !== null) return null;
  return row.acknowledgedAt === null ? clocks.acknowledge : clocks.solve;
};

export const isUnexplained = (clocks: ComplaintClocks): boolean =>
  clocks.acknowledge.reasonMissing || clocks.solve.reasonMissing;

/** @param askBackAfterDays of the rule by which the complaint goes */
export const complaintRowOf = (
  row: SelectedComplaint,
  clocks: ComplaintClocks,
  names: CodeNames,
  askBackAfterDays: number,
): ComplaintRow => ({
  id: row.id,
  version: row.version,
  number: row.number,
  title: row.title,
  step: row.step as 'received',
  severity: row.severity as 'minor',
  category: row.category,
  categoryName: names.category(row.category),
  department: row.department,
  departmentName: names.department(row.department),
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  customerId: row.customerId,
  name: row.customerName ?? row.strangerName,
  vehicleId: row.vehicleId,
  plate: row.plate,
  receivedAt: row.receivedAt,
  closedAt: row.closedAt,
  clock: clockThatMatters(row, clocks),
  breached: isUnexplained(clocks),
  askBackDay: row.doneDay === null ? null : addDays(row.doneDay, askBackAfterDays),
});

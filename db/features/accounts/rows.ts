import { sql } from 'kysely';
import type { AccountPlanRow } from '../../contract/accounts.ts';
import { daysBetween } from '../../domain/day.ts';
import type { ReadDb } from '../../store/handler.ts';

/** Received in a year, given as SQL for its four digits. */
const spendIn = (year: ReturnType<typeof sql>) => sql<number>`(SELECT coalesce(sum(t.amountFen), 0) FROM visit t
  WHERE t.customerId = p.customerId AND t.voidedAt IS NULL AND t.deletedAt IS NULL
    AND t.day BETWEEN ${year} || '-01-01' AND ${year} || '-12-31')`;

/** Plans with all that a row shows; narrowed and ordered by the caller. */
export const planSelection = (db: ReadDb) =>
  db
    .selectFrom('accountPlan as p')
    .innerJoin('customer as c', 'c.id', 'p.customerId')
    .leftJoin('staff as s', 's.id', 'p.ownerId')
    .selectAll('p')
    .select([
      'c.name as customerName',
      'c.kind',
      's.displayName as ownerName',
      sql<number>`(SELECT count(*) FROM vehicle v WHERE v.customerId = p.customerId AND v.deletedAt IS NULL AND v.status = 'active')`.as(
        'vehicles',
      ),
      spendIn(sql`p.year`).as('spendFen'),
      spendIn(sql`(p.year - 1)`).as('spendBeforeFen'),
    ])
    .where('p.deletedAt', 'is', null)
    .where('c.deletedAt', 'is', null);

type Selected = Awaited<ReturnType<ReturnType<typeof planSelection>['execute']>>[number];

const reviewOf = (row: Selected): AccountPlanRow['review'] =>
  row.reviewedDay === null || row.rating === null
    ? null
    : {
        day: row.reviewedDay,
        result: row.result ?? '',
        rating: row.rating as 'met',
        next: row.next,
        by: row.reviewedBy ?? '',
      };

export const planRowOf = (row: Selected, today: string): AccountPlanRow => ({
  id: row.id,
  version: row.version,
  customerId: row.customerId,
  customerName: row.customerName,
  kind: row.kind as 'company',
  year: row.year,
  goals: row.goals,
  measures: row.measures,
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  reviewDay: row.reviewDay,
  days: row.reviewedDay === null ? daysBetween(today, row.reviewDay) : null,
  review: reviewOf(row),
  vehicleCount: row.vehicles,
  spendFen: row.spendFen,
  spendBeforeFen: row.spendBeforeFen,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

import { type Selectable, sql } from 'kysely';
import type { AgencyRow } from '../../contract/clubServices.ts';
import { notFound } from '../../contract/errors.ts';
import type { Day } from '../../domain/day.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';
import { documentsOf } from '../clubServices/documents.ts';
import { whoseRow } from '../clubServices/whoseRow.ts';

export type AgencyJob = Selectable<Tables['agencyJob']>;

/** @throws CareError NOT_FOUND `agency-not-found` */
export const agencyJobOf = async (db: ReadDb, id: string): Promise<AgencyJob> => {
  const row = await db
    .selectFrom('agencyJob')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('agency');
  return row;
};

/** Jobs (j) with all that a row shows; narrowed and ordered by the caller. */
export const agencySelection = (db: ReadDb) =>
  db
    .selectFrom('agencyJob as j')
    .innerJoin('customer as c', 'c.id', 'j.customerId')
    .leftJoin('vehicle as v', 'v.id', 'j.vehicleId')
    .leftJoin('staff as s', 's.id', 'j.ownerId')
    .selectAll('j')
    .select(['c.name as customerName', 'v.plate', 'v.series', 's.displayName as ownerName'])
    .select(
      sql<
        string | null
      >`(SELECT number FROM customerPhone p WHERE p.customerId = j.customerId ORDER BY p.position LIMIT 1)`.as('phone'),
    );

export type SelectedAgency = Awaited<ReturnType<ReturnType<typeof agencySelection>['execute']>>[number];

/** Not ready, and the day that was agreed is past (逾期). */
export const isLate = ({ readyAt, endedAt, dueDay }: AgencyJob, today: Day): boolean =>
  endedAt === null && readyAt === null && dueDay !== null && dueDay < today;

export const agencyRowOf = (row: SelectedAgency, today: Day, tierNames: ReadonlyMap<string, string>): AgencyRow => ({
  ...whoseRow(row, tierNames),
  kind: row.kind as 'other',
  state: row.state as 'taken',
  dueDay: row.dueDay,
  late: isLate(row, today),
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  feeFen: row.feeFen,
  officialFen: row.officialFen,
  paid: row.paid === 1,
  documents: documentsOf(row.documents),
  note: row.note,
  readyAt: row.readyAt,
  endedAt: row.endedAt,
  handedBackTo: row.handedBackTo,
  cancelReason: row.cancelReason,
});

import { type Selectable, sql } from 'kysely';
import type { ClaimRow } from '../../contract/clubServices.ts';
import { notFound } from '../../contract/errors.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';
import { documentsOf } from '../clubServices/documents.ts';
import { whoseRow } from '../clubServices/whoseRow.ts';

export type Claim = Selectable<Tables['claim']>;

/** @throws CareError NOT_FOUND `claim-not-found` */
export const claimOf = async (db: ReadDb, id: string): Promise<Claim> => {
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('claim');
  return row;
};

/** Claims (j) with all that a row shows; narrowed and ordered by the caller. */
export const claimSelection = (db: ReadDb) =>
  db
    .selectFrom('claim as j')
    .innerJoin('customer as c', 'c.id', 'j.customerId')
    .innerJoin('vehicle as v', 'v.id', 'j.vehicleId')
    .leftJoin('policy as p', 'p.id', 'j.policyId')
    .leftJoin('staff as s', 's.id', 'j.ownerId')
    .selectAll('j')
    .select(['c.name as customerName', 'v.plate', 'v.series', 'p.insurer as policyInsurer'])
    .select('s.displayName as ownerName')
    .select(
      sql<
        string | null
      >`(SELECT number FROM customerPhone p WHERE p.customerId = j.customerId ORDER BY p.position LIMIT 1)`.as('phone'),
    );

export type SelectedClaim = Awaited<ReturnType<ReturnType<typeof claimSelection>['execute']>>[number];

export const claimRowOf = (row: SelectedClaim, tierNames: ReadonlyMap<string, string>): ClaimRow => ({
  ...whoseRow(row, tierNames),
  kind: row.kind as 'assisted',
  state: row.state as 'reported',
  accidentDay: row.accidentDay,
  place: row.place,
  what: row.what,
  policyId: row.policyId,
  insurer: row.insurer ?? row.policyInsurer,
  caseNo: row.caseNo,
  estimateFen: row.estimateFen,
  paidFen: row.paidFen,
  documents: documentsOf(row.documents),
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  note: row.note,
  endedAt: row.endedAt,
  handedBackTo: row.handedBackTo,
});

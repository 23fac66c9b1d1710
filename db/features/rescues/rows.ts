import { type Selectable, sql } from 'kysely';
import type { RescueRow } from '../../contract/clubServices.ts';
import { notFound } from '../../contract/errors.ts';
import { minutesToArrival } from '../../domain/club/rescueClock.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';
import { whoseRow } from '../clubServices/whoseRow.ts';

export type Rescue = Selectable<Tables['rescue']>;

/** @throws CareError NOT_FOUND `rescue-not-found` */
export const rescueOf = async (db: ReadDb, id: string): Promise<Rescue> => {
  const row = await db
    .selectFrom('rescue')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('rescue');
  return row;
};

/** Rescues (j) with all that a row shows; narrowed and ordered by the caller. A use that was given back is none. */
export const rescueSelection = (db: ReadDb) =>
  db
    .selectFrom('rescue as j')
    .leftJoin('customer as c', 'c.id', 'j.customerId')
    .leftJoin('vehicle as v', 'v.id', 'j.vehicleId')
    .leftJoin('benefitUse as b', (join) =>
      join.onRef('b.id', '=', 'j.benefitUseId').on('b.takenBackAt', 'is', null).on('b.deletedAt', 'is', null),
    )
    .selectAll('j')
    .select(['c.name as customerName', 'v.plate', 'v.series', 'b.id as useId'])
    .select(
      sql<
        string | null
      >`(SELECT number FROM customerPhone p WHERE p.customerId = j.customerId ORDER BY p.position LIMIT 1)`.as('phone'),
    );

export type SelectedRescue = Awaited<ReturnType<ReturnType<typeof rescueSelection>['execute']>>[number];

/** @param now UTC ms */
export const rescueRowOf = (row: SelectedRescue, now: number, tierNames: ReadonlyMap<string, string>): RescueRow => ({
  ...whoseRow(row, tierNames),
  kind: row.kind as 'other',
  state: row.state as 'called',
  place: row.place,
  trouble: row.trouble,
  calledAt: row.calledAt,
  dispatchedAt: row.dispatchedAt,
  arrivedAt: row.arrivedAt,
  endedAt: row.endedAt,
  crew: row.crew,
  feeFen: row.feeFen,
  onQuota: row.useId !== null,
  result: row.result,
  cancelReason: row.cancelReason,
  minutes: minutesToArrival(row, now),
});

import { type SqlBool, sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { ProspectRow } from '../../contract/prospects.ts';
import { addYears, daysBetween } from '../../domain/day.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { wordsOf } from '../customers/rows.ts';
import { settingsOn } from '../settings/settings.ts';

/** Bought on or before this day, a car is old enough for 置换 (setting `tradeInYears`). */
export const tradeInBefore = async (db: ReadDb, today: string): Promise<string> =>
  addYears(today, -(await settingsOn(db, today)).tradeInYears);

/** Owns a car that old. */
export const ownsOldCar = (before: string) =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM vehicle v WHERE v.customerId = c.id AND v.deletedAt IS NULL AND v.status = 'active'
    AND coalesce(v.deliveryDay, v.purchaseDay) <= ${before})`;

/** Prospects with all that a row shows; narrowed and ordered by the caller. */
export const prospectSelection = (db: ReadDb, oldBefore: string) =>
  db
    .selectFrom('prospect as p')
    .innerJoin('customer as c', 'c.id', 'p.customerId')
    .leftJoin('staff as s', 's.id', 'p.nextOwnerId')
    .selectAll('p')
    .select([
      'c.name as customerName',
      'c.version as customerVersion',
      'c.stage',
      's.displayName as ownerName',
      sql<
        string | null
      >`(SELECT f.number FROM customerPhone f WHERE f.customerId = c.id ORDER BY f.position LIMIT 1)`.as('phone'),
      sql<number>`(SELECT count(*) FROM testDrive t WHERE t.prospectId = p.id AND t.deletedAt IS NULL)`.as('drives'),
      sql<string | null>`(SELECT max(t.day) FROM testDrive t WHERE t.prospectId = p.id AND t.deletedAt IS NULL)`.as(
        'lastDriveDay',
      ),
      ownsOldCar(oldBefore).as('oldCar'),
    ])
    .where('p.deletedAt', 'is', null)
    .where('c.deletedAt', 'is', null);

export type SelectedProspect = Awaited<ReturnType<ReturnType<typeof prospectSelection>['execute']>>[number];

export const prospectRowOf = (row: SelectedProspect, today: string): ProspectRow => ({
  id: row.id,
  version: row.version,
  state: row.state as 'open',
  customerId: row.customerId,
  customerName: row.customerName,
  customerVersion: row.customerVersion,
  isNew: row.stage === 'prospect',
  phoneMasked: row.phone ? maskPhone(row.phone) : null,
  models: wordsOf(row.models),
  budgetFromFen: row.budgetFromFen,
  budgetToFen: row.budgetToFen,
  source: row.source,
  tradeIn: row.tradeIn === 1,
  tradeInNote: row.tradeInNote,
  tradeInSignal: Number(row.oldCar) === 1,
  next:
    row.nextWhat === null || row.nextDay === null
      ? null
      : {
          what: row.nextWhat,
          day: row.nextDay,
          ownerId: row.nextOwnerId,
          ownerName: row.ownerName,
          days: daysBetween(today, row.nextDay),
        },
  testDrives: row.drives,
  lastTestDriveDay: row.lastDriveDay,
  note: row.note,
  lostReason: row.lostReason,
  closedDay: row.closedDay,
  vehicleId: row.vehicleId,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const prospectOf = async (db: ReadDb, id: string, ctx: QueryContext): Promise<ProspectRow> => {
  const row = await prospectSelection(db, await tradeInBefore(db, ctx.today()))
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('prospect');
  return prospectRowOf(row, ctx.today());
};

const standing: Readonly<Record<ProspectRow['state'], string>> = {
  open: 'prospect-open',
  bought: 'prospect-bought',
  lost: 'prospect-lost',
};

/**
 * A prospect as the desk that acts on it saw it.
 *
 * @throws CareError CONFLICT with the row as it stands where another desk was quicker, or where it is in another state
 */
export const prospectAsSeen = async (
  db: ReadDb,
  key: { readonly id: string; readonly version: number },
  state: ProspectRow['state'],
  ctx: QueryContext,
): Promise<ProspectRow> => {
  const current = await prospectOf(db, key.id, ctx);
  if (current.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current });
  if (current.state !== state) throw new CareError('CONFLICT', { reason: standing[current.state], current });
  return current;
};

import { CareError } from '../../contract/errors.ts';
import type { EditableTable, WriteDb } from '../../store/handler.ts';
import { factNames } from '../complaints/changedFacts.ts';
import { carOf, refuseDeliveredOtherwise, refuseOnBoard } from '../deliveries/record.ts';
import { refuseKeptTwice } from '../enquiries/kept.ts';
import { refuseGivenOut } from '../paper/codes.ts';
import { touchedSince } from './history.ts';

type Row = Readonly<Record<string, unknown>>;

const conflict = (reason: string, values: Record<string, string | number>): CareError =>
  new CareError('CONFLICT', { reason, values });

const vin = async (db: WriteDb, row: Row): Promise<void> => {
  if (typeof row['vin'] !== 'string' || row['status'] !== 'active') return;
  const other = await db
    .selectFrom('vehicle')
    .innerJoin('customer', 'customer.id', 'vehicle.customerId')
    .select(['customer.id', 'customer.name'])
    .where('vehicle.vin', '=', row['vin'])
    .where('vehicle.deletedAt', 'is', null)
    .where('vehicle.status', '=', 'active')
    .where('vehicle.id', '!=', String(row['id']))
    .executeTakeFirst();
  if (other) throw conflict('vin-known', { name: other.name, customerId: other.id });
};

const campaign = async (db: WriteDb, row: Row): Promise<void> => {
  const other = await db
    .selectFrom('recall')
    .select(['id', 'title'])
    .where('number', '=', String(row['number']))
    .where('deletedAt', 'is', null)
    .where('id', '!=', String(row['id']))
    .executeTakeFirst();
  if (other) throw conflict('recall-number-known', { title: other.title, recallId: other.id });
};

const listedVin = async (db: WriteDb, row: Row): Promise<void> => {
  const other = await db
    .selectFrom('recallVehicle')
    .select('id')
    .where('recallId', '=', String(row['recallId']))
    .where('vin', '=', String(row['vin']))
    .where('deletedAt', 'is', null)
    .where('id', '!=', String(row['id']))
    .executeTakeFirst();
  if (other) throw new CareError('CONFLICT', { reason: 'undo-changed-since' });
};

/** The first of them that was written since the command: two plans of a year, or two open wishes, may have come by a merge before. */
const newer = async (
  db: WriteDb,
  found: readonly { readonly id: string }[],
  command: number,
): Promise<string | null> => {
  for (const { id } of found) if (await touchedSince(db, id, command)) return id;
  return null;
};

const plan = async (db: WriteDb, row: Row, command: number): Promise<void> => {
  const found = await db
    .selectFrom('accountPlan')
    .select('id')
    .where('customerId', '=', String(row['customerId']))
    .where('year', '=', Number(row['year']))
    .where('deletedAt', 'is', null)
    .where('id', '!=', String(row['id']))
    .execute();
  const planId = await newer(db, found, command);
  if (planId) throw conflict('account-plan-known', { planId, year: Number(row['year']) });
};

const wish = async (db: WriteDb, row: Row, command: number): Promise<void> => {
  if (row['state'] !== 'open') return;
  const found = await db
    .selectFrom('prospect')
    .select('id')
    .where('customerId', '=', String(row['customerId']))
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .where('id', '!=', String(row['id']))
    .execute();
  const prospectId = await newer(db, found, command);
  if (prospectId) throw conflict('prospect-open', { prospectId });
};

/** What is archived stays as it was archived. */
const livingComplaint = async (_db: WriteDb, row: Row): Promise<void> => {
  if (row['step'] === 'closed') throw new CareError('CONFLICT', { reason: 'complaint-closed' });
};

const keptOnce = async (db: WriteDb, row: Row): Promise<void> => {
  if (typeof row['enquiryId'] === 'string') await refuseKeptTwice(db, row['enquiryId']);
};

/** A car is on the board once, while it is the customer's and was not handed over by another delivery. */
const onBoardOnce = async (db: WriteDb, row: Row): Promise<void> => {
  if (row['deliveredAt'] !== null || row['cancelledAt'] !== null) return;
  const [id, vehicleId, customerId] = [String(row['id']), String(row['vehicleId']), String(row['customerId'])];
  await carOf(db, { vehicleId, customerId });
  await refuseOnBoard(db, vehicleId, id);
  await refuseDeliveredOtherwise(db, vehicleId, id);
};

/** A row that waits again must be the only one that its code names. */
const waitingCode =
  (table: 'paperRow' | 'callSheetRow') =>
  async (db: WriteDb, row: Row): Promise<void> => {
    if (row['state'] === 'open') await refuseGivenOut(db, table, { id: String(row['id']), code: String(row['code']) });
  };

/** What there is once only, or only while it is open, by the columns that say so. */
const once: Readonly<
  Partial<
    Record<
      EditableTable,
      { columns: readonly string[]; check: (db: WriteDb, row: Row, command: number) => Promise<void> }
    >
  >
> = {
  vehicle: { columns: ['vin', 'status'], check: vin },
  recall: { columns: ['number'], check: campaign },
  recallVehicle: { columns: ['vin', 'recallId'], check: listedVin },
  accountPlan: { columns: ['year'], check: plan },
  prospect: { columns: ['state'], check: wish },
  complaint: { columns: factNames, check: livingComplaint },
  keptAnswer: { columns: ['enquiryId'], check: keptOnce },
  paperRow: { columns: ['state'], check: waitingCode('paperRow') },
  callSheetRow: { columns: ['state'], check: waitingCode('callSheetRow') },
  delivery: { columns: ['deliveredAt', 'cancelledAt'], check: onBoardOnce },
};

/**
 * A row brought back, or a column put back, must not stand beside another that took its place since.
 *
 * @param patch the columns that are put back; null where the whole row is
 * @param command the one that is undone
 */
export const refuseTaken = async (
  db: WriteDb,
  table: EditableTable,
  row: Row,
  patch: Row | null,
  command: number,
): Promise<void> => {
  const rule = once[table];
  if (!rule || (patch && !rule.columns.some((column) => column in patch))) return;
  await rule.check(db, { ...row, ...patch }, command);
};

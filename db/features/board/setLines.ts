import type { Insertable, Selectable } from 'kysely';
import { badField, CareError, type FieldProblem, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandHandler, WriteDb } from '../../store/handler.ts';
import { settleVisit } from '../points/settleVisit.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';
import { mileageWarnings } from '../vehicles/log.ts';
import { visitCard } from './cards.ts';

type Board = Contract['board'];
type Line = Selectable<Tables['visitLine']>;
type NewLine = Insertable<Tables['visitLine']>;

/**
 * Costs are entered by managers only, and whoever else saves the lines does not see them: a line that is still there,
 * by category and description, keeps the one it had.
 */
const keepCosts = (lines: readonly NewLine[], before: readonly Line[]): NewLine[] => {
  const left = [...before];
  return lines.map((line) => {
    const at = left.findIndex((old) => old.category === line.category && old.description === line.description);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return { ...line, costFen: same?.costFen ?? null };
  });
};

const refuseKnownOrder = async (db: WriteDb, orderNo: string, visitId: string): Promise<void> => {
  const known = await db
    .selectFrom('visit')
    .select(['id', 'day'])
    .where('orderNo', '=', orderNo)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (known && known.id !== visitId) {
    throw new CareError('CONFLICT', { reason: 'order-number-known', values: { orderNo, day: known.day } });
  }
};

const writeMileage = async (
  db: WriteDb,
  visit: { readonly id: string; readonly vehicleId: string; readonly day: string },
  km: number | null,
): Promise<FieldProblem[]> => {
  const source = `visit:${visit.id}`;
  await db.deleteFrom('mileageLog').where('vehicleId', '=', visit.vehicleId).where('source', '=', source).execute();
  if (km === null) return [];
  const warnings = await mileageWarnings(db, visit.vehicleId, visit.day, km);
  await db.insertInto('mileageLog').values({ vehicleId: visit.vehicleId, day: visit.day, km, source }).execute();
  return warnings;
};

/** What was done and received (工单明细), as it stands now; the visit's amount is their sum. */
export const setLines: CommandHandler<Board['setLines']> = async (db, input, ctx) => {
  const visit = await db
    .selectFrom('visit')
    .selectAll()
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.version !== input.version) {
    const current = visit.step && visit.voidedAt === null ? await visitCard(db, visit.id, ctx) : visit;
    throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current });
  }
  if (visit.voidedAt !== null) throw new CareError('CONFLICT', { reason: 'visit-void-already' });
  const seesCost = ctx.actor.role === 'manager' || ctx.actor.role === 'admin';
  const costAt = input.lines.findIndex((line) => line.costFen !== null);
  if (!seesCost && costAt >= 0) throw badField(`lines.${costAt}.costFen`, 'cost-not-allowed');
  const orderNo = input.orderNo === undefined ? visit.orderNo : input.orderNo || null;
  if (orderNo && orderNo !== visit.orderNo) await refuseKnownOrder(db, orderNo, visit.id);

  const before = await db
    .selectFrom('visitLine')
    .selectAll()
    .where('visitId', '=', visit.id)
    .orderBy('position')
    .execute();
  const given: NewLine[] = input.lines.map((line, position) => ({ visitId: visit.id, position, ...line }));
  const lines = seesCost ? given : keepCosts(given, before);
  const adviser = input.adviserId
    ? (await activeStaff(db, input.adviserId, 'adviserId')).displayName
    : input.adviserId === null
      ? null
      : visit.adviser;
  const saved = await ctx.rows.update(
    'visit',
    { id: visit.id, version: input.version },
    {
      amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
      mileage: input.mileage === undefined ? visit.mileage : input.mileage,
      note: input.note === undefined ? visit.note : input.note || null,
      orderNo,
      adviser,
    },
    { owner: visit.customerId, ...differing(before, lines) },
  );
  await db.deleteFrom('visitLine').where('visitId', '=', visit.id).execute();
  if (lines.length > 0) await db.insertInto('visitLine').values(lines).execute();
  const mileage = input.mileage ?? null;
  const warnings =
    input.mileage !== undefined && mileage !== visit.mileage ? await writeMileage(db, visit, mileage) : [];
  await refreshVehicle(db, visit.vehicleId);
  await refreshCustomer(db, visit.customerId);
  await ctx.reindex(visit.customerId);
  await settleVisit(db, visit.id, ctx);
  ctx.about('visit', visit.id);
  ctx.touch(`customer:${visit.customerId}`);
  return {
    version: saved.version,
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    card: visit.step === null ? null : await visitCard(db, visit.id, ctx),
    warnings,
  };
};

const columnsOf = ({ visitId, position, category, description, amountFen, listFen, costFen }: NewLine): NewLine => ({
  visitId,
  position,
  category,
  description: description ?? null,
  amountFen,
  listFen: listFen ?? null,
  costFen: costFen ?? null,
});

/** Whole lines beside the row's change, in one order of columns, only where they changed. */
const differing = (before: readonly Line[], after: readonly NewLine[]) => {
  const lines = { before: before.map(columnsOf), after: after.map(columnsOf) };
  return JSON.stringify(lines.before) === JSON.stringify(lines.after)
    ? {}
    : { before: { lines: lines.before }, after: { lines: lines.after } };
};

import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { moved, movesOf } from '../../domain/visitSteps.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { releaseVouchers } from '../rewards/releaseVouchers.ts';
import { refreshCustomer, refreshVehicle } from '../vehicles/derived.ts';
import { bookingCard, type SelectedVisit, timesOf, visitCard, visitSelection } from './cards.ts';

type Board = Contract['board'];

/** The card as the desk saw it; if another desk was quicker, or voided it, that comes before any judging of the step. */
const asSeen = async (db: WriteDb, id: string, version: number, ctx: CommandContext): Promise<SelectedVisit> => {
  const row = await visitSelection(db, ctx.today()).where('t.id', '=', id).executeTakeFirst();
  if (!row) throw await whyNotThere(db, id, version);
  if (row.version !== version) {
    throw new CareError('CONFLICT', {
      reason: 'changed-meanwhile',
      current: await visitCard(db, id, ctx),
      values: await changedBy(db, id, version),
    });
  }
  return row;
};

/** Who did it since that version, and where to it was moved where it was: what the other desk is told. */
const changedBy = async (db: WriteDb, id: string, version: number): Promise<{ by?: string; step?: string }> => {
  const rows = await db
    .selectFrom('changeLog')
    .innerJoin('auditLog', 'auditLog.seq', 'changeLog.command')
    .leftJoin('staff', 'staff.id', 'auditLog.actor')
    .select(['changeLog.op', 'changeLog.after', 'staff.displayName'])
    .where('changeLog.entityId', '=', id)
    .where('changeLog.version', '>', version)
    .orderBy('changeLog.seq', 'desc')
    .execute();
  const stepOf = (row: (typeof rows)[number]): string | null =>
    row.op === 'delete'
      ? 'booked'
      : (((JSON.parse(row.after ?? '{}') as { step?: string }).step ?? null) as string | null);
  const change = rows.find((row) => stepOf(row) !== null) ?? rows[0];
  const step = change ? stepOf(change) : null;
  return { ...(change?.displayName ? { by: change.displayName } : {}), ...(step ? { step } : {}) };
};

const whyNotThere = async (db: WriteDb, id: string, version: number): Promise<CareError> => {
  const row = await db
    .selectFrom('visit')
    .select(['version', 'voidedAt', 'deletedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.deletedAt != null && row.version > version) {
    return new CareError('CONFLICT', { reason: 'changed-meanwhile', values: await changedBy(db, id, version) });
  }
  if (!row || row.deletedAt !== null) return notFound('visit');
  if (row.voidedAt !== null) return new CareError('CONFLICT', { reason: 'visit-void-already' });
  return badField('to', 'step-impossible');
};

/** The wrong booking was clicked: its visit goes, with the reading that came with it, and the booking stands again. */
const backToBooking = async (db: WriteDb, visit: SelectedVisit, appointmentId: string, ctx: CommandContext) => {
  if (visit.lineCount > 0) throw new CareError('CONFLICT', { reason: 'visit-has-lines' });
  const owner = visit.customerId;
  await ctx.rows.update(
    'appointment',
    { id: appointmentId, version: null },
    { state: 'booked', visitId: null },
    { owner },
  );
  await ctx.rows.remove('visit', { id: visit.id, version: visit.version }, { owner });
  await releaseVouchers(db, visit.id, ctx);
  await db
    .deleteFrom('mileageLog')
    .where('vehicleId', '=', visit.vehicleId)
    .where('source', '=', `visit:${visit.id}`)
    .execute();
  await refreshVehicle(db, visit.vehicleId);
  await refreshCustomer(db, visit.customerId);
  ctx.touch('customers');
  ctx.touch('vehicles');
};

/** One card, one step (看板移动). */
export const move: CommandHandler<Board['move']> = async (db, input, ctx) => {
  const { id, version, to } = input;
  const visit = await asSeen(db, id, version, ctx);
  const times = timesOf(visit);
  if (!movesOf(times, visit.appointmentId !== null).includes(to)) throw badField('to', 'step-impossible');
  ctx.about('visit', id);
  ctx.touch(`customer:${visit.customerId}`);
  if (to === 'booked') {
    if (visit.appointmentId === null) throw badField('to', 'step-impossible');
    await backToBooking(db, visit, visit.appointmentId, ctx);
    return { id, card: null, booking: await bookingCard(db, visit.appointmentId, ctx) };
  }
  const { step, inWorkAt, readyAt, leftAt } = moved(times, to, ctx.now());
  await ctx.rows.update('visit', { id, version }, { step, inWorkAt, readyAt, leftAt }, { owner: visit.customerId });
  return { id, card: await visitCard(db, id, ctx), booking: null };
};

import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { complaintOf } from './asSeen.ts';
import { type Compensated, type Compensation, compensationOf, valuesOf } from './compensationRows.ts';
import { giveCompensation } from './giveCompensation.ts';
import { announce, writeEvent } from './record.ts';

/** What was asked, as the row keeps it. */
const whatOf = ({ kind, amountFen, points, name, validDays }: Compensation): Compensated => {
  if (kind === 'points') return { kind: 'points', points: points ?? 0 };
  if (kind === 'voucher') return { kind: 'voucher', name: name ?? '', valueFen: amountFen, validDays: validDays ?? 1 };
  return { kind: 'amount', amountFen };
};

/**
 * A manager granted it: it is given as things stand now, in the name of who asked.
 *
 * @throws CareError NOT_FOUND, and as giving does
 */
export const giveWaiting = async (db: WriteDb, id: string, ctx: CommandContext): Promise<void> => {
  const row = await compensationOf(db, id);
  const complaint = await complaintOf(db, row.complaintId);
  const approvedBy = ctx.actor.name;
  const { reason, byName } = row;
  const given = await giveCompensation(db, { id, complaint, what: whatOf(row), reason, byName, approvedBy }, ctx);
  const patch = { state: 'given', approvedBy, ...given };
  await ctx.rows.update('compensation', { id, version: null }, patch, { owner: null });
  await writeEvent(db, ctx, complaint.id, { kind: 'compensation', text: reason, values: valuesOf(row, 'given') });
  announce(ctx, complaint);
  ctx.touch('complaints');
};

/** A manager refused it, or who asked thought better of it: nothing is given. */
export const refuseWaiting = async (
  db: WriteDb,
  id: string,
  decision: { readonly state: 'refused' | 'withdrawn'; readonly note: string | null },
  ctx: CommandContext,
): Promise<void> => {
  const row = await compensationOf(db, id);
  await ctx.rows.update('compensation', { id, version: null }, { state: 'refused' }, { owner: null });
  const values = valuesOf(row, decision.state);
  await writeEvent(db, ctx, row.complaintId, { kind: 'compensation', text: decision.note, values });
  ctx.touch(`complaint:${row.complaintId}`);
  ctx.touch('complaints');
};

import type { ComplaintTerms } from '../../contract/complaintRules.ts';
import { type ComplaintClock, complaintClock } from '../../contract/complaintTerms.ts';
import { alertDue, type DueAlert } from '../../domain/complaints/alerts.ts';
import type { ReadDb } from '../../store/handler.ts';
import { type ClockContext, clockColumns, workedClocksOf } from './clocks.ts';

/** Somebody has to be told of a clock. */
export interface DueComplaintAlert extends DueAlert {
  readonly complaintId: string;
  readonly clock: ComplaintClock;
  readonly round: number;
  readonly severity: string;
  readonly ownerId: string | null;
  readonly terms: ComplaintTerms;
}

/** What has to be told now of all complaints that are not closed (提醒与升级). */
export const dueAlerts = async (db: ReadDb, ctx: ClockContext): Promise<readonly DueComplaintAlert[]> => {
  const rows = await db
    .selectFrom('complaint')
    .select([...clockColumns, 'ownerId'])
    .where('step', '<>', 'closed')
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('acknowledgedAt', 'is', null), eb('solvedAt', 'is', null)]))
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  const worked = await workedClocksOf(db, rows, ctx);
  return rows.flatMap((row) => {
    const clocks = worked.get(row.id);
    if (!clocks) return [];
    const { terms } = clocks;
    return complaintClock.options.flatMap((kind) => {
      const { clock, round, told } = clocks[kind];
      const due = alertDue(
        clock,
        terms.warnPercents,
        told.map(({ percent }) => percent),
      );
      const { id: complaintId, severity, ownerId } = row;
      return due ? [{ ...due, complaintId, clock: kind, round, severity, ownerId, terms }] : [];
    });
  });
};

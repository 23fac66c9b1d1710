import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { closesWithoutAsking } from '../../domain/complaints/steps.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { complaintAsSeen, refuseOutOfStep } from './asSeen.ts';
import { clocksOf, lateNow } from './clocks.ts';
import { endPause } from './pauses.ts';
import { type Complaint, stepValues, writeDeed } from './record.ts';

const refuseUnknownCause = async (db: ReadDb, row: Complaint, cause: string, today: string): Promise<void> => {
  if (cause === row.cause) return;
  const { complaintCauses } = await settingsOn(db, today);
  if (!complaintCauses.some(({ code }) => code === cause)) throw badField('cause', 'cause-unknown');
};

const refuseUnexplained = async (db: ReadDb, row: Complaint, ctx: CommandContext): Promise<void> => {
  const clocks = (await clocksOf(db, [row], ctx)).get(row.id);
  const unexplained = clocks && (clocks.acknowledge.reasonMissing || clocks.solve.reasonMissing);
  if (unexplained) throw new CareError('CONFLICT', { reason: 'breach-reason-missing', current: row });
};

const refuseWaitingCompensation = async (db: ReadDb, row: Complaint): Promise<void> => {
  const waiting = await db
    .selectFrom('compensation')
    .select('id')
    .where('complaintId', '=', row.id)
    .where('state', '=', 'waiting')
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (waiting) throw new CareError('CONFLICT', { reason: 'compensation-waiting', current: row });
};

/** Clocks that nothing stopped before stop here; whether they were late is written as everywhere. */
const stopped = async (db: ReadDb, row: Complaint, at: number, ctx: CommandContext) => {
  const late = async (clock: 'acknowledge' | 'solve') => Number(await lateNow(db, row, clock, at, ctx));
  return {
    ...(row.acknowledgedAt === null ? { acknowledgeLate: await late('acknowledge') } : {}),
    ...(row.solvedAt === null && row.solveLate !== 1 ? { solveLate: await late('solve') } : {}),
  };
};

/** 归档 */
export const close: CommandHandler<Contract['complaints']['close']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  if (row.step === 'closed' || !closesWithoutAsking(input.outcome, row)) refuseOutOfStep(row, 'close');
  await refuseUnknownCause(db, row, input.cause, ctx.today());
  await refuseUnexplained(db, row, ctx);
  await refuseWaitingCompensation(db, row);
  const at = Math.max(ctx.now(), row.receivedAt);
  const late = await stopped(db, row, at, ctx);
  await endPause(db, ctx, row.id);
  return writeDeed(
    db,
    ctx,
    { complaint: row, version: input.version },
    { step: 'closed', closedAt: at, outcome: input.outcome, cause: input.cause, causeNote: input.causeNote, ...late },
    {
      kind: 'closed',
      text: input.text,
      values: { ...stepValues('closed', row.round), outcome: input.outcome, cause: input.cause },
    },
  );
};

import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { complaintAsSeen } from './asSeen.ts';
import { changedValues } from './changedFacts.ts';
import { lateNow } from './clocks.ts';
import { factColumns } from './facts.ts';
import { type Complaint, writeDeed } from './record.ts';

/**
 * Another severity has other terms from the beginning: what was written where a clock stopped is worked out anew, and only a late round
 * before this one stays late.
 */
const lateAnew = async (db: WriteDb, row: Complaint, severity: string, ctx: CommandContext) => {
  if (severity === row.severity) return {};
  const anew = { ...row, severity, acknowledgeLate: null, solveLate: null };
  const late = async (clock: 'acknowledge' | 'solve', at: number) => Number(await lateNow(db, anew, clock, at, ctx));
  const lateBefore = row.round > 1 && row.solveLate === 1;
  return {
    ...(row.acknowledgedAt === null ? {} : { acknowledgeLate: await late('acknowledge', row.acknowledgedAt) }),
    ...(row.solvedAt === null || lateBefore ? {} : { solveLate: await late('solve', row.solvedAt) }),
  };
};

/** 修改, while it is open. */
export const update: CommandHandler<Contract['complaints']['update']> = async (db, input, ctx) => {
  const { requestId: _requestId, id, version, ...facts } = input;
  const row = await complaintAsSeen(db, { id, version });
  if (row.step === 'closed') throw new CareError('CONFLICT', { reason: 'complaint-closed', current: row });
  const columns = await factColumns(db, facts, row, ctx);
  const values = await changedValues(db, { ...row }, columns, ctx.today());
  if (values === null) return { version };
  const late = await lateAnew(db, row, columns.severity, ctx);
  const saved = await writeDeed(
    db,
    ctx,
    { complaint: { ...row, customerId: columns.customerId }, version },
    { ...columns, ...late },
    { kind: 'changed', values },
  );
  if (row.customerId && row.customerId !== columns.customerId) ctx.touch(`customer:${row.customerId}`);
  return saved;
};

import type { Contract } from '../../contract/index.ts';
import { stepAfter } from '../../domain/complaints/steps.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { complaintAsSeen, refuseOutOfStep, stepOf } from './asSeen.ts';
import { lateNow } from './clocks.ts';
import { answered } from './contact.ts';
import { beginPause, endPause, openPause } from './pauses.ts';
import { stepValues, writeDeed } from './record.ts';

type Complaints = Contract['complaints'];

/** 调查 */
export const investigate: CommandHandler<Complaints['investigate']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'investigate');
  const step = stepAfter('investigate', stepOf(row));
  const values = step === row.step ? {} : stepValues(step, row.round);
  const told = { kind: 'investigation' as const, text: input.text, values };
  return writeDeed(db, ctx, { complaint: row, version: input.version }, { step }, told);
};

/** 提出方案: from here on the clock stands until the customer answers. */
export const propose: CommandHandler<Complaints['propose']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'propose');
  const step = stepAfter('propose', stepOf(row));
  const patch = { ...(await answered(db, row, Math.max(ctx.now(), row.receivedAt), ctx)), step };
  await endPause(db, ctx, row.id);
  await beginPause(db, ctx, row.id, { kind: 'proposed', reason: null });
  const values = stepValues(step, row.round);
  const told = { kind: 'proposal' as const, channel: input.channel, text: input.text, values };
  return writeDeed(db, ctx, { complaint: row, version: input.version }, patch, told);
};

/**
 * 客户认可 or not. Agreed to, it was solved when the solution was laid before the customer; refused, the clock runs on and it is under
 * investigation again.
 */
export const answer: CommandHandler<Complaints['answer']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'answer');
  const step = stepAfter('answer', stepOf(row), !input.accepted);
  const key = { complaint: row, version: input.version };
  const told = { text: input.text, values: stepValues(step, row.round) };
  const proposed = await openPause(db, row.id);
  await endPause(db, ctx, row.id);
  if (!input.accepted) return writeDeed(db, ctx, key, { step }, { kind: 'refused', ...told });
  const solvedAt = proposed?.fromAt ?? ctx.now();
  const isLate = await lateNow(db, row, 'solve', solvedAt, ctx);
  // a round that was late stays on the figures
  const solveLate = row.solveLate === 1 || isLate ? 1 : 0;
  return writeDeed(db, ctx, key, { step, solvedAt, solveLate }, { kind: 'accepted', ...told });
};

/** 完成 */
export const finish: CommandHandler<Complaints['finish']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'finish');
  const step = stepAfter('finish', stepOf(row));
  return writeDeed(
    db,
    ctx,
    { complaint: row, version: input.version },
    { step, doneAt: ctx.now(), doneDay: ctx.today() },
    { kind: 'done', text: input.text, values: stepValues(step, row.round) },
  );
};

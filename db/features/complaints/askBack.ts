import type { Contract } from '../../contract/index.ts';
import { stepAfter } from '../../domain/complaints/steps.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { complaintAsSeen, refuseOutOfStep, stepOf } from './asSeen.ts';
import { type Complaint, stepValues, writeDeed } from './record.ts';

type Complaints = Contract['complaints'];

/**
 * Opened again (重开): a new round with a whole new term. The first answer stays the answer; that a round was late stays on the figures.
 *
 * @param at UTC ms
 */
const newRound = (row: Complaint, step: string, at: number) => ({
  step,
  round: row.round + 1,
  // never before what it follows on: a machine's clock may have been set back
  roundAt: Math.max(at, row.roundAt, row.doneAt ?? 0, row.closedAt ?? 0),
  // closed without an answer, its first clock stopped there
  acknowledgedAt: row.acknowledgedAt ?? row.closedAt,
  solvedAt: null,
  solveLate: row.solveLate === 1 ? 1 : null,
  doneAt: null,
  doneDay: null,
  askedBackAt: null,
  askedScore: null,
  closedAt: null,
  outcome: null,
});

/** 回访: was it truly solved? */
export const askBack: CommandHandler<Complaints['askBack']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'askBack');
  const key = { complaint: row, version: input.version };
  const said = { kind: 'askedBack' as const, channel: input.channel, text: input.text };
  const score = input.score === null ? {} : { score: input.score };
  if (input.answer === 'unreached') {
    const saved = await writeDeed(db, ctx, key, {}, { ...said, values: { answer: 'unreached' } });
    return { ...saved, step: row.step };
  }
  const isSolved = input.answer === 'yes';
  const step = stepAfter('askBack', stepOf(row), !isSolved);
  const patch = isSolved ? { step, askedBackAt: ctx.now(), askedScore: input.score } : newRound(row, step, ctx.now());
  const round = isSolved ? row.round : row.round + 1;
  const values = { answer: input.answer, ...score, ...stepValues(step, round) };
  const saved = await writeDeed(db, ctx, key, patch, { ...said, values });
  return { ...saved, step };
};

/** 重开 */
export const reopen: CommandHandler<Complaints['reopen']> = async (db, input, ctx) => {
  const row = await complaintAsSeen(db, input);
  refuseOutOfStep(row, 'reopen');
  const step = stepAfter('reopen', stepOf(row));
  const told = { kind: 'reopened' as const, text: input.reason, values: stepValues(step, row.round + 1) };
  return writeDeed(db, ctx, { complaint: row, version: input.version }, newRound(row, step, ctx.now()), told);
};

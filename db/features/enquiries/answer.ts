import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { activeStaff } from '../staff/activeStaff.ts';
import { keptAnswerOf } from './kept.ts';
import { change, enquiryAsSeen, refuseClosed } from './record.ts';
import { dueFromNow, dueOf } from './term.ts';

type Enquiries = Contract['enquiries'];

/** 答复, or another wording of it: the first one stops the term. */
export const answer: CommandHandler<Enquiries['answer']> = async (db, input, ctx) => {
  const row = await enquiryAsSeen(db, input);
  refuseClosed(row);
  if (input.keptAnswerId && input.keptAnswerId !== row.keptAnswerId) await keptAnswerOf(db, input.keptAnswerId);
  const at = ctx.now();
  return change(ctx, row, {
    answer: input.text,
    keptAnswerId: input.keptAnswerId,
    answeredAt: row.answeredAt ?? at,
    answeredBy: ctx.actor.name,
    ...(input.close ? { state: 'closed', closedAt: at } : { state: 'answered' }),
  });
};

/** 转专家 */
export const handOver: CommandHandler<Enquiries['handOver']> = async (db, input, ctx) => {
  const row = await enquiryAsSeen(db, input);
  refuseClosed(row);
  if (row.state === 'answered') throw new CareError('CONFLICT', { reason: 'enquiry-answered', current: row });
  await activeStaff(db, input.expertId, 'expertId');
  return change(ctx, row, {
    state: 'handedOver',
    expertId: input.expertId,
    dueAt: await dueOf(db, input.dueAt, ctx),
    handedAt: ctx.now(),
    handNote: input.note,
  });
};

/** 归档: answered, or with why it needs no answer. */
export const close: CommandHandler<Enquiries['close']> = async (db, input, ctx) => {
  const row = await enquiryAsSeen(db, input);
  refuseClosed(row);
  if (row.state !== 'answered' && input.note === null) throw badField('note', 'enquiry-unanswered');
  return change(ctx, row, { state: 'closed', closedAt: ctx.now(), closeNote: input.note });
};

/** 重开: it waits again, with a whole new term; the answer that did not do is kept to read. */
export const reopen: CommandHandler<Enquiries['reopen']> = async (db, input, ctx) => {
  const row = await enquiryAsSeen(db, input);
  if (row.state === 'open' || row.state === 'handedOver') {
    throw new CareError('CONFLICT', { reason: 'enquiry-open', current: row });
  }
  return change(ctx, row, {
    state: row.expertId === null ? 'open' : 'handedOver',
    answeredAt: null,
    closedAt: null,
    closeNote: null,
    keptAnswerId: null,
    reopenNote: input.note,
    dueAt: await dueFromNow(db, ctx),
  });
};

import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { stepAfter } from '../../domain/complaints/steps.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { complaintOf, stepOf } from './asSeen.ts';
import { lateNow } from './clocks.ts';
import { type Complaint, stepValues, writeDeed } from './record.ts';

/** When we spoke to the customer: may be set back as far as the complaint, never forward. */
const contactAt = (row: Complaint, asked: number | undefined, ctx: CommandContext): number => {
  // a machine whose clock was set back has not answered before it was told
  if (asked === undefined) return Math.max(ctx.now(), row.receivedAt);
  if (asked > ctx.now()) throw badField('at', 'contact-ahead');
  if (asked < row.receivedAt) throw badField('at', 'contact-before-received');
  return asked;
};

/**
 * What the first word with the customer changes: the clock of 响应 stops at it. First is what happened first, in whichever order it was
 * written down.
 */
export const answered = async (db: WriteDb, row: Complaint, at: number, ctx: CommandContext) => {
  if (row.closedAt !== null || (row.acknowledgedAt !== null && row.acknowledgedAt <= at)) return {};
  return {
    acknowledgedAt: at,
    acknowledgeLate: Number(await lateNow(db, row, 'acknowledge', at, ctx)),
    step: stepAfter('contact', stepOf(row)),
  };
};

/** 联系 · 致歉 · 备注: without a version, because two people may write at once and neither is ever too late. */
export const contact: CommandHandler<Contract['complaints']['contact']> = async (db, input, ctx) => {
  const row = await complaintOf(db, input.id);
  const at = contactAt(row, input.at, ctx);
  const patch = input.kind === 'note' ? {} : await answered(db, row, at, ctx);
  const values = row.step === 'received' && 'step' in patch ? stepValues('acknowledged', row.round) : {};
  const told = { kind: input.kind, at, channel: input.channel, text: input.text, values };
  return writeDeed(db, ctx, { complaint: row, version: null }, patch, told);
};

import { managers } from '../../contract/entry.ts';
import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { requestApproval } from '../rewards/requestApproval.ts';
import { settingsOn } from '../settings/settings.ts';
import { complaintOf } from './asSeen.ts';
import { costOf, costSoFar, valuesOf } from './compensationRows.ts';
import { giveCompensation, refuseImpossible } from './giveCompensation.ts';
import { announce, type Complaint, writeEvent } from './record.ts';

/** Above the limit, all of one complaint together, a manager decides: exactly the limit does not wait. */
const needsApproval = async (
  db: ReadDb,
  complaint: Complaint,
  amountFen: number,
  ctx: CommandContext,
): Promise<boolean> => {
  if (managers.includes(ctx.actor.role)) return false;
  const { complaintTerms } = await settingsOn(db, complaint.receivedDay);
  return (await costSoFar(db, complaint.id)) + amountFen > complaintTerms.compensationLimitFen;
};

/** 补偿 */
export const compensate: CommandHandler<Contract['complaints']['compensate']> = async (db, input, ctx) => {
  const { what, reason } = input;
  const complaint = await complaintOf(db, input.complaintId);
  if (complaint.step === 'closed') throw new CareError('CONFLICT', { reason: 'complaint-closed', current: complaint });
  await refuseImpossible(db, complaint, what, ctx);
  const id = ctx.newId();
  const byName = ctx.actor.name;
  const amountFen = await costOf(db, what, ctx.today());
  const row = {
    id,
    complaintId: complaint.id,
    kind: what.kind,
    amountFen,
    points: what.kind === 'points' ? what.points : null,
    name: what.kind === 'voucher' ? what.name : null,
    validDays: what.kind === 'voucher' ? what.validDays : null,
    reason,
    at: ctx.now(),
    byName,
  };
  const waits = await needsApproval(db, complaint, amountFen, ctx);
  const approvalId = waits
    ? await requestApproval(ctx, {
        kind: 'compensation',
        customerId: complaint.customerId,
        membershipId: null,
        request: { compensationId: id, number: complaint.number, what },
        reason,
      })
    : null;
  const given = waits
    ? { state: 'waiting' }
    : {
        state: 'given',
        ...(await giveCompensation(db, { id, complaint, what, reason, byName, approvedBy: null }, ctx)),
      };
  await ctx.rows.insert('compensation', { ...row, ...given }, { owner: null });
  await writeEvent(db, ctx, complaint.id, {
    kind: 'compensation',
    text: reason,
    values: valuesOf(row, given.state),
  });
  announce(ctx, complaint);
  return { id, approvalId };
};

import type { Selectable } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { giveWaiting, refuseWaiting } from '../complaints/decideCompensation.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { adjustPoints } from '../points/adjustDeed.ts';
import { askedOf } from './askedOf.ts';
import { giveToMany, giveVoucher } from './grantDeed.ts';
import { customersOfSegment } from './segment.ts';

type Approvals = Contract['approvals'];
type Approval = Selectable<Tables['approval']>;

/** @throws CareError NOT_FOUND `approval-not-found`; CONFLICT `approval-decided`, `changed-meanwhile` */
const waitingApproval = async (db: ReadDb, key: { readonly id: string; readonly version: number }) => {
  const row = await db
    .selectFrom('approval')
    .selectAll()
    .where('id', '=', key.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('approval');
  if (row.state !== 'waiting') {
    throw new CareError('CONFLICT', { reason: 'approval-decided', values: { by: row.decidedBy ?? '' } });
  }
  if (row.version !== key.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  return row;
};

/** Does what was asked, as things stand now, in the name of who asked. Gives the id of what came of it. */
const carryOut = async (db: WriteDb, approval: Approval, ctx: CommandContext): Promise<string> => {
  const asked = askedOf(approval);
  const by = approval.requestedBy;
  switch (asked.kind) {
    case 'adjust': {
      // the row's own membership and customer: a merge may have moved them since
      const adjustment = { ...asked.request, membershipId: approval.membershipId ?? asked.request.membershipId };
      const requester = { ...ctx, actor: { ...ctx.actor, name: by } };
      return adjustPoints(db, requester, adjustment, {
        source: { kind: 'approval', id: approval.id },
        detail: { approvedBy: ctx.actor.name },
      });
    }
    case 'voucher': {
      const customerId = approval.customerId ?? asked.request.customerId;
      await refuseGoneCustomer(db, customerId);
      return (await giveVoucher(db, { ...asked.request, customerId }, by, ctx)).id;
    }
    case 'voucherMany': {
      const { savedFilterId, count: _count, ...voucher } = asked.request;
      return giveToMany(db, await customersOfSegment(db, savedFilterId, ctx), voucher, by, ctx);
    }
    case 'compensation':
      await giveWaiting(db, asked.request.compensationId, ctx);
      return asked.request.compensationId;
  }
};

/** What waited for the decision learns that it will not happen. */
const drop = async (
  db: WriteDb,
  approval: Approval,
  decision: { readonly state: 'refused' | 'withdrawn'; readonly note: string | null },
  ctx: CommandContext,
): Promise<void> => {
  const asked = askedOf(approval);
  if (asked.kind === 'compensation') await refuseWaiting(db, asked.request.compensationId, decision, ctx);
  await close(approval, decision, ctx);
};

const close = async (
  approval: Approval,
  decision: {
    readonly state: 'granted' | 'refused' | 'withdrawn';
    readonly note: string | null;
    readonly resultId?: string;
  },
  ctx: CommandContext,
): Promise<void> => {
  await ctx.rows.update(
    'approval',
    { id: approval.id, version: approval.version },
    {
      state: decision.state,
      decidedAt: ctx.now(),
      decidedBy: ctx.actor.name,
      decisionNote: decision.note,
      resultId: decision.resultId ?? null,
    },
    { owner: approval.customerId },
  );
  ctx.about('approval', approval.id);
  if (approval.customerId) ctx.touch(`customer:${approval.customerId}`);
};

export const grant: CommandHandler<Approvals['grant']> = async (db, input, ctx) => {
  const approval = await waitingApproval(db, input);
  const resultId = await carryOut(db, approval, ctx);
  await close(approval, { state: 'granted', note: input.note, resultId }, ctx);
  return {};
};

export const refuse: CommandHandler<Approvals['refuse']> = async (db, input, ctx) => {
  await drop(db, await waitingApproval(db, input), { state: 'refused', note: input.note }, ctx);
  return {};
};

/** Who asked may think better of it. */
export const withdraw: CommandHandler<Approvals['withdraw']> = async (db, input, ctx) => {
  const approval = await waitingApproval(db, input);
  if (approval.requestedById !== ctx.actor.id) throw new CareError('FORBIDDEN', { reason: 'approval-not-own' });
  await drop(db, approval, { state: 'withdrawn', note: null }, ctx);
  return {};
};

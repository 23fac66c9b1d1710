import type { Contract } from '../../contract/index.ts';
import type { QueryHandler } from '../../store/handler.ts';
import type { Compensated } from '../complaints/compensationRows.ts';
import type { Adjustment } from '../points/adjustDeed.ts';
import { askedOf } from './askedOf.ts';

type List = Contract['approvals']['list'];

/** 待审批: what waits longest first; what was decided, the latest first. */
export const list: QueryHandler<List> = async (db, input, ctx) => {
  const waiting = input.state === 'waiting';
  const which = db
    .selectFrom('approval')
    .where('approval.state', waiting ? '=' : '!=', 'waiting')
    .where('approval.deletedAt', 'is', null);
  const { count } = await which.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await which
    .leftJoin('customer', 'customer.id', 'approval.customerId')
    .selectAll('approval')
    .select('customer.name as customerName')
    .orderBy(waiting ? 'approval.requestedAt' : 'approval.decidedAt', waiting ? 'asc' : 'desc')
    .orderBy('approval.id', waiting ? 'asc' : 'desc')
    .limit(input.limit)
    .execute();
  return {
    count,
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      kind: row.kind as 'adjust',
      customerId: row.customerId,
      customerName: row.customerName,
      ...figuresOf(row),
      reason: row.reason,
      requestedAt: row.requestedAt,
      requestedBy: row.requestedBy,
      own: row.requestedById === ctx.actor.id,
      state: row.state as 'waiting',
      decidedAt: row.decidedAt,
      decidedBy: row.decidedBy,
      decisionNote: row.decisionNote,
    })),
  };
};

const none = { cumulative: null, redeemable: null, voucherName: null, valueFen: null, count: null };

const pointsOf = ({ cumulative, redeemable }: Adjustment) => ({ ...none, cumulative, redeemable });

const compensationFigures = (what: Compensated) => {
  switch (what.kind) {
    case 'amount':
      return { ...none, valueFen: what.amountFen };
    case 'points':
      return { ...none, redeemable: what.points };
    case 'voucher':
      return { ...none, voucherName: what.name, valueFen: what.valueFen, count: 1 };
  }
};

const figuresOf = (row: { readonly kind: string; readonly request: string }) => {
  const asked = askedOf(row);
  switch (asked.kind) {
    case 'adjust':
      return pointsOf(asked.request);
    case 'voucher':
      return { ...none, voucherName: asked.request.name, valueFen: asked.request.valueFen, count: 1 };
    case 'voucherMany': {
      const { name, valueFen, count } = asked.request;
      return { ...none, voucherName: name, valueFen, count };
    }
    case 'compensation':
      return compensationFigures(asked.request.what);
  }
};

import { CareError } from '../../contract/errors.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { give } from '../points/ledger.ts';
import { giveVoucher } from '../rewards/grantDeed.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import { compensatedMembership } from './compensatedMembership.ts';
import type { Compensated, Compensation } from './compensationRows.ts';
import type { Complaint } from './record.ts';

/** Who gets it, and for what; a new id for one that is not yet there. */
export interface Giving {
  readonly id: string;
  readonly complaint: Pick<Complaint, 'customerId' | 'number'>;
  readonly what: Compensated;
  readonly reason: string;
  /** who gives it, or asked for it where somebody else approved */
  readonly byName: string;
  readonly approvedBy: string | null;
}

export type Given = Pick<Compensation, 'entryId' | 'voucherId'>;

/** Points and vouchers are a customer's: a stranger can only be paid. @throws CareError CONFLICT `complaint-of-stranger`; NOT_FOUND */
const customerOf = async (db: WriteDb, { customerId }: Giving['complaint']): Promise<string> => {
  if (customerId === null) throw new CareError('CONFLICT', { reason: 'complaint-of-stranger' });
  await refuseGoneCustomer(db, customerId);
  return customerId;
};

/** Whether it could be given now, so that nothing impossible waits for a manager. @throws CareError as giving does */
export const refuseImpossible = async (
  db: WriteDb,
  complaint: Giving['complaint'],
  what: Compensated,
  ctx: CommandContext,
): Promise<void> => {
  if (what.kind === 'amount') return;
  const customerId = await customerOf(db, complaint);
  if (what.kind === 'points') await compensatedMembership(db, customerId, ctx);
};

const givePoints = async (db: WriteDb, giving: Giving, points: number, ctx: CommandContext): Promise<string> => {
  const membership = await compensatedMembership(db, await customerOf(db, giving.complaint), ctx);
  const today = ctx.today();
  const { pointsRules } = await settingsOn(db, today);
  const giver = { ...ctx, actor: { ...ctx.actor, name: giving.byName } };
  const entryId = await give(
    db,
    giver,
    {
      membershipId: membership.id,
      kind: 'bonus',
      cumulative: pointsRules.bonusIsCumulative ? points : 0,
      redeemable: points,
      tier: membership.tier,
      day: today,
      source: { kind: 'compensation', id: giving.id },
      ruleDay: await ruleDayOf(db, 'pointsRules', today),
      reason: giving.reason,
      detail: {
        complaint: giving.complaint.number,
        ...(giving.approvedBy === null ? {} : { approvedBy: giving.approvedBy }),
      },
    },
    lastDayOf(today, pointsRules.validMonths),
  );
  ctx.touch(`membership:${membership.id}`);
  return entryId;
};

/**
 * Hands over what a compensation is (补偿): points form a lot as if earned today, a voucher is one without points, an amount is
 * paid at the till and only put on record.
 *
 * @throws CareError CONFLICT `complaint-of-stranger`, `no-membership`, `member-cancelled`; NOT_FOUND `customer-not-found`
 */
export const giveCompensation = async (db: WriteDb, giving: Giving, ctx: CommandContext): Promise<Given> => {
  const { what } = giving;
  switch (what.kind) {
    case 'amount':
      return { entryId: null, voucherId: null };
    case 'points':
      return { entryId: await givePoints(db, giving, what.points, ctx), voucherId: null };
    case 'voucher': {
      const { name, valueFen, validDays } = what;
      const customerId = await customerOf(db, giving.complaint);
      const voucher = { kind: 'cash', name, valueFen, validDays, reason: giving.reason } as const;
      const { id } = await giveVoucher(db, { ...voucher, customerId, origin: 'complaint' }, giving.byName, ctx);
      return { entryId: null, voucherId: id };
    }
  }
};

import { addDays } from '../../domain/day.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { freeCode, issueVoucher } from './issueVoucher.ts';

/** What a voucher without points (赠券) is. */
export interface GrantedVoucher {
  readonly kind: 'labour' | 'cash' | 'gift';
  readonly name: string;
  readonly valueFen: number | null;
  readonly validDays: number;
  readonly reason: string;
}

export interface Grant extends GrantedVoucher {
  readonly customerId: string;
  readonly origin: 'birthday' | 'complaint' | 'event' | 'hand' | 'segment';
}

/**
 * Gives a voucher without points.
 *
 * @param by who grants it, or asked for it where somebody else approved
 * @param grantId that those given together share
 */
export const giveVoucher = async (
  db: WriteDb,
  grant: Grant,
  by: string,
  ctx: CommandContext,
  grantId: string | null = null,
): Promise<{ id: string; code: string; lastDay: string }> =>
  issueVoucher(
    ctx,
    { id: ctx.newId(), code: await freeCode(db, ctx) },
    {
      customerId: grant.customerId,
      kind: grant.kind,
      name: grant.name,
      valueFen: grant.valueFen,
      origin: grant.origin,
      reason: grant.reason,
      lastDay: addDays(ctx.today(), grant.validDays),
      issuedBy: by,
      grantId,
    },
  );

/** The same to many; gives the id that they share. */
export const giveToMany = async (
  db: WriteDb,
  customerIds: readonly string[],
  voucher: GrantedVoucher,
  by: string,
  ctx: CommandContext,
): Promise<string> => {
  const grantId = ctx.newId();
  for (const customerId of customerIds) {
    await giveVoucher(db, { ...voucher, customerId, origin: 'segment' }, by, ctx, grantId);
  }
  return grantId;
};

import type { CommandContext } from '../../store/handler.ts';
import type { Compensated } from '../complaints/compensationRows.ts';
import type { Adjustment } from '../points/adjustDeed.ts';
import type { Grant, GrantedVoucher } from './grantDeed.ts';

/** What is asked, as an approval keeps it. */
export type Asked =
  | { readonly kind: 'adjust'; readonly request: Adjustment }
  | { readonly kind: 'voucher'; readonly request: Grant }
  | {
      readonly kind: 'voucherMany';
      /** `count`: how many they were when it was asked */
      readonly request: GrantedVoucher & { readonly savedFilterId: string; readonly count: number };
    }
  | {
      readonly kind: 'compensation';
      /** the row that waits, the complaint's number, and what it is */
      readonly request: { readonly compensationId: string; readonly number: string; readonly what: Compensated };
    };

/** Lays what is above a limit into the inbox (待审批); nothing else moves. */
export const requestApproval = async (
  ctx: CommandContext,
  asked: Asked & {
    readonly customerId: string | null;
    readonly membershipId: string | null;
    readonly reason: string;
  },
): Promise<string> => {
  const id = ctx.newId();
  await ctx.rows.insert(
    'approval',
    {
      id,
      kind: asked.kind,
      customerId: asked.customerId,
      membershipId: asked.membershipId,
      request: JSON.stringify(asked.request),
      reason: asked.reason,
      requestedAt: ctx.now(),
      requestedBy: ctx.actor.name,
      requestedById: ctx.actor.id,
    },
    { owner: asked.customerId },
  );
  ctx.about('approval', id);
  return id;
};

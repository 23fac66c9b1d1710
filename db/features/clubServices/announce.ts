import type { CommandContext } from '../../store/handler.ts';

/** Tells the desks that show the customer, and the audit log what it was about. */
export const announce = (
  ctx: CommandContext,
  table: 'agencyJob' | 'rescue' | 'claim',
  job: { readonly id: string; readonly customerId: string | null },
): void => {
  ctx.about(table, job.id);
  if (job.customerId) ctx.touch(`customer:${job.customerId}`);
};

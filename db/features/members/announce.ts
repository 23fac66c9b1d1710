import type { CommandContext, WriteDb } from '../../store/handler.ts';

/** Who shows this membership must ask again: its own page, and those of everybody who holds a card of it. */
export const announce = async (
  db: WriteDb,
  ctx: CommandContext,
  membership: { readonly id: string; readonly customerId: string },
): Promise<void> => {
  const holders = await db
    .selectFrom('memberCard')
    .select('customerId')
    .distinct()
    .where('membershipId', '=', membership.id)
    .where('deletedAt', 'is', null)
    .execute();
  for (const id of new Set([membership.customerId, ...holders.map((row) => row.customerId)])) {
    ctx.touch(`customer:${id}`);
  }
  ctx.touch(`membership:${membership.id}`);
  ctx.about('membership', membership.id);
};

import type { CommandContext, WriteDb } from '../../store/handler.ts';

/** What a visit used up that counts no more (作废, or its entry undone) can be used again, as far as its last day allows. */
export const releaseVouchers = async (db: WriteDb, visitId: string, ctx: CommandContext): Promise<void> => {
  const visit = await db
    .selectFrom('visit')
    .select(['voidedAt', 'deletedAt'])
    .where('id', '=', visitId)
    .executeTakeFirst();
  if (!visit || (visit.voidedAt === null && visit.deletedAt === null)) return;
  const used = await db
    .selectFrom('voucher')
    .select(['id', 'customerId'])
    .where('visitId', '=', visitId)
    .where('state', '=', 'used')
    .where('deletedAt', 'is', null)
    .execute();
  for (const voucher of used) {
    await ctx.rows.update(
      'voucher',
      { id: voucher.id, version: null },
      { state: 'active', endedDay: null, endedAt: null, endedBy: null, visitId: null },
      { owner: voucher.customerId },
    );
    ctx.touch(`customer:${voucher.customerId}`);
  }
  if (used.length > 0) ctx.touch('rewards');
};

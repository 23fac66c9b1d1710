import type { Contract } from '../../contract/index.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { complaintOf } from './asSeen.ts';

/** The complainant's whole numbers (显示完整号码), the stranger's own before those of the customer's file: looking is on record. */
export const reveal: CommandHandler<Contract['complaints']['reveal']> = async (db, input, ctx) => {
  const row = await complaintOf(db, input.id);
  const phones = row.customerId
    ? await db
        .selectFrom('customerPhone')
        .select('number')
        .where('customerId', '=', row.customerId)
        .orderBy('position')
        .execute()
    : [];
  ctx.about('complaint', row.id);
  const numbers = phones.map(({ number }) => number);
  return { phones: row.strangerPhone === null ? numbers : [row.strangerPhone, ...numbers] };
};

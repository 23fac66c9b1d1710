import type { Insertable } from 'kysely';
import { newVoucherCode } from '../../domain/voucherCode.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';

type NewVoucher = Omit<
  Insertable<Tables['voucher']>,
  'id' | 'code' | 'issuedDay' | 'issuedAt' | 'version' | 'deletedAt' | 'endedDay' | 'endedAt' | 'endedBy'
>;

/** Even digits from random bytes: what would favour the low ones is passed over. */
const randomDigits = (ctx: Pick<CommandContext, 'newToken'>): ((limit: number) => number) => {
  let bytes: number[] = [];
  return (limit) => {
    const even = 256 - (256 % limit);
    for (;;) {
      const byte = bytes.pop();
      if (byte === undefined) bytes = [...Buffer.from(ctx.newToken(), 'base64url')];
      else if (byte < even) return byte % limit;
    }
  };
};

/** A code that no voucher has had yet. */
export const freeCode = async (db: ReadDb, ctx: Pick<CommandContext, 'newToken'>): Promise<string> => {
  const random = randomDigits(ctx);
  for (;;) {
    const code = newVoucherCode(random);
    const taken = await db.selectFrom('voucher').select('id').where('code', '=', code).executeTakeFirst();
    if (!taken) return code;
  }
};

/** Writes a voucher of today; one that is used at once is ended by who gives it. */
export const issueVoucher = async (
  ctx: CommandContext,
  made: { readonly id: string; readonly code: string },
  voucher: NewVoucher,
): Promise<{ id: string; code: string; lastDay: string }> => {
  const ended = voucher.state === 'used';
  await ctx.rows.insert(
    'voucher',
    {
      ...voucher,
      ...made,
      issuedDay: ctx.today(),
      issuedAt: ctx.now(),
      endedDay: ended ? ctx.today() : null,
      endedAt: ended ? ctx.now() : null,
      endedBy: ended ? voucher.issuedBy : null,
    },
    { owner: voucher.customerId },
  );
  return { ...made, lastDay: voucher.lastDay };
};

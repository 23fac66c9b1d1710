import { badField, CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { readVoucherCode } from '../../domain/voucherCode.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { sameFamily } from './sameFamily.ts';
import { type SelectedVoucher, voucherOfCode, voucherOfId, voucherRowOf } from './voucherRows.ts';

/** Where a voucher is used up. */
export interface VisitOfUse {
  readonly id: string;
  readonly customerId: string;
  readonly day: string;
}

/** A voucher that was good when the car came in stays good until it leaves: its last day is held against the visit's day. */
const refuseUnusable = async (
  db: ReadDb,
  voucher: SelectedVoucher,
  visit: VisitOfUse | null,
  today: string,
): Promise<void> => {
  const { code } = voucher;
  if (voucher.state === 'void') throw new CareError('CONFLICT', { reason: 'voucher-void', values: { code } });
  if (voucher.state === 'used') {
    const values = { code, day: voucher.endedDay ?? '', by: voucher.endedBy ?? '' };
    throw new CareError('CONFLICT', { reason: 'voucher-used', values });
  }
  if (voucher.lastDay < (visit?.day ?? today)) {
    throw new CareError('CONFLICT', { reason: 'voucher-expired', values: { code, day: voucher.lastDay } });
  }
  if (visit && !(await sameFamily(db, voucher, visit.customerId))) {
    throw new CareError('CONFLICT', { reason: 'voucher-other-customer', values: { code, name: voucher.customerName } });
  }
};

/**
 * Uses a voucher up (核销).
 *
 * @param path of the field that holds the code
 * @throws CareError as `vouchers.use` says
 */
const spendVoucher = async (
  db: WriteDb,
  code: string,
  visit: VisitOfUse | null,
  ctx: CommandContext,
  path = 'code',
): Promise<SelectedVoucher> => {
  const voucher = await voucherOfCode(db, code, path);
  await refuseUnusable(db, voucher, visit, ctx.today());
  await ctx.rows.update(
    'voucher',
    { id: voucher.id, version: voucher.version },
    {
      state: 'used',
      endedDay: ctx.today(),
      endedAt: ctx.now(),
      endedBy: ctx.actor.name,
      visitId: visit?.id ?? null,
    },
    { owner: voucher.customerId },
  );
  ctx.touch(`customer:${voucher.customerId}`);
  return voucher;
};

/** Codes that a visit uses up as it is entered, each once. */
export const spendVouchers = async (
  db: WriteDb,
  codes: readonly string[],
  visit: VisitOfUse,
  ctx: CommandContext,
): Promise<void> => {
  const spent = new Set<string>();
  for (const [at, text] of codes.entries()) {
    const path = `vouchers.${at}`;
    const read = readVoucherCode(text);
    if (read.ok && spent.has(read.code)) throw badField(path, 'voucher-twice');
    spent.add((await spendVoucher(db, text, visit, ctx, path)).code);
  }
  if (spent.size > 0) ctx.touch('rewards');
};

const visitOf = async (db: ReadDb, id: string): Promise<VisitOfUse> => {
  const visit = await db
    .selectFrom('visit')
    .select(['id', 'customerId', 'day', 'voidedAt'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.voidedAt !== null) throw new CareError('CONFLICT', { reason: 'visit-void' });
  return visit;
};

export const use: CommandHandler<Contract['vouchers']['use']> = async (db, input, ctx) => {
  const visit = input.visitId ? await visitOf(db, input.visitId) : null;
  const { id } = await spendVoucher(db, input.code, visit, ctx);
  ctx.about('voucher', id);
  return { voucher: voucherRowOf(await voucherOfId(db, id), ctx.today()) };
};

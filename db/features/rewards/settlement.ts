import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { VoucherRow } from '../../contract/rewards.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { voucherRowOf, voucherSelection } from './voucherRows.ts';

/** 合作商家结算: what was used between two days, both included, by the day of its use. */
export const settlement: QueryHandler<Contract['rewards']['settlement']> = async (db, input, ctx) => {
  if (input.toDay < input.fromDay) throw badField('toDay', 'ends-before-start');
  const today = ctx.today();
  const rows = await voucherSelection(db)
    .where('voucher.partner', 'is not', null)
    .where('voucher.endedDay', '>=', input.fromDay)
    .where('voucher.endedDay', '<=', input.toDay)
    .where('voucher.state', '=', 'used')
    .orderBy('voucher.partner')
    .orderBy('voucher.endedAt')
    .orderBy('voucher.id')
    .execute();
  const partners = new Map<string, { partner: string; count: number; settleFen: number; rows: VoucherRow[] }>();
  for (const row of rows) {
    const partner = row.partner ?? '';
    const found = partners.get(partner) ?? { partner, count: 0, settleFen: 0, rows: [] };
    found.count++;
    found.settleFen += row.settleFen ?? 0;
    found.rows.push(voucherRowOf(row, today));
    partners.set(partner, found);
  }
  return { partners: [...partners.values()] };
};

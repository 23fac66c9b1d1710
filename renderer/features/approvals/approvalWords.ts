import type { TFunction } from 'i18next';
import { money, number } from '../../lib/formats.ts';
import type { Approval } from './shapes.ts';

const signed = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));

/** What is asked for, in one line: 累计 +500，可兑换 +500 · 代金券 ¥800，面值 ¥800.00. */
export const askedWords = (row: Approval, t: TFunction): string => {
  const { valueFen } = row;
  const what = row.voucherName ?? '';
  const count = row.count ?? 0;
  switch (row.kind) {
    case 'adjust':
      return t('rewards.approvals.adjust', {
        cumulative: signed(row.cumulative ?? 0),
        redeemable: signed(row.redeemable ?? 0),
      });
    case 'voucher':
      return valueFen === null
        ? t('rewards.approvals.voucher', { name: what })
        : t('rewards.approvals.voucherWorth', { name: what, amount: money(valueFen) });
    case 'voucherMany':
      return valueFen === null
        ? t('rewards.approvals.many', { what, count })
        : t('rewards.approvals.manyWorth', { what, count, amount: money(valueFen * count) });
    case 'compensation':
      if (row.redeemable !== null) return t('rewards.approvals.compensatePoints', { points: number(row.redeemable) });
      return row.voucherName === null
        ? t('rewards.approvals.compensateAmount', { amount: money(valueFen ?? 0) })
        : t('rewards.approvals.voucherWorth', { name: what, amount: money(valueFen ?? 0) });
  }
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Deduction, deductVouchers } from '../../../db/domain/rewards/deductVoucher.ts';
import { readVoucherCode } from '../../../db/domain/voucherCode.ts';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { fenOrNull, type VisitLineDraft } from './visitDraft.ts';

export type VisitVoucher = Answer<typeof api.vouchers.get>;

export interface VisitVouchersState {
  /** the customer's own that can be used, then what of the family was scanned */
  readonly offered: readonly VisitVoucher[];
  readonly chosen: readonly VisitVoucher[];
  /** what the chosen take off the lines */
  readonly deduction: Deduction;
  readonly toggle: (code: string) => void;
}

const none: readonly VisitVoucher[] = [];

/** Vouchers for a visit: chosen from the customer's own, or scanned, whosever of the family they are; the store decides in the end. */
export const useVisitVouchers = (
  customerId: string,
  lines: readonly VisitLineDraft[],
  codes: readonly string[],
  onChange: (codes: readonly string[]) => void,
): VisitVouchersState => {
  const { t } = useTranslation();
  const [scanned, setScanned] = useState<readonly VisitVoucher[]>(none);
  const own =
    useQuery(orpc.vouchers.ofCustomer.queryOptions({ input: { customerId, active: true } })).data?.rows ?? none;
  const offered = [...own, ...scanned.filter((one) => !own.some(({ id }) => id === one.id))];
  const chosen = offered.filter(({ code }) => codes.includes(code));

  const choose = (voucher: VisitVoucher): void => {
    if (voucher.state !== 'active') {
      notify(t('rewards.visit.scannedOther', { code: voucher.code }), { tone: 'amber' });
      return;
    }
    setScanned((now) => [...now.filter(({ id }) => id !== voucher.id), voucher]);
    if (!codes.includes(voucher.code)) onChange([...codes, voucher.code]);
    notify(t('rewards.visit.scanned', { code: voucher.code }), { tone: 'green' });
  };
  useScanTaker('any', (text) => {
    const read = readVoucherCode(text);
    if (!read.ok) return false;
    api.vouchers.get({ code: read.code }).then(choose, (error: unknown) => {
      notify(errorText(error, t, 'read'), { tone: 'amber' });
    });
    return true;
  });

  const deduction = deductVouchers(
    lines.map(({ category, amount }) => ({ category, amountFen: fenOrNull(amount) ?? 0 })),
    chosen,
  );
  const toggle = (code: string): void =>
    onChange(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
  return { offered, chosen, deduction, toggle };
};

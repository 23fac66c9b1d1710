import { useTranslation } from 'react-i18next';
import { usePrint } from '../../lib/usePrint.ts';

export interface SlipVoucher {
  readonly id: string;
  readonly code: string;
}

/** Prints the 80 mm slip (兑换小票) of some vouchers; what goes wrong is said. */
export const usePrintSlip = (): ((vouchers: readonly SlipVoucher[]) => void) => {
  const { t } = useTranslation();
  const { print } = usePrint();
  return (vouchers) =>
    void print(
      { document: 'slip', vouchers: vouchers.map(({ id, code }) => ({ id, code })) },
      { handedOver: t('rewards.counter.printed') },
    );
};

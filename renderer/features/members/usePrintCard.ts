import { useTranslation } from 'react-i18next';
import { cardNumber } from '../../lib/formats.ts';
import { usePrint } from '../../lib/usePrint.ts';

export interface PrintableCard {
  readonly id: string;
  readonly number: string;
}

/** 打印会员卡, one that was never printed; what goes wrong is said. Another print of a card wants a reason: `ReprintPanel`. */
export const usePrintCard = (): ((card: PrintableCard) => void) => {
  const { t } = useTranslation();
  const { print } = usePrint();
  return ({ id, number }) =>
    void print(
      { document: 'card', cardIds: [id] },
      { handedOver: t('members.printing.done', { number: cardNumber(number) }) },
    );
};

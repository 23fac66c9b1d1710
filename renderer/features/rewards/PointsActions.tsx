import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** What can be done with an account's points, under its book. */
export const PointsActions = ({ onOpen }: { readonly onOpen: (what: string) => void }) => {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={() => onOpen('adjust')}>{t('rewards.adjust.open')}</Button>
      <Button onClick={() => onOpen('transfer')}>{t('rewards.transfer.open')}</Button>
      <Button onClick={() => onOpen('vouchers')}>{t('rewards.voucher.ofCustomer')}</Button>
    </>
  );
};

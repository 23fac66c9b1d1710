import { useTranslation } from 'react-i18next';
import { useSlow } from './useSlow.ts';

/** Says why a save takes its time: the writer is busy with an import, nothing is lost. */
export const SlowNotice = ({ busy }: { readonly busy: boolean }) => {
  const { t } = useTranslation();
  const slow = useSlow(busy);
  return (
    <span role="status" className="small quiet">
      {slow && (
        <>
          <span className="spin" /> {t('customer.busy.slow')} {t('customer.busy.hint')}
        </>
      )}
    </span>
  );
};

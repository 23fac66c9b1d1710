import { useTranslation } from 'react-i18next';
import { errorText, isOffline } from '../lib/errors.ts';
import { WarningIcon } from '../ui/icons.tsx';

/** The host does not answer, or its data cannot be opened: what that means, and that it goes on by itself. */
export const Recovery = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation();
  return (
    <main className="error-state recovery" role="alert">
      <WarningIcon size={36} />
      <h1>{t('common.recovery.title')}</h1>
      <p>{isOffline(error) ? t('common.recovery.offlineText') : errorText(error, t)}</p>
      <p className="small">
        <span className="spin" /> {t('common.recovery.retryIn')}
      </p>
    </main>
  );
};

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors.ts';
import { WarningIcon } from './icons.tsx';

/** A part of the screen that could not be fetched: what happened, and a way to try again. */
export const ErrorState = ({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className="error-state" role="alert">
      <WarningIcon size={28} />
      <h2>{t('common.couldNotLoad')}</h2>
      <p>{errorText(error, t, 'read')}</p>
      {onRetry && (
        <div className="empty-actions">
          <Button onClick={onRetry}>{t('common.retry')}</Button>
        </div>
      )}
    </div>
  );
};

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { WarningIcon } from '../ui/icons.tsx';

/** What happened, what was kept, what to do; the technical words folded away. */
export const CrashPage = ({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) => {
  const { t } = useTranslation();
  const goHome = (): void => {
    location.hash = '#/';
    onRetry();
  };
  return (
    <div className="error-state" role="alert">
      <WarningIcon size={32} />
      <h2>{t('common.crash.title')}</h2>
      <p>{t('common.crash.text')}</p>
      <div className="empty-actions">
        <Button type="primary" onClick={onRetry}>
          {t('common.retry')}
        </Button>
        <Button onClick={() => location.reload()}>{t('common.crash.reload')}</Button>
        <Button onClick={goHome}>{t('common.crash.home')}</Button>
      </div>
      <details className="small">
        <summary>{t('common.crash.details')}</summary>
        <code>{error.message}</code>
      </details>
    </div>
  );
};

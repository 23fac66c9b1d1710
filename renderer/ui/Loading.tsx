import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Something is on its way; shown only where it takes longer than the blink of an eye. */
export const Loading = () => {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="empty-state" role="status">
      <span className="spin" />
      <span>{t('common.loading')}</span>
    </div>
  );
};

import { useTranslation } from 'react-i18next';
import { useCounts } from './useCounts.ts';

/** What wants somebody: in red those that are late without a reason, else quietly how many are open. */
export const ComplaintsBadge = () => {
  const { t } = useTranslation();
  const counts = useCounts();
  if (!counts) return null;
  const { breached, open } = counts;
  if (breached + open === 0) return null;
  return (
    <span className={breached > 0 ? 'side-badge red' : 'side-badge'}>
      <span aria-hidden="true">{breached > 0 ? breached : open}</span>
      <span className="heard-only">
        {breached > 0
          ? t('complaints.badgeLabel.breached', { count: breached })
          : t('complaints.badgeLabel.open', { count: open })}
      </span>
    </span>
  );
};

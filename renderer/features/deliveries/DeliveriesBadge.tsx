import { useTranslation } from 'react-i18next';
import { useDeliveryBoard } from './useDeliveries.ts';

/** How many cars are past the day on which they were to be delivered. */
export const DeliveriesBadge = () => {
  const { t } = useTranslation();
  const { data } = useDeliveryBoard();
  const late = data?.counts.late ?? 0;
  if (late === 0) return null;
  return (
    <span className="side-badge red">
      <span aria-hidden="true">{late}</span>
      <span className="heard-only">{t('deliveries.badgeLate', { count: late })}</span>
    </span>
  );
};

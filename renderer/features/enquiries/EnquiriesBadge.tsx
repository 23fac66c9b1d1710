import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';

/** what is overdue is told by the store: it is asked again so often, ms */
const tick = 60_000;

/** How many wait for an answer beyond their term. */
export const EnquiriesBadge = () => {
  const { t } = useTranslation();
  const { data } = useQuery(
    orpc.enquiries.list.queryOptions({ input: { limit: 1 }, refetchInterval: tick, retry: false }),
  );
  const overdue = data?.counts.overdue ?? 0;
  if (overdue === 0) return null;
  return (
    <span className="side-badge red">
      <span aria-hidden="true">{overdue}</span>
      <span className="heard-only">{t('enquiries.badgeOverdue', { count: overdue })}</span>
    </span>
  );
};

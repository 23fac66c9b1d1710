import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';

/** what is late is told by the store: it is asked again so often, ms */
const tick = 60_000;

/** How many jobs are behind their day, and rescues to which nobody has come for an hour. */
export const ClubBadge = () => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.clubServices.counts.queryOptions({ input: {}, refetchInterval: tick, retry: false }));
  const late = data?.late ?? 0;
  if (late === 0) return null;
  return (
    <span className="side-badge red">
      <span aria-hidden="true">{late}</span>
      <span className="heard-only">{t('club.badge', { count: late })}</span>
    </span>
  );
};

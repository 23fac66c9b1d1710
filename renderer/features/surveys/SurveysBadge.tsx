import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';

/** How many wait to be spoken with. */
export const SurveysBadge = () => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.surveys.counts.queryOptions({ input: {}, retry: false }));
  const waits = data?.waits ?? 0;
  if (waits === 0) return null;
  return (
    <span className="side-badge red">
      <span aria-hidden="true">{waits}</span>
      <span className="heard-only">{t('surveys.badge', { count: waits })}</span>
    </span>
  );
};

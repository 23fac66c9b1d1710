import { useTranslation } from 'react-i18next';
import { useTaskCounts } from './useTaskCounts.ts';

/** Whom to call: in red those that are overdue, else quietly how many wait. */
export const TasksBadge = () => {
  const { t } = useTranslation();
  const counts = useTaskCounts();
  if (!counts) return null;
  const { calls, overdue } = counts;
  if (calls + overdue === 0) return null;
  return (
    <span className={overdue > 0 ? 'side-badge red' : 'side-badge'}>
      <span aria-hidden="true">{overdue > 0 ? overdue : calls}</span>
      <span className="heard-only">
        {overdue > 0 ? t('tasks.badge.overdue', { count: overdue }) : t('tasks.badge.calls', { count: calls })}
      </span>
    </span>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TermChip } from './DayLine.tsx';
import { labelsOf } from './reasonWords.ts';
import css from './tasks.module.css';
import { tick } from './useDay.ts';

const most = 5;

/** 今天要联系的: the first few of the day's list, on 今日 of who makes the calls. */
const TasksToday = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error, refetch } = useQuery(
    orpc.tasks.day.queryOptions({ input: { limit: most }, refetchInterval: tick }),
  );
  return (
    <Panel
      flush
      title={
        <>
          <PhoneIcon size={17} /> {t('tasks.today.title')}
        </>
      }
      {...(data && data.count > 0 ? { aside: <Chip>{t('tasks.today.rest', { count: data.count })}</Chip> } : {})}
      actions={
        <button type="button" className="today-more" onClick={() => go('/tasks')}>
          {t('tasks.today.all')}
        </button>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data?.rows.length === 0 ? (
        <p className="today-none">{t('tasks.today.none')}</p>
      ) : (
        <ul>
          {data?.rows.slice(0, most).map((row) => (
            <li key={row.customerId} className={css['todayRow']}>
              <Link to="/tasks/$id" params={{ id: row.customerId }}>
                {row.name}
              </Link>
              <span className={css['todayWhat']}>
                {[...new Set(row.reasons.map(({ ruleName }) => ruleName)), labelsOf(row)].filter(Boolean).join(' · ')}
              </span>
              <TermChip row={row} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

export default TasksToday;

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ClockIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './detail.module.css';
import { PromiseRow } from './PromiseRow.tsx';
import type { Promised } from './shapes.ts';

/** a form of which 今日 itself needs nothing */
const MovePromisePanel = lazy(async () => ({ default: (await import('./MovePromisePanel.tsx')).MovePromisePanel }));

const most = 20;
/** whether one is overdue is told by the store: asked again so often, ms */
const every = 60_000;

/** 我们答应过的: every open promise, what is overdue first; nothing where there is none. */
export const PromisesToday = () => {
  const { t } = useTranslation();
  const [mine, setMine] = useState(false);
  const [moving, setMoving] = useState<Promised | null>(null);
  const { data, error, refetch } = useQuery(
    orpc.promises.list.queryOptions({ input: { mine, limit: most }, refetchInterval: every }),
  );
  if (data?.count === 0 && !mine) return null;
  const rest = data ? data.count - data.rows.length : 0;
  return (
    <Panel
      flush
      scrolls
      className="today-promises"
      title={
        <>
          <ClockIcon size={17} /> {t('complaints.promise.today')}
        </>
      }
      aside={
        <>
          <Chip pressed={mine} onPress={() => setMine(!mine)}>
            {t('complaints.promise.mine')}
          </Chip>
          {rest > 0 && <span className="quiet small">{t('complaints.promise.todayRest', { count: rest })}</span>}
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data?.rows.length === 0 ? (
        <p className={css['partNone']}>{t('complaints.promise.todayNone')}</p>
      ) : (
        <ul>
          {data?.rows.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} onMove={() => setMoving(promise)} />
          ))}
        </ul>
      )}
      <Suspense>{moving && <MovePromisePanel promise={moving} onClose={() => setMoving(null)} />}</Suspense>
    </Panel>
  );
};

import './today.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useMe } from '../../lib/session.ts';
import { todayViewOf } from '../../lib/todayView.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Board } from '../board/Board.tsx';
import { NewStore } from './NewStore.tsx';

const Overview = lazy(() => import('./Overview.tsx'));

/** 今日: the board for reception; what came in and what falls due for service and managers. Either is a click away. */
const TodayScreen = () => {
  const { t } = useTranslation();
  const wanted = useQueryValue('view');
  const view = todayViewOf(wanted, useMe()?.role);
  /** a new store begins with its customers, but whoever asks for the board gets it */
  const asked = wanted !== null;
  const { data, error, refetch } = useQuery(orpc.home.today.queryOptions({ input: {} }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  if (data.counts.customers === 0 && !asked) return <NewStore />;
  return (
    <>
      <h1 className="heard-only">{t('today.title')}</h1>
      {view === 'board' ? (
        <Board />
      ) : (
        <Suspense fallback={<Loading />}>
          <Overview today={data} />
        </Suspense>
      )}
    </>
  );
};

export default TodayScreen;

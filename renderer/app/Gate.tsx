import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from '../lib/api.ts';
import { followChanges } from '../lib/changes.ts';
import { sessionQuery } from '../lib/session.ts';
import { Loading } from '../ui/Loading.tsx';
import { Recovery } from './Recovery.tsx';
import { router } from './router.tsx';

const LoginScreen = lazy(() => import('../features/session/LoginScreen.tsx'));
const SetupScreen = lazy(() => import('../features/session/SetupScreen.tsx'));

/**
 * First run → set up; nobody logged in → log in; else the desk. The address is left alone, so that whoever logs in again
 * is where they were.
 */
export const Gate = () => {
  const state = useQuery({ ...sessionQuery(), refetchInterval: (query) => (query.state.error ? 2_000 : false) });
  const staffId = state.data?.me?.staffId;
  useSignOut();
  useChanges(staffId);
  useTitle(state.data?.storeName);

  if (!state.data) return state.error ? <Recovery error={state.error} /> : <Loading />;
  if (state.data.setup) {
    return (
      <Suspense fallback={<Loading />}>
        <SetupScreen />
      </Suspense>
    );
  }
  if (!staffId) {
    return (
      <Suspense fallback={<Loading />}>
        <LoginScreen state={state.data} />
      </Suspense>
    );
  }
  return <RouterProvider router={router} key={staffId} />;
};

/** A refused call shows the log-in page, and nobody sees what the one before had fetched. */
const useSignOut = (): void => {
  const client = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        const { queryKey } = sessionQuery();
        const before = client.getQueryData(queryKey);
        if (!before?.me) return;
        client.setQueryData(queryKey, { ...before, me: null });
        client.removeQueries({ predicate: (query) => query.queryKey !== queryKey && query.getObserversCount() === 0 });
      }),
    [client],
  );
};

/** The window is called by the store's name, so that two of them can be told apart. */
const useTitle = (storeName: string | undefined): void => {
  const { t } = useTranslation();
  const appName = t('common.appName');
  useEffect(() => {
    document.title = storeName ? `${storeName} · ${appName}` : appName;
  }, [storeName, appName]);
};

const useChanges = (staffId: string | undefined): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!staffId) return;
    const stop = new AbortController();
    void followChanges(client, stop.signal);
    return () => stop.abort();
  }, [client, staffId]);
};

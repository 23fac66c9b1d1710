import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';

/** 俱乐部: leads to the service where somebody waits, a rescue before all else. */
const ClubScreen = () => {
  const go = useGo();
  const { data, error, refetch } = useQuery(orpc.clubServices.counts.queryOptions({ input: {} }));
  const service = !data
    ? null
    : data.rescues > 0
      ? 'rescues'
      : data.agency > 0 || data.claims === 0
        ? 'agency'
        : 'claims';
  useEffect(() => {
    if (service) go(`/club/${service}`, { replace: true });
  });
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
};

export default ClubScreen;

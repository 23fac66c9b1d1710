import { QueryClient } from '@tanstack/react-query';
import { careError, isOffline } from '../lib/errors.ts';

/** Worth asking again by itself: the host is starting, or busy for a moment. */
const passing = (error: unknown): boolean => isOffline(error) || careError(error)?.code === 'BUSY';

/**
 * Answers stay fresh until the change stream says otherwise; the half minute only covers a stream that broke. The host is
 * on this computer, so the network's state never holds a call back.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 3 && passing(error),
      retryDelay: (failures) => Math.min(300 * 2 ** failures, 3_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

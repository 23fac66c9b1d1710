import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../lib/api.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import type { ComplaintList, ComplaintRow, Tab } from './shapes.ts';

/** The clocks are told by the store: it is asked again so often, ms. */
export const tick = 30_000;
const pageSize = 100;

export interface ComplaintRows {
  readonly rows: readonly ComplaintRow[];
  /** of the tabs; null before the first answer */
  readonly counts: ComplaintList['counts'] | null;
  readonly error: unknown;
  /** whether what is shown answers an older question */
  readonly pending: boolean;
  readonly retry: () => void;
  readonly more: { readonly busy: boolean; readonly load: () => void } | null;
}

export const useComplaintList = (filter: ListFilter, tab: Tab): ComplaintRows => {
  const read = useInfiniteQuery({
    ...orpc.complaints.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...listInput(filter, tab),
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: tick,
  });
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.rows) ?? [], [read.data]);
  return {
    rows,
    counts: read.data?.pages[0]?.counts ?? null,
    error: read.data ? null : read.error,
    pending: read.isPlaceholderData,
    retry: () => void read.refetch(),
    more: read.hasNextPage ? { busy: read.isFetchingNextPage, load: () => void read.fetchNextPage() } : null,
  };
};

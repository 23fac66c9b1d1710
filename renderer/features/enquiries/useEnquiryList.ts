import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../lib/api.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import type { EnquiryList, EnquiryRow, Tab } from './shapes.ts';

/** What is overdue is told by the store: it is asked again so often, ms. */
export const tick = 30_000;
const pageSize = 100;

export interface EnquiryRows {
  readonly rows: readonly EnquiryRow[];
  /** of the tabs; null before the first answer */
  readonly counts: EnquiryList['counts'] | null;
  readonly error: unknown;
  /** whether what is shown answers an older question */
  readonly pending: boolean;
  readonly retry: () => void;
  readonly more: { readonly busy: boolean; readonly load: () => void } | null;
}

export const useEnquiryList = (filter: ListFilter, tab: Tab): EnquiryRows => {
  const read = useInfiniteQuery({
    ...orpc.enquiries.list.infiniteOptions({
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

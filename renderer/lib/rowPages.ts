import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page<Row, Counts> {
  readonly rows: readonly Row[];
  readonly counts: Counts;
}

/** A list that is read page by page, as a screen shows it. */
export interface RowPages<Row, Counts> {
  readonly rows: readonly Row[];
  /** of the tabs; null before the first answer */
  readonly counts: Counts | null;
  readonly error: unknown;
  /** whether what is shown answers an older question */
  readonly pending: boolean;
  readonly retry: () => void;
  readonly more: { readonly busy: boolean; readonly load: () => void } | null;
}

export const useRowPages = <Row, Counts>(
  read: UseInfiniteQueryResult<InfiniteData<Page<Row, Counts>>>,
): RowPages<Row, Counts> => {
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

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { type RowPages, useRowPages } from '../../lib/rowPages.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import type { ComplaintList, ComplaintRow, Tab } from './shapes.ts';

/** The clocks are told by the store: it is asked again so often, ms. */
export const tick = 30_000;
const pageSize = 100;

export type ComplaintRows = RowPages<ComplaintRow, ComplaintList['counts']>;

export const useComplaintList = (filter: ListFilter, tab: Tab): ComplaintRows =>
  useRowPages(
    useInfiniteQuery({
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
    }),
  );

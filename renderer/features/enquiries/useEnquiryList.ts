import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { type RowPages, useRowPages } from '../../lib/rowPages.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import type { EnquiryList, EnquiryRow, Tab } from './shapes.ts';

/** What is overdue is told by the store: it is asked again so often, ms. */
export const tick = 30_000;
const pageSize = 100;

export type EnquiryRows = RowPages<EnquiryRow, EnquiryList['counts']>;

export const useEnquiryList = (filter: ListFilter, tab: Tab): EnquiryRows =>
  useRowPages(
    useInfiniteQuery({
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
    }),
  );

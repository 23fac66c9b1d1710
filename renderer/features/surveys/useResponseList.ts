import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { type RowPages, useRowPages } from '../../lib/rowPages.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import type { ResponseList, ResponseRow, Tab } from './shapes.ts';

const pageSize = 100;

export type ResponseRows = RowPages<ResponseRow, ResponseList['counts']>;

export const useResponseList = (filter: ListFilter, tab: Tab): ResponseRows =>
  useRowPages(
    useInfiniteQuery({
      ...orpc.surveys.list.infiniteOptions({
        input: (cursor: string | undefined) => ({
          ...listInput(filter, tab),
          limit: pageSize,
          ...(cursor ? { cursor } : {}),
        }),
        initialPageParam: undefined,
        getNextPageParam: (page) => page.next ?? undefined,
      }),
      placeholderData: keepPreviousData,
    }),
  );

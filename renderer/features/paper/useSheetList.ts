import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { type RowPages, useRowPages } from '../../lib/rowPages.ts';
import type { Sheet, Tab } from './shapes.ts';

const pageSize = 50;

export type SheetRows = RowPages<Sheet, { readonly open: number }>;

export const useSheetList = (tab: Tab): SheetRows =>
  useRowPages(
    useInfiniteQuery({
      ...orpc.paper.sheets.infiniteOptions({
        input: (cursor: string | undefined) => ({
          open: tab === 'open',
          limit: pageSize,
          ...(cursor ? { cursor } : {}),
        }),
        initialPageParam: undefined,
        getNextPageParam: (page) => page.next ?? undefined,
        select: ({ pages, pageParams }) => ({
          pages: pages.map(({ rows, openSheets }) => ({ rows, counts: { open: openSheets } })),
          pageParams,
        }),
      }),
      placeholderData: keepPreviousData,
    }),
  );

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { type RowPages, useRowPages } from '../../lib/rowPages.ts';
import { type ListFilter, listInput } from './listFilter.ts';
import {
  type AgencyJob,
  agencyKinds,
  type Claim,
  type Counts,
  claimStates,
  type Rescue,
  rescueKinds,
  type Tab,
} from './shapes.ts';

/** What is late is told by the store: it is asked again so often, ms. */
export const tick = 30_000;

const paged = {
  initialPageParam: undefined,
  getNextPageParam: (page: { readonly next: string | null }) => page.next ?? undefined,
};

export const useAgencyList = (filter: ListFilter, tab: Tab): RowPages<AgencyJob, Counts> => {
  const kind = agencyKinds.find((one) => one === filter.kind);
  return useRowPages(
    useInfiniteQuery({
      ...orpc.agency.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ ...listInput(filter, tab, cursor), ...(kind ? { kind } : {}) }),
        ...paged,
      }),
      placeholderData: keepPreviousData,
      refetchInterval: tick,
    }),
  );
};

export const useRescueList = (filter: ListFilter, tab: Tab): RowPages<Rescue, Counts> => {
  const kind = rescueKinds.find((one) => one === filter.kind);
  return useRowPages(
    useInfiniteQuery({
      ...orpc.rescues.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ ...listInput(filter, tab, cursor), ...(kind ? { kind } : {}) }),
        ...paged,
      }),
      placeholderData: keepPreviousData,
      refetchInterval: tick,
    }),
  );
};

export const useClaimList = (filter: ListFilter, tab: Tab): RowPages<Claim, Counts> => {
  const state = claimStates.find((one) => one === filter.kind);
  return useRowPages(
    useInfiniteQuery({
      ...orpc.claims.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ ...listInput(filter, tab, cursor), ...(state ? { state } : {}) }),
        ...paged,
      }),
      placeholderData: keepPreviousData,
      refetchInterval: tick,
    }),
  );
};

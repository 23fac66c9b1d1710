import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useParam } from '../../lib/place.ts';
import { type ListFilter, readFilter } from './listFilter.ts';

/** Which job is open and what its list shows, by the address. */
export const useListPlace = (): { readonly id: string | null; readonly filter: ListFilter } => {
  const id = useParam('id') || null;
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  return { id, filter };
};

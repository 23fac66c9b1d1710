import { type RefObject, useEffect, useRef } from 'react';
import { usePath } from './place.ts';

interface OpenedFrom {
  readonly rows: readonly { readonly id: string }[];
  readonly pending: boolean;
}

/**
 * Where nobody said which, the most urgent one is open: what wants doing first is before the eyes. Set what it gives when another list
 * is asked for, and its first one is opened too.
 *
 * @param home the list's own address; what is open stands below it
 */
export const useFirstOpened = (
  home: string,
  id: string | null,
  wanted: string | null,
  tab: string,
  { rows, pending }: OpenedFrom,
  show: (id: string) => void,
): RefObject<boolean> => {
  const first = rows[0]?.id;
  // the address changes a moment before this screen goes: what is opened then would lead back here
  const path = usePath();
  const choosing = useRef(false);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab with the same first row is another list
  useEffect(() => {
    if (pending) return;
    const here = path === home || path === `${home}/${id}`;
    const choose = here && (choosing.current || (id === null && wanted === null));
    choosing.current = false;
    if (choose && first && first !== id) latest.current(first);
  }, [home, id, wanted, first, pending, tab, path]);
  return choosing;
};

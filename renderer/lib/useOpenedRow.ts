import { type RefObject, useRef } from 'react';
import { useHotkeys } from './hotkeys.ts';
import { useBack, useGo } from './place.ts';
import { useFirstOpened } from './useFirstOpened.ts';
import { useWalk } from './useWalk.ts';

interface Listed<Filter extends { readonly tab: string | null }> {
  /** the list's own address; what is open stands below it */
  readonly home: string;
  /** the open one */
  readonly id: string | null;
  /** the form that the address asks for */
  readonly wanted: string | null;
  readonly filter: Filter;
  /** the filter's, or the one that holds the open one */
  readonly tab: NonNullable<Filter['tab']>;
  readonly list: { readonly rows: readonly { readonly id: string }[]; readonly pending: boolean };
  readonly addressOf: (id: string | null, filter: Filter, more?: Readonly<Record<string, string>>) => string;
}

interface OpenedRow<Filter extends { readonly tab: string | null }> {
  /** another one, or the same list narrowed otherwise */
  readonly show: (next: string | null, change?: Partial<Filter>) => void;
  readonly showTab: (tab: NonNullable<Filter['tab']>) => void;
  /** a form over the one that is open */
  readonly open: (what: string, more?: Readonly<Record<string, string>>) => void;
  readonly close: () => void;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  /** what Enter does with the open one */
  readonly enter: RefObject<() => void>;
}

/** A list with one of its rows open beside it: ↑ and ↓ walk through it, Esc leads back, and all of it stands in the address. */
export const useOpenedRow = <Filter extends { readonly tab: string | null }>({
  home,
  id,
  wanted,
  filter,
  tab,
  list,
  addressOf,
}: Listed<Filter>): OpenedRow<Filter> => {
  const go = useGo();
  const back = useBack('/');
  const walking = useRef(false);
  const enter = useRef<() => void>(() => undefined);
  const show = (next: string | null, change: Partial<Filter> = {}): void =>
    go(addressOf(next, { ...filter, ...change }), { replace: true });
  const step = (by: 1 | -1): void => {
    const at = list.rows.findIndex((row) => row.id === id);
    const next = list.rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), list.rows.length - 1)];
    if (!next || next.id === id) return;
    walking.current = true;
    show(next.id);
  };
  useWalk({ step, enter: () => enter.current() });
  useHotkeys({ Escape: back });
  const choosing = useFirstOpened(home, id, wanted, tab, list, show);
  return {
    show,
    showTab: (next) => {
      if (next === tab) return;
      choosing.current = true;
      go(addressOf(id, { ...filter, tab: next }), { replace: true });
    },
    open: (what, more = {}) => go(addressOf(id, filter, { do: what, ...more }), { replace: true }),
    close: () => show(id),
    walking,
    enter,
  };
};

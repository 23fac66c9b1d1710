import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to a place of the desk, `go('/customers/ID?do=visit')`; `replace` leaves no step behind. */
export type Go = (path: string, options?: { readonly replace?: boolean }) => void;

export const useGo = (): Go => {
  const { history } = useRouter();
  return useCallback<Go>(
    (path, options) => {
      if (options?.replace) history.replace(path);
      else history.push(path);
    },
    [history],
  );
};

/** One step back; to `fallback` where there is none. */
export const useBack = (fallback: string): (() => void) => {
  const { history } = useRouter();
  return useCallback(() => {
    if (history.canGoBack()) history.back();
    else history.replace(fallback);
  }, [history, fallback]);
};

/** The path shown now, `/customers/ID`. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });

/** A part of the path: `useParam('id')` on `/customers/$id`; '' where the route has none of that name. */
export const useParam = (name: string): string =>
  useRouterState({
    select: (state) => {
      const params: Readonly<Record<string, unknown>> = Object.assign(
        {},
        ...state.matches.map((match) => match.params),
      );
      const value = params[name];
      return typeof value === 'string' ? value : '';
    },
  });

/** A value behind the question mark: `useQueryValue('do')` on `?do=visit`. */
export const useQueryValue = (name: string): string | null =>
  useRouterState({
    select: (state) => new URLSearchParams(state.location.searchStr).get(name),
  });

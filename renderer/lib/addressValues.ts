import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useGo } from './place.ts';

/** Values behind the question mark of `path`, and how to change some of them (null takes one away) without a step back to them. */
export const useAddressValues = (
  path: `/${string}`,
): readonly [values: URLSearchParams, change: (changes: Readonly<Record<string, string | null>>) => void] => {
  const go = useGo();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const values = useMemo(() => new URLSearchParams(search), [search]);
  const change = (changes: Readonly<Record<string, string | null>>): void => {
    const next = new URLSearchParams(values);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    go(text ? `${path}?${text}` : path, { replace: true });
  };
  return [values, change];
};

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import { api } from './api.ts';

export interface Found {
  /** what was asked */
  readonly q: string;
  readonly hits: readonly SearchHit[];
  readonly terms: readonly string[];
  readonly tooShort: boolean;
  /** from the key to the answer */
  readonly ms: number;
}

export interface Search {
  /** the latest answer; stays while a newer one is on its way */
  readonly found: Found | null;
  readonly error: unknown;
  /** true while the latest question is unanswered */
  readonly pending: boolean;
  readonly ask: (q: string) => void;
  readonly clear: () => void;
}

/** One question a keystroke, answered in order: an answer to an older question than the last is dropped. */
export const useSearch = (limit: number): Search => {
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const running = useRef<AbortController>(null);

  const clear = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setPending(false);
    setError(null);
    setFound(null);
  }, []);

  const ask = useCallback(
    (q: string) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      const asked = performance.now();
      setPending(true);
      const latest = (): boolean => running.current === mine;
      api.customers
        .search({ q, limit }, { signal: mine.signal })
        .then((answer) => {
          if (!latest()) return;
          setFound({ q, ...answer, ms: performance.now() - asked });
          setError(null);
          setPending(false);
        })
        .catch((failure: unknown) => {
          if (!latest()) return;
          setError(failure);
          setPending(false);
        });
    },
    [limit],
  );

  useEffect(() => () => running.current?.abort(), []);
  return { found, error, pending, ask, clear };
};

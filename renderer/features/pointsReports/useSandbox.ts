import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointsRules } from '../../../db/contract/pointsRules.ts';
import { type Answer, api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';

export type SandboxResult = Answer<typeof api.points.sandbox>;

export interface Trial {
  readonly rules: PointsRules;
  readonly months: number;
}

export type SandboxState =
  | { readonly state: 'idle' | 'cancelled' }
  /** seconds so far */
  | { readonly state: 'running'; readonly trial: Trial; readonly seconds: number }
  | { readonly state: 'done'; readonly trial: Trial; readonly result: SandboxResult }
  | { readonly state: 'failed'; readonly error: unknown };

/** One trial of a rule at a time; given up where it is cancelled or the screen is left. */
export const useSandbox = () => {
  const [state, setState] = useState<SandboxState>({ state: 'idle' });
  const current = useRef<AbortController | null>(null);
  const running = state.state === 'running';

  useEffect(() => {
    if (!running) return;
    const begun = clockNow();
    const timer = setInterval(() => {
      const seconds = Math.floor((clockNow() - begun) / 1000);
      setState((now) => (now.state === 'running' ? { ...now, seconds } : now));
    }, 250);
    return () => clearInterval(timer);
  }, [running]);

  const run = useCallback((trial: Trial): void => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setState({ state: 'running', trial, seconds: 0 });
    const settle = (next: SandboxState): void => {
      if (current.current !== mine) return;
      current.current = null;
      setState(next);
    };
    api.points.sandbox({ rules: trial.rules, months: trial.months }, { signal: mine.signal }).then(
      (result) => settle({ state: 'done', trial, result }),
      (error: unknown) => settle({ state: 'failed', error }),
    );
  }, []);

  const cancel = useCallback((): void => {
    if (!current.current) return;
    current.current.abort();
    current.current = null;
    setState({ state: 'cancelled' });
  }, []);

  useEffect(() => () => current.current?.abort(), []);
  return { state, run, cancel };
};

import { useCallback, useEffect, useRef, useState } from 'react';
import { clockNow } from '../../lib/clock.ts';
import { useOpenForm } from '../../lib/openForms.ts';
import { useMe } from '../../lib/session.ts';
import { joinEdits } from './joinEdits.ts';
import { dropDraft, hasShape, keepDraft, keptDraft, sweepDrafts } from './keptDraft.ts';

export interface KeptDraft<T> {
  readonly draft: T;
  readonly change: (change: Partial<T> | ((draft: T) => T)) => void;
  /** UTC ms at which what was restored had been typed, null where the form began empty */
  readonly restoredAt: number | null;
  /** True once anything was typed (or restored). */
  readonly touched: boolean;
  /** Back to the beginning, nothing kept. */
  readonly discard: () => void;
  /** Saved: nothing to keep any more. */
  readonly done: () => void;
}

/**
 * A form's values, kept in this desk's browser while they are not saved: Esc, a scan that leads elsewhere, or a crash lose
 * nothing, and the form begins there again next time.
 */
export const useKeptDraft = <T extends object>(
  form: string,
  begin: T,
  /** `follows`: of a form that changes what is in the store, given by `begin` as it stands there: what another desk changes meanwhile is taken over */
  { follows = false }: { readonly follows?: boolean } = {},
): KeptDraft<T> => {
  const me = useMe();
  const key = `${me?.staffId ?? 'nobody'}.${form}`;
  const first = useRef(begin);
  const [restored] = useState(() => {
    const now = clockNow();
    sweepDrafts(now);
    return keptDraft(key, now, (value): value is T => hasShape(value, begin));
  });
  const [draft, setDraft] = useState<T>(restored?.value ?? begin);
  const [restoredAt, setRestoredAt] = useState<number | null>(restored?.at ?? null);
  const [touched, setTouched] = useState(restored !== null);
  const finished = useRef(false);
  useOpenForm(touched);

  useEffect(() => {
    if (!touched || finished.current) return;
    if (JSON.stringify(draft) === JSON.stringify(first.current)) dropDraft(key);
    else keepDraft(key, draft, clockNow());
  }, [key, draft, touched]);

  // saving sends every field: those that nobody touched here must not go back to what they were when the form was opened
  const stands = follows ? JSON.stringify(begin) : null;
  useEffect(() => {
    if (stands === null || stands === JSON.stringify(first.current)) return;
    const base = first.current;
    const theirs: T = JSON.parse(stands);
    first.current = theirs;
    setDraft((draft) => joinEdits(base, theirs, draft).draft);
  }, [stands]);

  const change = useCallback<KeptDraft<T>['change']>((next) => {
    setTouched(true);
    setDraft((draft) => (typeof next === 'function' ? next(draft) : { ...draft, ...next }));
  }, []);
  const discard = useCallback(() => {
    dropDraft(key);
    setDraft(first.current);
    setTouched(false);
    setRestoredAt(null);
  }, [key]);
  const done = useCallback(() => {
    finished.current = true;
    dropDraft(key);
  }, [key]);

  return { draft, change, restoredAt, touched, discard, done };
};

import { useRef, useState } from 'react';

/** So many steps back; a face has few things on it. */
const mostSteps = 100;

export interface History<T> {
  /**
   * Another value. Changes that carry the same `stroke` one after the other (a drag, the typing in one field) are one step back; one
   * without is a step of its own.
   */
  readonly apply: (next: T, stroke?: string) => void;
  /** the drag is over: what comes is another step */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Steps back and forward over a value that is kept elsewhere. */
export const useHistory = <T>(value: T, change: (next: T) => void): History<T> => {
  const [past, setPast] = useState<readonly T[]>([]);
  const [future, setFuture] = useState<readonly T[]>([]);
  const stroke = useRef<string | null>(null);
  const settle = (): void => {
    stroke.current = null;
  };
  return {
    settle,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    apply: (next, named) => {
      if (named === undefined || named !== stroke.current) setPast([...past, value].slice(-mostSteps));
      stroke.current = named ?? null;
      setFuture([]);
      change(next);
    },
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      settle();
      setPast(past.slice(0, -1));
      setFuture([value, ...future]);
      change(before);
    },
    redo: () => {
      const [after, ...rest] = future;
      if (after === undefined) return;
      settle();
      setPast([...past, value]);
      setFuture(rest);
      change(after);
    },
  };
};

import { useEffect } from 'react';

/** Forms on screen that hold something typed and not saved. */
const open = new Set<object>();

/** Counts a form as open while `held`; its draft is kept by `useKeptDraft`. */
export const useOpenForm = (held: boolean): void => {
  useEffect(() => {
    if (!held) return;
    const mark = {};
    open.add(mark);
    return () => {
      open.delete(mark);
    };
  }, [held]);
};

export const formIsOpen = (): boolean => open.size > 0;

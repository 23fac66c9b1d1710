import { type RefObject, useEffect, useRef, useState } from 'react';

export interface Popup {
  readonly open: boolean;
  /** around the button and what it opens: a press outside closes */
  readonly root: RefObject<HTMLDivElement | null>;
  /** the button */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly setOpen: (open: boolean) => void;
  /** closes it and gives the focus back to the button */
  readonly close: () => void;
}

/** What a button opens under itself: it takes the focus to the first of `firstFocus`, a selector, and a press elsewhere closes it. */
export const usePopup = (firstFocus: string): Popup => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>(firstFocus)?.focus();
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('mousedown', outside);
    return () => window.removeEventListener('mousedown', outside);
  }, [open, firstFocus]);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return { open, root, opener, setOpen, close };
};

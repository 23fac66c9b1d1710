import { useEffect, useRef } from 'react';

interface Walk {
  /** ↑ and ↓ */
  readonly step: (by: 1 | -1) => void;
  /** Enter where it presses nothing else: the deed that comes next */
  readonly enter: () => void;
}

/** Over the screen, or a part of it that goes by arrows itself: the complaint that is read scrolls. */
const ownArrows = '[data-reads], textarea, select, [role=combobox], [role=radiogroup], input[type=radio]';
/** What Enter presses, but for the row of the complaint that is open already. */
const ownEnter =
  'a, button:not([aria-current=true]), input:not([type=checkbox]), textarea, select, summary, [role=option], [role=combobox]';

/** The keys of a list with one of its rows open beside it. */
export const useWalk = (walk: Walk): void => {
  const latest = useRef(walk);
  useEffect(() => {
    latest.current = walk;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (document.querySelector('dialog[open], [role=menu], [role=dialog]')) return;
      const target = event.target instanceof Element ? event.target : null;
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (by !== 0 && !target?.closest(ownArrows)) {
        event.preventDefault();
        latest.current.step(by);
      } else if (event.key === 'Enter' && !event.repeat && !target?.closest(ownEnter)) {
        event.preventDefault();
        latest.current.enter();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

import type { ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';
import { usePopup } from './usePopup.ts';

export interface PopoverProps {
  /** of the button, and of what it opens */
  readonly label: string;
  readonly button: ReactNode;
  readonly align?: 'left' | 'right';
  readonly children: (close: () => void) => ReactNode;
}

/** A chip that opens a small form under it; Esc closes it and gives the focus back. */
export const Popover = ({ label, button, align = 'right', children }: PopoverProps) => {
  const { open, root, opener, setOpen, close } = usePopup('.popover :is(input:enabled, button, select)');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Esc of the form inside
    <div
      className="menu"
      ref={root}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        ref={opener}
        className="chip"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {button}
        <ChevronDownIcon size={14} />
      </button>
      {open && (
        <div className={`menu-list popover ${align}`} role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  );
};

import './menu.css';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { usePopup } from './usePopup.ts';

export interface MenuEntry {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly label: string;
  /** one of a set: shown with a tick */
  readonly checked?: boolean;
  readonly perform: () => void;
}

export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** what the button opens, for those who listen */
  readonly label: string;
  readonly button: ReactNode;
  readonly groups: readonly MenuGroup[];
  /** looks of the button: a word in the top bar, or a chip (brand when it holds a choice) */
  readonly look?: 'plain' | 'chip' | 'chosen';
  /** which edge of the button the menu hangs from */
  readonly align?: 'left' | 'right';
}

/** A button with a menu under it: arrows move, Esc closes, a tick shows what holds. */
export const Menu = ({ label, button, groups, look = 'plain', align = 'right' }: MenuProps) => {
  const { open, root, opener, setOpen, close } = usePopup(item);
  const menuId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    const all = items(root.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = nextIndex(event.key, at, all.length);
    if (to !== null) all[to]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the menu inside
    <div className="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={opener}
        className={buttonClass[look]}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {button}
        <ChevronDownIcon size={14} />
      </button>
      {open && (
        <div className={`menu-list ${align}`} role="menu" id={menuId} aria-label={label}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a menu
            <div key={group.entries.map((entry) => entry.id).join()} role="group" aria-label={group.title ?? label}>
              {group.title && (
                <div className="menu-title" aria-hidden="true">
                  {group.title}
                </div>
              )}
              {group.entries.map((entry) => (
                <button
                  type="button"
                  key={entry.id}
                  className="menu-item"
                  tabIndex={-1}
                  {...(entry.checked === undefined
                    ? { role: 'menuitem' }
                    : { role: 'menuitemradio', 'aria-checked': entry.checked })}
                  onClick={() => {
                    close();
                    entry.perform();
                  }}
                >
                  {entry.icon}
                  <span>{entry.label}</span>
                  {entry.checked && <CheckIcon size={16} />}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};

const buttonClass = { plain: 'menu-button', chip: 'chip', chosen: 'chip brand' } as const;

const item = '[role^="menuitem"]';
const items = (root: HTMLElement | null): HTMLElement[] => [...(root?.querySelectorAll<HTMLElement>(item) ?? [])];

const nextIndex = (key: string, at: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

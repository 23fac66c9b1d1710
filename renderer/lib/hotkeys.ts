import { useEffect, useRef } from 'react';
import { longestGap } from './scanner.ts';

/**
 * 'Alt+N', 'Ctrl+S' (Command on a Mac too), 'Escape', 'F1', '?', or a single letter or digit: 'V', '3' (ignored while one types), as
 * are 'Plus' and 'Minus', on either block of keys.
 */
export type Hotkey = string;

interface Layer {
  readonly keys: () => Readonly<Record<Hotkey, (event: KeyboardEvent) => void>>;
  readonly inDialog: boolean;
  readonly first: boolean;
}

/** Later layers (a form over a page) come first, but for those that said they do. */
const layers: Layer[] = [];

/** A letter or digit alone waits so long, ms, whether it is the first of a scanner's keys: see lib/scanner.ts. */
const letterWait = longestGap + 5;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** True where keys are text for something that is being filled in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox],[type=radio],[type=file]), textarea, select, [role=combobox]'));

const dialogOpen = (): boolean =>
  document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null;

/**
 * True where the event is that key. Letters and digits are read by key code, so that an input method, Caps Lock or
 * another layout does not matter.
 */
export const isHotkey = (event: KeyboardEvent, hotkey: Hotkey): boolean => {
  const parts = hotkey.split('+');
  const key = parts.pop() ?? '';
  const wants = (name: string): boolean => parts.includes(name);
  if (wants('Ctrl') !== (event.ctrlKey || event.metaKey)) return false;
  if (wants('Alt') !== event.altKey) return false;
  if (key === '?') return event.key === '?' || event.key === '？';
  if (key === 'Plus') return event.code === 'Equal' || event.code === 'NumpadAdd';
  if (key === 'Minus') return event.code === 'Minus' || event.code === 'NumpadSubtract';
  if (wants('Shift') !== event.shiftKey) return false;
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}`;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  return event.key === key;
};

/** Keys that mean something else where text is typed. */
const isTextKey = (hotkey: Hotkey): boolean => hotkey.length === 1 || ['Ctrl+Z', 'Plus', 'Minus'].includes(hotkey);

const onKey = (event: KeyboardEvent): void => {
  clearTimeout(waiting);
  if (event.defaultPrevented || event.isComposing) return;
  const inDialog = dialogOpen();
  for (const layer of layers.toReversed().sort((a, b) => Number(b.first) - Number(a.first))) {
    for (const [hotkey, act] of Object.entries(layer.keys())) {
      if (!isHotkey(event, hotkey)) continue;
      if (inDialog && !layer.inDialog) {
        // Ctrl K behind a form must not open the browser's own search instead
        if (event.ctrlKey || event.metaKey) event.preventDefault();
        continue;
      }
      if (isTextKey(hotkey) && isTyping(event.target)) continue;
      event.preventDefault();
      if (/^[A-Z\d]$/.test(hotkey)) waiting = setTimeout(() => act(event), letterWait);
      else act(event);
      return;
    }
  }
};

/**
 * Keys that work while the component is shown. Where two layers know the same key, the one mounted last has it. While a
 * dialog is open only layers with `inDialog` hear keys; `first` comes before all of them.
 */
export const useHotkeys = (
  keys: Readonly<Record<Hotkey, (event: KeyboardEvent) => void>>,
  {
    enabled = true,
    inDialog = false,
    first = false,
  }: { readonly enabled?: boolean; readonly inDialog?: boolean; readonly first?: boolean } = {},
): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const layer: Layer = { keys: () => latest.current, inDialog, first };
    if (layers.length === 0) window.addEventListener('keydown', onKey);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, [enabled, inDialog, first]);
};

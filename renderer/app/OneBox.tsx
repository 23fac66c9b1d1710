import './oneBox.css';
import {
  type CompositionEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors.ts';
import { isHotkey, isTyping } from '../lib/hotkeys.ts';
import { useGo, usePath } from '../lib/place.ts';
import { useSearch } from '../lib/useSearch.ts';
import { SearchIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { boxInputId } from './boxFocus.ts';
import { boxItems, recordHomes } from './boxItems.ts';
import type { Command, Perform } from './feature.ts';
import { hitCommands } from './features.ts';
import { HitActions } from './HitActions.tsx';
import { HitLine } from './HitLine.tsx';
import { onScan } from './scans.ts';
import { useNumbered } from './useNumbered.ts';

const mostHits = 8;

export interface OneBoxProps {
  readonly commands: readonly Command[];
  readonly perform: Perform;
}

/**
 * Customers, vehicles, cards and commands by any fragment, one answer a keystroke. Plain elements only: a key must be on
 * screen within 50 ms.
 */
export const OneBox = ({ commands, perform }: OneBoxProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const search = useSearch(mostHits);
  const { found, pending } = search;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  /** Enter came before its answer: open the first hit as soon as it is here */
  const [awaited, setAwaited] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const listId = useId();

  const numbered = useNumbered(typed);
  const items = useMemo(() => boxItems(found, numbered, commands, typed, t), [found, numbered, commands, typed, t]);
  const item = items[Math.min(at, items.length - 1)];
  const tooShort = typed !== '' && found?.tooShort === true && !pending;
  const nothing =
    typed !== '' &&
    !pending &&
    found !== null &&
    found.hits.length === 0 &&
    !tooShort &&
    items.every((entry) => entry.kind === 'new');

  const type = (value: string): void => {
    setTyped(value);
    setOpen(true);
    setAt(0);
    setAwaited(false);
    // an input method shows wang'wei while it composes
    const q = value.replaceAll("'", '').trim();
    if (q) search.ask(q);
    else search.clear();
  };
  const leave = (): void => {
    setTyped('');
    setOpen(false);
    setAt(0);
    search.clear();
    input.current?.blur();
  };
  const choose = (index: number): void => {
    const chosen = items[index];
    if (!chosen) return;
    leave();
    switch (chosen.kind) {
      case 'hit':
        go(`/customers/${chosen.hit.id}`);
        return;
      case 'numbered':
        go(`${recordHomes[chosen.record.kind]}/${chosen.record.id}`);
        return;
      case 'command':
        perform(chosen.command);
        return;
      case 'new':
        go(`/customers/new?paste=${encodeURIComponent(chosen.typed)}`);
        return;
    }
  };
  const act = (command: Command): void => {
    if (item?.kind !== 'hit') return;
    leave();
    perform(command, `/customers/${item.hit.id}`);
  };

  useFocusKeys(input);
  const leaveLatest = useRef(leave);
  useEffect(() => {
    leaveLatest.current = leave;
  });
  useEffect(() => onScan(() => leaveLatest.current()), []);
  useEffect(() => {
    if (!awaited || pending) return;
    setAwaited(false);
    choose(0);
  });
  useEffect(() => {
    if (!open) return;
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('mousedown', outside);
    return () => window.removeEventListener('mousedown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        setOpen(true);
        setAt(open ? (Math.min(at, items.length - 1) + 1) % Math.max(1, items.length) : 0);
        break;
      case 'ArrowUp':
        setAt((Math.min(at, items.length - 1) - 1 + items.length) % Math.max(1, items.length));
        break;
      case 'Enter':
        if (pending) setAwaited(true);
        else if (open) choose(Math.min(at, items.length - 1));
        break;
      case 'Escape':
        leave();
        break;
      case 'Tab': {
        const first = event.shiftKey ? null : actions.current?.querySelector('button');
        if (!first) {
          setOpen(false);
          return;
        }
        first.focus();
        break;
      }
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = open && (items.length > 0 || nothing || tooShort || search.error !== null);
  const optionId = (index: number): string => `${listId}-${index}`;
  const current = items.length > 0 ? Math.min(at, items.length - 1) : -1;

  return (
    <div className={shown ? 'one-box open' : 'one-box'} ref={root}>
      <SearchIcon size={16} />
      <input
        ref={input}
        id={boxInputId}
        type="text"
        role="combobox"
        aria-label={t('common.box.label')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="Control+K"
        {...(shown && current >= 0 ? { 'aria-activedescendant': optionId(current) } : {})}
        placeholder={t('common.box.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={64}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {typed && found && (
        <span className="one-box-ms">{t('common.box.milliseconds', { ms: milliseconds(found.ms) })}</span>
      )}
      <KeyHint keys={shown ? 'Esc' : 'Ctrl+K'} />
      <div className="heard-only" role="status">
        {shown && typed && !pending ? t('common.box.count', { count: items.length }) : ''}
      </div>
      {shown && (
        <div className="one-box-list">
          <div role="listbox" id={listId} aria-label={t('common.box.label')}>
            {items.map((entry, index) => (
              <HitLine
                key={entry.key}
                id={optionId(index)}
                item={entry}
                terms={found?.terms ?? []}
                current={index === current}
                headed={entry.group !== items[index - 1]?.group}
                onChoose={() => choose(index)}
                onPoint={() => setAt(index)}
              />
            ))}
          </div>
          {tooShort && <p className="one-box-note">{t('common.box.tooShort')}</p>}
          {nothing && (
            <p className="one-box-note">
              <strong>{t('common.box.nothing', { q: found?.q ?? '' })}</strong>
              <br />
              {t('common.box.nothingHint')}
            </p>
          )}
          {search.error !== null && (
            <p className="one-box-note red" role="alert">
              {errorText(search.error, t, 'read')}
            </p>
          )}
          {item?.kind === 'hit' && (
            <HitActions
              ref={actions}
              name={item.hit.name}
              commands={hitCommands}
              onAct={act}
              onBack={() => input.current?.focus()}
            />
          )}
        </div>
      )}
    </div>
  );
};

const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

/** On 今日 any character simply begins; Ctrl K is a command. */
const useFocusKeys = (input: RefObject<HTMLInputElement | null>): void => {
  const path = usePath();
  useEffect(() => {
    if (path !== '/') return;
    const begin = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open], [role=dialog], [role=menu]')) return;
      const character = [...event.key].length === 1 && event.key !== ' ' && !isHotkey(event, '?');
      if (character || event.key === 'Process') input.current?.focus();
    };
    window.addEventListener('keydown', begin);
    return () => window.removeEventListener('keydown', begin);
  }, [path, input]);
};

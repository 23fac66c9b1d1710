import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { longestGap } from '../../lib/scanner.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { BoardBar } from './BoardBar.tsx';
import { actionOfKey, BoardColumn, type CardAction, shownAtFirst } from './BoardColumn.tsx';
import type { BoardPanel } from './BoardPanels.tsx';
import css from './board.module.css';
import {
  type Board as BoardData,
  type BoardStep,
  type BookingCard,
  boardSteps,
  findCard,
  isArrowKey,
  neighbour,
  stepOf,
  type VisitCard,
  whyNot,
} from './boardMoves.ts';
import { useBoard, useBoardActions, visitName } from './useBoard.ts';
import { useCardActions } from './useCardActions.ts';

const loadPanels = () => import('./BoardPanels.tsx');
const BoardPanels = lazy(loadPanels);

/** 看板: the day's cars, booked → arrived → in work → ready → left. */
export const Board = () => {
  const { data, error, refetch } = useBoard();
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return <LoadedBoard board={data} />;
};

const noVisits: readonly VisitCard[] = [];
const noBookings: readonly BookingCard[] = [];

const LoadedBoard = ({ board }: { readonly board: BoardData }) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const actions = useBoardActions();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [allShown, setAllShown] = useState(false);
  const [panel, setPanel] = useState<BoardPanel | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { columns } = board;

  const latestDragged = useRef(dragged);
  useLayoutEffect(() => {
    latestDragged.current = dragged;
  });
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 300);
    return () => clearTimeout(timer);
  }, []);

  const ids = useMemo(
    () =>
      boardSteps.map((step) => {
        const cards = columns[step].map((card) => card.id);
        return allShown || step !== 'left' ? cards : cards.slice(0, shownAtFirst);
      }),
    [columns, allShown],
  );
  const chosenCard = chosen === null ? null : findCard(columns, chosen);
  const tabId = chosenCard ? chosen : (ids.find((column) => column.length > 0)?.[0] ?? null);

  const focus = useCallback((id: string): void => {
    root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus({ preventScroll: false });
  }, []);
  /** The card was taken out and put into another column: the focus goes with it, before the next key can come. */
  useLayoutEffect(() => {
    if (chosen === null || panel) return;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost && columns && root.current?.dataset['held'] === 'true') focus(chosen);
  }, [columns, chosen, panel, focus]);

  /** A car just taken in gets the focus as soon as the board shows its card, be that now or after the next answer. */
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    const id = awaited.current;
    if (id === null || panel || !findCard(columns, id)) return;
    awaited.current = null;
    requestAnimationFrame(() => focus(id));
  }, [columns, panel, focus]);

  const { moveTo, act: actOn } = useCardActions(actions, setPanel, setChosen);
  const act = useCallback(
    (action: CardAction, id: string): void => {
      const card = findCard(actions.columns(), id);
      if (card) actOn(action, card);
    },
    [actOn, actions],
  );

  const drop = useCallback(
    (step: BoardStep): void => {
      const id = latestDragged.current;
      setDragged(null);
      const card = id === null ? null : findCard(actions.columns(), id);
      if (card) moveTo(card, step);
    },
    [actions, moveTo],
  );
  const showAll = useCallback(() => setAllShown(true), []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    clearTimeout(waiting.current);
    const onCard = event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined;
    if (!onCard || chosen === null || panel || event.altKey || event.ctrlKey || event.metaKey) return;
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (event.shiftKey && event.key === 'ArrowLeft') act('back', chosen);
    else if (event.shiftKey && event.key === 'ArrowRight') act('on', chosen);
    else if (isArrowKey(event.key)) {
      const next = neighbour(ids, chosen, event.key);
      if (next) focus(next);
    } else if (event.key === 'Enter') act('open', chosen);
    else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    else if (letter === 'M' && !event.shiftKey) act('on', chosen);
    else {
      const perform = letter && !event.shiftKey ? letterAction(letter, chosen) : null;
      if (!perform) return;
      waiting.current = setTimeout(perform, longestGap + 5);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** A letter on a chosen card; those that open a form wait whether they are the first of a scanner's keys. */
  const letterAction = (letter: string, id: string): (() => void) | null => {
    if (letter === 'B') return () => setPanel({ kind: 'booking', booking: null });
    if (letter === 'W') return () => setPanel({ kind: 'come', booking: null });
    const action = chosenCard ? actionOfKey(stepOf(chosenCard), letter) : null;
    return action ? () => act(action, id) : null;
  };

  /** With nothing in hand an arrow takes the first card; letters still begin a search. */
  useEffect(() => {
    const begin = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || !isArrowKey(event.key) || event.shiftKey || event.ctrlKey || event.altKey) return;
      const free =
        event.target === document.body || (event.target instanceof HTMLElement && event.target.id === 'content');
      if (!free || !tabId || document.querySelector('dialog[open], [role=menu]')) return;
      event.preventDefault();
      focus(tabId);
    };
    window.addEventListener('keydown', begin);
    return () => window.removeEventListener('keydown', begin);
  }, [tabId, focus]);

  const draggedCard = dragged === null ? null : findCard(columns, dragged);
  const hold = (held: boolean): void => {
    if (root.current) root.current.dataset['held'] = String(held);
  };
  return (
    <div className={css['board']}>
      <BoardBar board={board} onPanel={setPanel} />
      <ControlGroup
        ref={root}
        className={css['columns']}
        label={t('board.label')}
        onKeyDown={onKeyDown}
        onFocus={() => hold(true)}
        onBlur={(event) => {
          // a card that moves loses the focus by being taken out, not by somebody going elsewhere
          if (event.relatedTarget !== null || event.target.isConnected) hold(false);
        }}
      >
        {boardSteps.map((step) => (
          <BoardColumn
            key={step}
            step={step}
            bookings={step === 'booked' ? columns.booked : noBookings}
            visits={step === 'booked' ? noVisits : columns[step]}
            chosenId={chosenCard && stepOf(chosenCard) === step ? chosen : null}
            tabId={tabId !== null && columns[step].some((card) => card.id === tabId) ? tabId : null}
            longWaitMinutes={board.longWaitMinutes}
            today={today}
            timeZone={timeZone}
            allShown={allShown}
            onShowAll={showAll}
            onChoose={setChosen}
            onAct={act}
            onDrag={setDragged}
            onDropHere={drop}
            takes={draggedCard ? whyNot(draggedCard, step) === null : null}
          />
        ))}
      </ControlGroup>
      <Suspense>
        {panel && (
          <BoardPanels
            panel={panel}
            actions={actions}
            undecided={board.undecided}
            onClose={() => setPanel(null)}
            onPanel={setPanel}
            onPlaced={(visit) => {
              setPanel(null);
              setChosen(visit.id);
              awaited.current = visit.id;
              void notifyUndoable(t('board.arrived', { name: visitName(visit) }), t);
            }}
          />
        )}
      </Suspense>
    </div>
  );
};

import { Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliverySteps, stepAfter, stepBefore } from '../../../db/domain/deliveries/steps.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { longestGap } from '../../lib/scanner.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CalendarIcon, CheckIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from '../board/board.module.css';
import { isArrowKey, neighbour } from '../board/boardMoves.ts';
import type { CardAction } from './DeliveryCard.tsx';
import { DeliveryColumn } from './DeliveryColumn.tsx';
import { type Board, type Delivery, isOver, type Step } from './shapes.ts';
import { useMoveDelivery } from './useDeliveries.ts';

export interface DeliveryBoardProps {
  readonly board: Board;
  /** a form lies over it */
  readonly busy: boolean;
  readonly onNew: () => void;
  /** a delivery, or a form over it */
  readonly onOpen: (id: string, what: 'deliver' | 'edit' | null) => void;
}

const noRows: readonly Delivery[] = [];

/** 检测 → 运输 → PDI → 交车准备 → 交付: arrows walk, M moves on, Shift ← back, Enter opens; or drag. */
export const DeliveryBoard = ({ board, busy, onNew, onOpen }: DeliveryBoardProps) => {
  const { t } = useTranslation();
  const move = useMoveDelivery();
  const root = useRef<HTMLDivElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const { rows } = board;
  const columns = useMemo(
    () => new Map(deliverySteps.map((step) => [step, rows.filter((row) => row.step === step)])),
    [rows],
  );
  const ids = useMemo(() => deliverySteps.map((step) => (columns.get(step) ?? noRows).map(({ id }) => id)), [columns]);
  const chosenCard = rows.find(({ id }) => id === chosen);
  const tabId = chosenCard ? chosen : (ids.find((column) => column.length > 0)?.[0] ?? null);
  const latest = useRef({ rows, dragged });
  useLayoutEffect(() => {
    latest.current = { rows, dragged };
  });

  const focus = useCallback((id: string): void => {
    root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
  }, []);
  /** A card that moved was taken out and put into another column: the focus goes with it, before the next key can come. */
  useLayoutEffect(() => {
    if (chosen === null || busy) return;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost && columns && root.current?.dataset['held'] === 'true') focus(chosen);
  }, [columns, chosen, busy, focus]);

  const moveTo = useCallback(
    (row: Delivery, to: Step): void => {
      if (row.step === to) return;
      if (isOver(row)) notify(t('deliveries.noWayBack'), { tone: 'amber' });
      else if (to === 'delivered') onOpen(row.id, 'deliver');
      else move(row, to);
    },
    [move, onOpen, t],
  );
  const act = useCallback(
    (action: CardAction, id: string): void => {
      const row = latest.current.rows.find((one) => one.id === id);
      if (!row) return;
      switch (action) {
        case 'open':
          onOpen(id, null);
          return;
        case 'edit':
          onOpen(id, isOver(row) ? null : 'edit');
          return;
        case 'on': {
          const next = stepAfter(row.step);
          if (next) moveTo(row, next);
          else notify(t('deliveries.atEnd'), { tone: 'amber' });
          return;
        }
        case 'back': {
          const before = stepBefore(row.step);
          if (before) moveTo(row, before);
          else notify(t(isOver(row) ? 'deliveries.atEnd' : 'deliveries.noBack'), { tone: 'amber' });
        }
      }
    },
    [moveTo, onOpen, t],
  );
  const drop = useCallback(
    (step: Step): void => {
      const row = latest.current.rows.find(({ id }) => id === latest.current.dragged);
      setDragged(null);
      if (row) moveTo(row, step);
    },
    [moveTo],
  );

  useScreenDeeds({
    'deliveries.on': () => tabId !== null && act('on', tabId),
    'deliveries.open': () => tabId !== null && act('open', tabId),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    clearTimeout(waiting.current);
    const onCard = event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined;
    if (!onCard || chosen === null || busy || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey && event.key === 'ArrowLeft') act('back', chosen);
    else if (event.shiftKey && event.key === 'ArrowRight') act('on', chosen);
    else if (isArrowKey(event.key)) {
      const next = neighbour(ids, chosen, event.key);
      if (next) focus(next);
    } else if (event.key === 'Enter') act('open', chosen);
    else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    else if (event.code === 'KeyM' && !event.shiftKey) {
      // the last step opens a form: it waits whether this is the first of a scanner's keys
      if (chosenCard?.step === 'preparation') waiting.current = setTimeout(() => act('on', chosen), longestGap + 5);
      else act('on', chosen);
    } else if (event.code === 'KeyE' && !event.shiftKey) {
      waiting.current = setTimeout(() => act('edit', chosen), longestGap + 5);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** With nothing in hand an arrow takes the first card. */
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

  const draggedCard = rows.find(({ id }) => id === dragged);
  const hold = (held: boolean): void => {
    if (root.current) root.current.dataset['held'] = String(held);
  };
  return (
    <div className={css['board']}>
      <Bar board={board} onNew={onNew} />
      <ControlGroup
        ref={root}
        className={css['columns']}
        label={t('deliveries.columns')}
        onKeyDown={onKeyDown}
        onFocus={() => hold(true)}
        onBlur={(event) => {
          // a card that moves loses the focus by being taken out, not by somebody going elsewhere
          if (event.relatedTarget !== null || event.target.isConnected) hold(false);
        }}
      >
        {deliverySteps.map((step) => {
          const here = columns.get(step) ?? noRows;
          return (
            <DeliveryColumn
              key={step}
              step={step}
              rows={here}
              chosenId={chosenCard?.step === step ? chosen : null}
              tabId={here.some(({ id }) => id === tabId) ? tabId : null}
              onChoose={setChosen}
              onAct={act}
              onDrag={setDragged}
              onDropHere={drop}
              takes={draggedCard ? !isOver(draggedCard) || draggedCard.step === step : null}
            />
          );
        })}
      </ControlGroup>
    </div>
  );
};

/** The board in figures, and what begins something new. */
const Bar = ({ board: { counts }, onNew }: { readonly board: Board; readonly onNew: () => void }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <div className={css['bar']}>
      <h1>{t('deliveries.board')}</h1>
      <Chip tone="brand">{t('deliveries.onBoard', { count: counts.open })}</Chip>
      {counts.today > 0 && (
        <Chip tone="amber" icon={<CalendarIcon size={14} />}>
          {t('deliveries.today', { count: counts.today })}
        </Chip>
      )}
      {counts.late > 0 ? (
        <Chip tone="red" icon={<WarningIcon size={14} />}>
          {t('deliveries.late', { count: counts.late })}
        </Chip>
      ) : (
        counts.open > 0 && (
          <Chip tone="green" icon={<CheckIcon size={14} />}>
            {t('deliveries.allOnTime')}
          </Chip>
        )
      )}
      <div className={css['barEnd']}>
        <Button onClick={() => go('/deliveries/past')}>
          {t('deliveries.past')}
          <KeyHint keys="H" />
        </Button>
        <ActionButton
          type="primary"
          icon={<PlusIcon size={16} />}
          label={t('deliveries.new')}
          keys="Alt+N"
          onClick={onNew}
        />
      </div>
    </div>
  );
};

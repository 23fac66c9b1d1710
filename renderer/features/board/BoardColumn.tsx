import { Button } from 'antd';
import { type DragEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { BookingFace, VisitFace } from './BoardCards.tsx';
import css from './board.module.css';
import { type BoardStep, type BookingCard, nextStep, type VisitCard } from './boardMoves.ts';

/** A busy day's departures would make every other card wait: the rest is behind a button. */
export const shownAtFirst = 40;

export type CardAction = 'on' | 'back' | 'open' | 'lines' | 'void' | 'survey' | 'edit' | 'noShow' | 'cancel';

export interface BoardColumnProps {
  readonly step: BoardStep;
  readonly bookings: readonly BookingCard[];
  readonly visits: readonly VisitCard[];
  /** only where it is in this column */
  readonly chosenId: string | null;
  /** the card that Tab reaches */
  readonly tabId: string | null;
  readonly longWaitMinutes: number;
  readonly today: string;
  readonly timeZone: string;
  readonly allShown: boolean;
  readonly onShowAll: () => void;
  readonly onChoose: (id: string) => void;
  readonly onAct: (action: CardAction, id: string) => void;
  readonly onDrag: (id: string | null) => void;
  readonly onDropHere: (step: BoardStep) => void;
  /** while a card is dragged: may it come here */
  readonly takes: boolean | null;
}

/** One step of the day with its cards, top to bottom in order of time. */
export const BoardColumn = memo((props: BoardColumnProps) => {
  const { step, bookings, visits, takes, onDropHere } = props;
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const count = bookings.length + visits.length;
  const shownVisits = props.allShown || step !== 'left' ? visits : visits.slice(0, shownAtFirst);
  const className = [css['column'], over && takes === true ? css['takes'] : '', takes === false ? css['refuses'] : '']
    .filter(Boolean)
    .join(' ');
  return (
    <section
      className={className}
      aria-label={t('board.columnOf', { step: t(`board.step.${step}`), count })}
      onDragOver={(event) => {
        event.preventDefault();
        if (!over) setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropHere(step);
      }}
    >
      <h2 className={css['columnHead']}>
        {t(`board.step.${step}`)} <span className={css['count']}>{count}</span>
      </h2>
      <ul className={css['cards']}>
        {bookings.map((booking) => (
          <Card key={booking.id} booking={booking} visit={null} {...shared(props, booking.id)} />
        ))}
        {shownVisits.map((visit) => (
          <Card key={visit.id} booking={null} visit={visit} {...shared(props, visit.id)} />
        ))}
        {count === 0 && <li className={css['none']}>{t(`board.none.${step}`)}</li>}
        {shownVisits.length < visits.length && (
          <li className={css['rest']}>
            <Button size="small" onClick={props.onShowAll}>
              {t('board.rest', { count: visits.length - shownVisits.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
});
BoardColumn.displayName = 'BoardColumn';

const shared = (props: BoardColumnProps, id: string) => ({
  id,
  longWaitMinutes: props.longWaitMinutes,
  today: props.today,
  timeZone: props.timeZone,
  step: props.step,
  chosen: props.chosenId === id,
  tab: props.tabId === id,
  onChoose: props.onChoose,
  onAct: props.onAct,
  onDrag: props.onDrag,
});

interface CardProps {
  readonly id: string;
  readonly step: BoardStep;
  readonly chosen: boolean;
  readonly tab: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAct: (action: CardAction, id: string) => void;
  readonly onDrag: (id: string | null) => void;
  readonly booking: BookingCard | null;
  readonly visit: VisitCard | null;
  readonly longWaitMinutes: number;
  readonly today: string;
  readonly timeZone: string;
}

const actionsOf: Readonly<Record<BoardStep, readonly (readonly [CardAction, string])[]>> = {
  booked: [
    ['edit', 'E'],
    ['noShow', 'N'],
    ['cancel', 'X'],
  ],
  arrived: [
    ['lines', 'L'],
    ['void', 'X'],
  ],
  inWork: [
    ['lines', 'L'],
    ['void', 'X'],
  ],
  ready: [
    ['lines', 'L'],
    ['survey', 'S'],
    ['void', 'X'],
  ],
  left: [
    ['lines', 'L'],
    ['survey', 'S'],
    ['void', 'X'],
  ],
};

/** What the letters do on a chosen card of a step. */
export const actionOfKey = (step: BoardStep, letter: string): CardAction | null =>
  actionsOf[step].find(([, key]) => key === letter)?.[0] ?? null;

/** Only the cards that something happens to are drawn again: a move on a day of 200 visits touches two or three. */
const Card = memo((props: CardProps) => {
  const { id, step, chosen, tab, booking, visit, onChoose, onAct, onDrag } = props;
  const { t } = useTranslation();
  const next = nextStep[step];
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('text/plain', id);
    event.dataTransfer.effectAllowed = 'move';
    onDrag(id);
  };
  return (
    <li
      className={chosen ? `${css['item']} ${css['chosen']}` : css['item']}
      draggable
      onDragStart={onDragStart}
      onDragEnd={() => onDrag(null)}
    >
      <button
        type="button"
        className={css['card']}
        data-card={id}
        tabIndex={tab ? 0 : -1}
        aria-current={chosen}
        onFocus={() => onChoose(id)}
        onClick={(event) => event.currentTarget.focus()}
        onDoubleClick={() => onAct('open', id)}
      >
        {booking && <BookingFace booking={booking} />}
        {visit && (
          <VisitFace
            visit={visit}
            longWaitMinutes={props.longWaitMinutes}
            today={props.today}
            timeZone={props.timeZone}
          />
        )}
      </button>
      {chosen && (
        <span className={css['cardActions']}>
          {next && (
            <button type="button" tabIndex={-1} className={css['onward']} onClick={() => onAct('on', id)}>
              {t(`board.on.${next}`)}
              <KeyHint keys="M" />
            </button>
          )}
          {actionsOf[step].map(([action, key]) => (
            <button type="button" tabIndex={-1} key={action} onClick={() => onAct(action, id)}>
              {t(`board.do.${action}`)}
              <KeyHint keys={key} />
            </button>
          ))}
        </span>
      )}
    </li>
  );
});
Card.displayName = 'Card';

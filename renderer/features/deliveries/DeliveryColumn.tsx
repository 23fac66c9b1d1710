import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import board from '../board/board.module.css';
import { type CardAction, DeliveryCard } from './DeliveryCard.tsx';
import type { Delivery, Step } from './shapes.ts';

export interface DeliveryColumnProps {
  readonly step: Step;
  readonly rows: readonly Delivery[];
  readonly chosenId: string | null;
  /** the card that Tab reaches */
  readonly tabId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAct: (action: CardAction, id: string) => void;
  readonly onDrag: (id: string | null) => void;
  readonly onDropHere: (step: Step) => void;
  /** while a card is dragged: may it come here */
  readonly takes: boolean | null;
}

/** One step with its cars, those due first on top. */
export const DeliveryColumn = memo((props: DeliveryColumnProps) => {
  const { step, rows, chosenId, tabId, takes, onChoose, onAct, onDrag, onDropHere } = props;
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const className = [
    board['column'],
    over && takes === true ? board['takes'] : '',
    takes === false ? board['refuses'] : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <section
      className={className}
      aria-label={t('deliveries.columnOf', { step: t(`deliveries.step.${step}`), count: rows.length })}
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
      <h2 className={board['columnHead']}>
        {t(`deliveries.step.${step}`)} <span className={board['count']}>{rows.length}</span>
      </h2>
      <ul className={board['cards']}>
        {rows.map((row) => (
          <DeliveryCard
            key={row.id}
            row={row}
            chosen={row.id === chosenId}
            tab={row.id === tabId}
            onChoose={onChoose}
            onAct={onAct}
            onDrag={onDrag}
          />
        ))}
        {rows.length === 0 && <li className={board['none']}>{t(`deliveries.none.${step}`)}</li>}
      </ul>
    </section>
  );
});
DeliveryColumn.displayName = 'DeliveryColumn';

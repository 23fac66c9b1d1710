import { type DragEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { stepAfter } from '../../../db/domain/deliveries/steps.ts';
import { clockNow } from '../../lib/clock.ts';
import { dayOf, daysBetween } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CalendarIcon, CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import board from '../board/board.module.css';
import { momentShort } from '../complaints/momentShort.ts';
import css from './deliveries.module.css';
import { carWords, markWords, plannedWords } from './deliveryWords.ts';
import type { Delivery } from './shapes.ts';

export type CardAction = 'on' | 'back' | 'open' | 'edit';

export interface DeliveryCardProps {
  readonly row: Delivery;
  readonly chosen: boolean;
  /** the card that Tab reaches */
  readonly tab: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAct: (action: CardAction, id: string) => void;
  readonly onDrag: (id: string | null) => void;
}

/** One car on its way to its owner, with what can be done while it is chosen. */
export const DeliveryCard = memo(({ row, chosen, tab, onChoose, onAct, onDrag }: DeliveryCardProps) => {
  const { t } = useTranslation();
  const { id, step } = row;
  const next = stepAfter(step);
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('text/plain', id);
    event.dataTransfer.effectAllowed = 'move';
    onDrag(id);
  };
  return (
    <li
      className={chosen ? `${board['item']} ${board['chosen']}` : board['item']}
      draggable={next !== null}
      onDragStart={onDragStart}
      onDragEnd={() => onDrag(null)}
    >
      <button
        type="button"
        className={board['card']}
        data-card={id}
        tabIndex={tab ? 0 : -1}
        aria-current={chosen}
        onFocus={() => onChoose(id)}
        onClick={(event) => event.currentTarget.focus()}
        onDoubleClick={() => onAct('open', id)}
      >
        <Face row={row} />
      </button>
      {chosen && (
        <span className={board['cardActions']}>
          {next && next !== 'inspection' && (
            <button type="button" tabIndex={-1} className={board['onward']} onClick={() => onAct('on', id)}>
              {t(`deliveries.goesOn.${next}`)}
              <KeyHint keys="M" />
            </button>
          )}
          <button type="button" tabIndex={-1} onClick={() => onAct('open', id)}>
            {t('deliveries.openCard')}
            <KeyHint keys="Enter" />
          </button>
        </span>
      )}
    </li>
  );
});
DeliveryCard.displayName = 'DeliveryCard';

const Face = ({ row }: { readonly row: Delivery }) => {
  const { t } = useTranslation();
  const today = useToday();
  const { name, checks, photos } = row;
  return (
    <>
      <span className={board['cardHead']}>
        <strong className={board['cardName']}>{name}</strong>
        <span className="quiet small">{markWords(row, t)}</span>
      </span>
      <span className={board['cardLine']}>{carWords(row, t)}</span>
      <span className={board['cardChips']}>
        <Due row={row} today={today} />
        <span className={css['facts']}>
          <span className={checks.done === checks.of ? css['allDone'] : undefined}>
            <CheckIcon size={13} />
            <span aria-hidden="true">{t('deliveries.card.checks', checks)}</span>
            <span className="heard-only">{t('deliveries.card.checksOf', checks)}</span>
          </span>
          {photos > 0 && (
            <span>
              <span aria-hidden="true">{t('deliveries.card.photos', { count: photos })}</span>
              <span className="heard-only">{t('deliveries.card.photosOf', { count: photos })}</span>
            </span>
          )}
          {row.adviserName && <span>{row.adviserName}</span>}
          <Stands row={row} today={today} />
        </span>
      </span>
    </>
  );
};

/** When it is to be delivered, or was. */
const Due = ({ row, today }: { readonly row: Delivery; readonly today: string }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { plannedDay, deliveredAt } = row;
  if (deliveredAt !== null) {
    return (
      <Chip tone="green" icon={<CheckIcon size={13} />}>
        {t('deliveries.card.delivered', { moment: momentShort(deliveredAt, today, timeZone, t) })}
      </Chip>
    );
  }
  const when = plannedWords(row, today);
  if (plannedDay === null || when === null) return <Chip>{t('deliveries.card.noDay')}</Chip>;
  if (row.late) {
    return (
      <Chip tone="red" icon={<WarningIcon size={13} />}>
        {t('deliveries.card.late', { count: daysBetween(plannedDay, today) })}
      </Chip>
    );
  }
  const soon = daysBetween(today, plannedDay) <= 1;
  return (
    <Chip tone={soon ? 'amber' : 'plain'} icon={<CalendarIcon size={13} />}>
      {t('deliveries.card.planned', { when })}
    </Chip>
  );
};

/** How long nothing went on. */
const Stands = ({ row, today }: { readonly row: Delivery; readonly today: string }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  if (row.deliveredAt !== null) return null;
  const days = daysBetween(dayOf(Math.min(row.stepAt, clockNow()), timeZone), today);
  if (days < 2) return null;
  return (
    <span title={t('deliveries.card.standsOf', { count: days })}>
      <span aria-hidden="true">{t('deliveries.card.stands', { count: days })}</span>
      <span className="heard-only">{t('deliveries.card.standsOf', { count: days })}</span>
    </span>
  );
};

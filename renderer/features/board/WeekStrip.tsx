import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../db/domain/day.ts';
import { day as dayWords } from '../../lib/formats.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { BackIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import css from './bookings.module.css';

interface DayFigures {
  readonly day: string;
  readonly booked: number;
  readonly arrived: number;
  readonly noShow: number;
}

export interface WeekStripProps {
  readonly days: readonly string[];
  readonly figures: readonly DayFigures[];
  readonly chosen: string;
  readonly today: string;
  readonly onChoose: (day: string) => void;
}

/** Seven days with their bookings; left and right go on by a day, across the week's ends too. */
export const WeekStrip = ({ days, figures, chosen, today, onChoose }: WeekStripProps) => {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    onChoose(addDays(chosen, by));
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-current=date]')?.focus());
  };
  return (
    <ControlGroup className={css['week']} label={t('appointments.week')} ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={css['turn']}
        aria-label={t('appointments.weekBefore')}
        onClick={() => onChoose(addDays(chosen, -7))}
      >
        <BackIcon />
      </button>
      {days.map((day) => {
        const one = figures.find((found) => found.day === day);
        const count = (one?.booked ?? 0) + (one?.arrived ?? 0);
        return (
          <button
            type="button"
            key={day}
            className={day === chosen ? `${css['weekDay']} ${css['current']}` : css['weekDay']}
            {...(day === chosen ? { 'aria-current': 'date' as const } : {})}
            onClick={() => onChoose(day)}
          >
            <span className={css['weekName']}>{dayWords(day).slice(5)}</span>
            <span className={count > 0 ? css['weekCount'] : 'quiet'}>
              {count > 0 ? t('appointments.count', { count }) : '—'}
            </span>
            {(one?.noShow ?? 0) > 0 && (
              <span className={css['weekGone']}>{t('appointments.noShowCount', { count: one?.noShow ?? 0 })}</span>
            )}
          </button>
        );
      })}
      <button
        type="button"
        className={css['turn']}
        aria-label={t('appointments.weekAfter')}
        onClick={() => onChoose(addDays(chosen, 7))}
      >
        <ChevronRightIcon />
      </button>
      {chosen !== today && (
        <button type="button" className={css['toToday']} onClick={() => onChoose(today)}>
          {t('common.days.today')}
        </button>
      )}
    </ControlGroup>
  );
};

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { day as dayWords } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CalendarIcon, PlusIcon, WarningIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { BookingList } from './BookingList.tsx';
import { BookingPanel } from './BookingPanel.tsx';
import type { Booking } from './bookingDraft.ts';
import css from './bookings.module.css';
import { CancelPanel } from './CancelPanel.tsx';
import { LoadBar } from './LoadBar.tsx';
import { WeekStrip } from './WeekStrip.tsx';
import { dayIn, weekOf } from './week.ts';

type Open =
  | { readonly kind: 'edit'; readonly booking: Booking | null }
  | { readonly kind: 'cancel'; readonly booking: Booking };

/** 预约: a week at a glance, one day in full, and how much of it each adviser has taken. */
const BookingsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const client = useQueryClient();
  const today = useToday();
  const day = dayIn(useQueryValue('day'), today);
  const adviserId = useQueryValue('adviser');
  const [open, setOpen] = useState<Open | null>(null);
  const week = weekOf(day, today);
  const { data, error, refetch } = useQuery({
    ...orpc.appointments.ofRange.queryOptions({ input: { fromDay: week[0] ?? day, toDay: week[6] ?? day } }),
    placeholderData: keepPreviousData,
  });

  const show = (nextDay: string, nextAdviser: string | null): void => {
    const values = new URLSearchParams({ day: nextDay, ...(nextAdviser ? { adviser: nextAdviser } : {}) });
    go(`/bookings?${values.toString()}`, { replace: true });
  };
  useHotkeys({
    B: () => setOpen({ kind: 'edit', booking: null }),
    'Alt+B': () => setOpen({ kind: 'edit', booking: null }),
  });

  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: orpc.appointments.key() });
    void client.invalidateQueries({ queryKey: orpc.board.key() });
  };
  const tryTo = async (perform: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await perform();
      void notifyUndoable(done, t);
    } catch (failure) {
      notify(errorText(failure, t), { tone: 'amber' });
    }
    refresh();
  };
  const notCome = (booking: Booking): Promise<void> =>
    tryTo(
      () => api.appointments.noShow({ id: booking.id, version: booking.version, requestId: newRequestId() }),
      t('appointments.noShowDone', { name: booking.name, count: booking.noShows + 1 }),
    );
  const reopen = (booking: Booking): Promise<void> =>
    tryTo(
      () => api.appointments.reopen({ id: booking.id, version: booking.version, requestId: newRequestId() }),
      t('appointments.reopened', { name: booking.name }),
    );

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const ofDay = data.rows.filter((row) => row.day === day);
  const rows = adviserId ? ofDay.filter((row) => (row.adviserId ?? 'nobody') === adviserId) : ofDay;
  const load = data.load.filter((one) => one.day === day);
  const figures = data.days.find((one) => one.day === day);
  return (
    <div className={css['bookings']}>
      <WeekStrip
        days={week}
        figures={data.days}
        chosen={day}
        today={today}
        onChoose={(next) => show(next, adviserId)}
      />
      <div className={css['day']}>
        <Panel
          flush
          scrolls
          title={dayWords(day)}
          aside={
            <>
              {day === today && <Chip tone="brand">{t('common.days.today')}</Chip>}
              <Chip>{t('appointments.count', { count: (figures?.booked ?? 0) + (figures?.arrived ?? 0) })}</Chip>
              {(figures?.noShow ?? 0) > 0 && (
                <Chip tone="amber" icon={<WarningIcon size={14} />}>
                  {t('appointments.noShowCount', { count: figures?.noShow ?? 0 })}
                </Chip>
              )}
            </>
          }
          actions={
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('appointments.new')}
              keys="B"
              onClick={() => setOpen({ kind: 'edit', booking: null })}
            />
          }
        >
          {rows.length === 0 ? (
            <EmptyState icon={<CalendarIcon size={32} />} title={t('appointments.none')}>
              {t('appointments.noneText')}
            </EmptyState>
          ) : (
            <BookingList
              rows={rows}
              today={today}
              onEdit={(booking) => setOpen({ kind: 'edit', booking })}
              onCancel={(booking) => setOpen({ kind: 'cancel', booking })}
              onNoShow={(booking) => void notCome(booking)}
              onReopen={(booking) => void reopen(booking)}
            />
          )}
        </Panel>
        <Panel scrolls title={t('appointments.load')}>
          {load.length === 0 ? (
            <p className="quiet">{t('appointments.noLoad')}</p>
          ) : (
            <ul>
              {load.map((one) => {
                const key = one.adviserId ?? 'nobody';
                return (
                  <li key={key}>
                    <button
                      type="button"
                      className={css['loadButton']}
                      aria-pressed={adviserId === key}
                      onClick={() => show(day, adviserId === key ? null : key)}
                    >
                      <LoadBar load={one} />
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
        </Panel>
      </div>
      {open?.kind === 'edit' && (
        <BookingPanel key={open.booking?.id ?? 'new'} booking={open.booking} day={day} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'cancel' && <CancelPanel booking={open.booking} onClose={() => setOpen(null)} />}
    </div>
  );
};

export default BookingsScreen;

import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, plate, timeOf } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CakeIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import css from './board.module.css';
import { type BookingCard, type VisitCard, waitTone } from './boardMoves.ts';
import { minutesText } from './minutesText.ts';

/** What a card on the board says of a booking: when, who, which car, what for. */
export const BookingFace = memo(({ booking }: { readonly booking: BookingCard }) => {
  const { t } = useTranslation();
  return (
    <>
      <span className={css['cardHead']}>
        <strong className={css['time']}>{booking.time}</strong>
        <span className={css['cardName']}>{booking.plate === null ? booking.name : plate(booking.plate)}</span>
      </span>
      <span className={css['cardLine']}>
        {[booking.plate === null ? null : booking.name, booking.series, booking.adviserName]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={css['cardChips']}>
        {booking.lateMinutes > 0 && (
          <Chip tone={booking.lateMinutes >= 30 ? 'red' : 'amber'} icon={<ClockIcon size={13} />}>
            {t('board.late', { time: minutesText(booking.lateMinutes, t) })}
          </Chip>
        )}
        <Chip>{t(`appointments.wishKind.${booking.wishKind}`)}</Chip>
        {booking.customerId === null && <Chip>{t('board.stranger')}</Chip>}
        <Marks openRecalls={booking.openRecalls} birthday={booking.birthday} />
        {booking.noShows > 0 && (
          <Chip tone="amber" icon={<WarningIcon size={13} />}>
            {t('board.noShows', { count: booking.noShows })}
          </Chip>
        )}
        {booking.wish && <span className={css['cardLine']}>{booking.wish}</span>}
      </span>
    </>
  );
});
BookingFace.displayName = 'BookingFace';

/** What a card on the board says of a visit: which car, who, how long they wait. */
export const VisitFace = memo(
  ({
    visit,
    longWaitMinutes,
    today,
    timeZone,
  }: {
    readonly visit: VisitCard;
    readonly longWaitMinutes: number;
    readonly today: string;
    readonly timeZone: string;
  }) => {
    const { t } = useTranslation();
    const stayed = visit.day !== today;
    return (
      <>
        <span className={css['cardHead']}>
          <strong className={css['cardName']}>{visit.plate === null ? t('board.noPlate') : plate(visit.plate)}</strong>
          <Wait visit={visit} limit={longWaitMinutes} timeZone={timeZone} />
        </span>
        <span className={css['cardLine']}>
          {[visit.customerName, visit.series, visit.adviser].filter(Boolean).join(' · ')}
        </span>
        <span className={css['cardChips']}>
          {stayed && (
            <Chip tone="amber" icon={<WarningIcon size={13} />}>
              {t('board.stayed', { day: visit.day.slice(5) })}
            </Chip>
          )}
          {visit.bookedTime !== null && <Chip>{t('board.bookedAt', { time: visit.bookedTime })}</Chip>}
          <Marks openRecalls={visit.openRecalls} birthday={visit.birthday} />
          {visit.lineCount > 0 ? (
            <Chip tone="green">{t('board.received', { amount: money(visit.amountFen) })}</Chip>
          ) : (
            (visit.step === 'ready' || visit.step === 'left') && <Chip tone="amber">{t('board.noLines')}</Chip>
          )}
        </span>
      </>
    );
  },
);
VisitFace.displayName = 'VisitFace';

const Marks = ({ openRecalls, birthday }: { readonly openRecalls: number; readonly birthday: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      {openRecalls > 0 && (
        <Chip tone="red" icon={<WarningIcon size={13} />}>
          {t('board.recall', { count: openRecalls })}
        </Chip>
      )}
      {birthday && (
        <Chip tone="brand" icon={<CakeIcon size={13} />}>
          {t('board.birthday')}
        </Chip>
      )}
    </>
  );
};

const Wait = ({
  visit,
  limit,
  timeZone,
}: {
  readonly visit: VisitCard;
  readonly limit: number;
  readonly timeZone: string;
}) => {
  const { t } = useTranslation();
  const { waitingMinutes, waiting } = visit;
  if (visit.step === 'left') {
    return <span className="quiet small">{visit.leftAt !== null && timeOf(visit.leftAt, timeZone)}</span>;
  }
  const words = minutesText(waitingMinutes, t);
  if (!waiting) return <span className="quiet small">{t('board.waited', { time: words })}</span>;
  const tone = waitTone(waitingMinutes, limit);
  return (
    <Chip tone={tone} icon={tone === 'red' ? <WarningIcon size={13} /> : <ClockIcon size={13} />}>
      {t(tone === 'red' ? 'board.waitsLong' : 'board.waits', { time: words })}
    </Chip>
  );
};

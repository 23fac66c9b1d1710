import { useTranslation } from 'react-i18next';
import type { Answer, api } from '../../lib/api.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import css from './bookings.module.css';

export type Load = Answer<typeof api.appointments.ofRange>['load'][number];

/** One adviser's day: how many bookings, how many of their minutes are taken. */
export const LoadBar = ({ load }: { readonly load: Load }) => {
  const { t } = useTranslation();
  const name = load.adviserName ?? t('appointments.nobody');
  const share = load.capacityMinutes ? Math.min(1, load.minutes / load.capacityMinutes) : 0;
  const tone = load.full ? 'red' : share >= 0.8 ? 'amber' : 'brand';
  return (
    <div className={css['load']}>
      <span className={css['loadHead']}>
        <strong>{name}</strong>
        <span className="quiet">{t('appointments.count', { count: load.bookings })}</span>
        {load.full && (
          <Chip tone="red" icon={<WarningIcon size={13} />}>
            {t('appointments.full')}
          </Chip>
        )}
        <span className={css['loadMinutes']}>
          {load.capacityMinutes === null
            ? t('appointments.minutesOnly', { minutes: load.minutes })
            : t('appointments.minutesOf', { minutes: load.minutes, capacity: load.capacityMinutes })}
        </span>
      </span>
      {load.capacityMinutes !== null && (
        <span className={css['track']} aria-hidden="true">
          <span className={`${css['fill']} ${css[tone]}`} style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </div>
  );
};

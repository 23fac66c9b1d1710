import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { day } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CalendarIcon, WarningIcon } from '../../ui/icons.tsx';
import css from './bookings.module.css';

/** When this customer is next expected, and how often they did not come; nothing where neither is. */
export const CustomerBookings = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.appointments.ofCustomer.queryOptions({ input: { customerId } }));
  if (!data || (!data.next && data.noShows === 0)) return null;
  const { next, noShows } = data;
  return (
    <p className={css['ofCustomer']}>
      {next && (
        <Chip tone="brand" icon={<CalendarIcon size={14} />} onPress={() => go(`/bookings?day=${next.day}`)}>
          {t('appointments.next', { when: `${day(next.day)} ${next.time}` })} ·{' '}
          {t(`appointments.wishKind.${next.wishKind}`)}
        </Chip>
      )}
      {noShows > 0 && (
        <Chip tone="amber" icon={<WarningIcon size={14} />}>
          {t('appointments.ofCustomer', { count: noShows })}
        </Chip>
      )}
    </p>
  );
};

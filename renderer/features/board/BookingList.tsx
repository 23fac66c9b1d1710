import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { CheckIcon, CloseIcon, WarningIcon } from '../../ui/icons.tsx';
import type { Booking } from './bookingDraft.ts';
import css from './bookings.module.css';

export interface BookingListProps {
  readonly rows: readonly Booking[];
  readonly today: string;
  readonly onEdit: (booking: Booking) => void;
  readonly onCancel: (booking: Booking) => void;
  readonly onNoShow: (booking: Booking) => void;
  readonly onReopen: (booking: Booking) => void;
}

/** The bookings of one day by time. */
export const BookingList = ({ rows, today, onEdit, onCancel, onNoShow, onReopen }: BookingListProps) => {
  const { t } = useTranslation();
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col" className={css['timeColumn']}>
            {t('appointments.time')}
          </th>
          <th scope="col" className={css['whoColumn']}>
            {t('appointments.who')}
          </th>
          <th scope="col" className={css['vehicleColumn']}>
            {t('appointments.vehicle')}
          </th>
          <th scope="col">{t('appointments.wish')}</th>
          <th scope="col" className={css['adviserColumn']}>
            {t('appointments.adviser')}
          </th>
          <th scope="col" className={css['stateColumn']}>
            {t('appointments.stateLabel')}
          </th>
          <th scope="col" className={css['toolsColumn']}>
            <span className="heard-only">{t('appointments.tools')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.state === 'cancelled' || row.state === 'noShow' ? css['off'] : ''}>
            <td>
              <strong>{row.time}</strong> <span className="quiet small">{t('board.minutes', { n: row.minutes })}</span>
            </td>
            <td>
              {row.customerId ? (
                <Link to="/customers/$id" params={{ id: row.customerId }}>
                  {row.name}
                </Link>
              ) : (
                <>
                  {row.name} <Chip>{t('board.stranger')}</Chip>
                </>
              )}{' '}
              {!row.customerId && <span className="quiet small">{row.phoneMasked}</span>}
              {row.noShows > 0 && (
                <>
                  {' '}
                  <Chip tone="amber" icon={<WarningIcon size={13} />}>
                    {t('board.noShows', { count: row.noShows })}
                  </Chip>
                </>
              )}
            </td>
            <td>
              {row.plate && plate(row.plate)}{' '}
              {row.openRecalls > 0 && (
                <Chip tone="red" icon={<WarningIcon size={13} />}>
                  {t('board.recall', { count: row.openRecalls })}
                </Chip>
              )}{' '}
              <span className="quiet">{row.series}</span>
            </td>
            <td title={row.wish ?? ''}>
              {t(`appointments.wishKind.${row.wishKind}`)} <span className="quiet">{row.wish}</span>
            </td>
            <td>{row.adviserName ?? <span className="quiet">{t('appointments.nobody')}</span>}</td>
            <td>
              <State row={row} />
            </td>
            <td className={css['tools']}>
              {row.state === 'booked' && (
                <>
                  <Button size="small" onClick={() => onEdit(row)}>
                    {t('board.do.edit')}
                  </Button>
                  {row.day <= today && (
                    <Button size="small" onClick={() => onNoShow(row)}>
                      {t('board.do.noShow')}
                    </Button>
                  )}
                  <Button size="small" onClick={() => onCancel(row)}>
                    {t('board.do.cancel')}
                  </Button>
                </>
              )}
              {(row.state === 'cancelled' || row.state === 'noShow') && (
                <Button size="small" onClick={() => onReopen(row)}>
                  {t('appointments.reopen')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const tones: Readonly<Record<Booking['state'], ChipTone>> = {
  booked: 'brand',
  arrived: 'green',
  cancelled: 'plain',
  noShow: 'amber',
};
const icons = {
  booked: null,
  arrived: <CheckIcon size={13} />,
  cancelled: <CloseIcon size={13} />,
  noShow: <WarningIcon size={13} />,
};

const State = ({ row }: { readonly row: Booking }) => {
  const { t } = useTranslation();
  return (
    <Chip tone={tones[row.state]} icon={icons[row.state]} title={row.cancelReason ?? ''}>
      {t(`appointments.state.${row.state}`)}
    </Chip>
  );
};

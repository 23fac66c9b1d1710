import { useTranslation } from 'react-i18next';
import { daysBetween, daysLeft } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx';

export interface ValidThroughProps {
  /** the last usable day; null: without end */
  readonly day: string | null;
  readonly today: string;
}

/** so many days ahead the end is soon */
const soonDays = 60;

/** 2027-03-14 · 还有 12 天: how long a card holds, amber when soon, red when past. */
export const ValidThrough = ({ day, today }: ValidThroughProps) => {
  const { t } = useTranslation();
  if (day === null) return <span className="quiet">{t('members.noEnd')}</span>;
  const days = daysBetween(today, day);
  if (days > soonDays) return <>{day}</>;
  return (
    <>
      {day}{' '}
      <Chip
        tone={days < 0 ? 'red' : 'amber'}
        icon={days < 0 ? <WarningIcon size={13} /> : <ClockIcon size={13} />}
        title={t(days < 0 ? 'members.state.expired' : 'members.expiresSoon')}
      >
        {daysLeft(days)}
      </Chip>
    </>
  );
};

import { useTranslation } from 'react-i18next';
import { dayOf } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import type { Promised } from './shapes.ts';
import { useMoment } from './useMoment.ts';

/** Till when an open promise is to be kept: red once it is over, amber on the day. */
export const PromiseDue = ({ promise }: { readonly promise: Pick<Promised, 'dueAt' | 'overdue'> }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const today = useToday();
  const timeZone = useTimeZone();
  if (promise.overdue) {
    return (
      <Chip tone="red" icon={<WarningIcon size={13} />}>
        {t('complaints.promise.overdue', { moment: moment(promise.dueAt) })}
      </Chip>
    );
  }
  const soon = dayOf(promise.dueAt, timeZone) === today;
  return (
    <Chip tone={soon ? 'amber' : 'plain'} icon={<ClockIcon size={13} />}>
      {t('complaints.promise.due', { moment: moment(promise.dueAt) })}
    </Chip>
  );
};

import { useTranslation } from 'react-i18next';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChatIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import { useMoment } from './useMoment.ts';

/** On the 10-second strip: a complaint that is not closed, in red, and what was promised and is not kept yet. */
export const CareChips = ({
  page: { openComplaints, lastPromise },
}: {
  readonly page: Pick<CustomerPage, 'openComplaints' | 'lastPromise'>;
}) => {
  const { t } = useTranslation();
  const go = useGo();
  const moment = useMoment();
  const [first] = openComplaints;
  return (
    <>
      {first && (
        <Chip
          tone="red"
          icon={first.late ? <WarningIcon size={14} /> : <ChatIcon size={14} />}
          title={first.title}
          onPress={() => go(`/complaints/${first.id}`)}
        >
          {t(first.late ? 'complaints.strip.late' : 'complaints.strip.open', { number: first.number })}
        </Chip>
      )}
      {openComplaints.length > 1 && (
        <Chip tone="red" onPress={() => go(`/complaints/${openComplaints[1]?.id ?? ''}`)}>
          {t('complaints.strip.more', { count: openComplaints.length - 1 })}
        </Chip>
      )}
      {lastPromise && (
        <Chip
          tone={lastPromise.overdue ? 'red' : 'amber'}
          icon={lastPromise.overdue ? <WarningIcon size={14} /> : <ClockIcon size={14} />}
          title={t(lastPromise.overdue ? 'complaints.strip.promiseOverdue' : 'complaints.strip.promiseDue', {
            moment: moment(lastPromise.dueAt),
          })}
        >
          {lastPromise.text} ·{' '}
          {t(lastPromise.overdue ? 'complaints.strip.promiseOverdue' : 'complaints.strip.promiseDue', {
            moment: moment(lastPromise.dueAt),
          })}
        </Chip>
      )}
    </>
  );
};

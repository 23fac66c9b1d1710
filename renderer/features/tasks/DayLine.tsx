import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { dayOf, dayShort, timeOf } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import { dueOf, labelsOf, urgencyTone } from './reasonWords.ts';
import type { CallRow } from './shapes.ts';
import own from './tasks.module.css';
import type { DayRow } from './useDay.ts';

export interface DayLineProps {
  readonly row: DayRow;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One customer: name and term, which car, everything that is due. */
export const DayLine = ({ row, current, onOpen }: DayLineProps) => {
  const { t } = useTranslation();
  return (
    <li>
      <button
        type="button"
        className={css['line']}
        data-late={row.urgency === 'overdue' && !('reason' in row)}
        aria-current={current}
        onClick={onOpen}
      >
        <span className={css['lineHead']}>
          <span className={own['who']}>
            <strong>{row.name}</strong>
            {row.tierName && <Chip tone={tierTone(row.tierName)}>{row.tierName}</Chip>}
          </span>
          {'reason' in row ? <Chip>{t(`tasks.leftOut.short.${row.reason}`)}</Chip> : <TermChip row={row} />}
        </span>
        <span className={css['lineWho']}>
          <LineWords row={row} />
        </span>
        <span className={own['reasons']}>
          {row.reasons.map((reason) => (
            <Chip key={reason.taskId} tone={reason.purpose === 'duty' ? 'brand' : 'plain'}>
              {reason.ruleName}
            </Chip>
          ))}
        </span>
      </button>
    </li>
  );
};

/** 应在 11-20 18:00 前 in red, 今天 18:00 前 in amber; where the day ends with it, 今天内. */
export const TermChip = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const today = useToday();
  const timeZone = useTimeZone();
  const due = dueOf(row);
  const overdue = row.urgency === 'overdue';
  // a term that ends with a day is that day's
  const day = timeOf(due, timeZone) === '00:00' ? dayOf(due - 1, timeZone) : null;
  const tone = day === today && !overdue ? 'amber' : urgencyTone(row.urgency);
  const words =
    day === null
      ? t(overdue ? 'tasks.row.overdue' : 'tasks.row.due', { moment: moment(due) })
      : t(overdue ? 'tasks.row.overdueDay' : 'tasks.row.dueDay', {
          day: day === today ? t('common.days.today') : dayShort(day, today),
        });
  return (
    <Chip
      tone={tone}
      icon={tone === 'red' ? <WarningIcon size={13} /> : tone === 'amber' ? <ClockIcon size={13} /> : undefined}
    >
      {words}
    </Chip>
  );
};

/** 京A·3K927 · 第 2 次 · 宜 18:00 后 */
const LineWords = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const parts = [
    labelsOf(row),
    row.tries > 0 ? t('tasks.row.tries', { count: row.tries + 1 }) : null,
    row.nextAt === null ? null : t('tasks.row.next', { moment: moment(row.nextAt) }),
    row.channel === 'call' && row.phoneMasked === null ? t('tasks.row.noPhone') : null,
  ].filter(Boolean);
  return (
    <>
      {parts.join(' · ')}
      {row.contactHours && !row.suitsNow && (
        <span className={own['hours']}>
          <ClockIcon size={12} /> {t('tasks.row.hours', { hours: row.contactHours })}
        </span>
      )}
    </>
  );
};

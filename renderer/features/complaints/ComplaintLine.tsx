import { useTranslation } from 'react-i18next';
import { dayOf, dayShort, plate } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import css from '../../ui/listDetail.module.css';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { rowClock } from './clockWords.ts';
import type { ComplaintRow } from './shapes.ts';

export interface ComplaintLineProps {
  readonly row: ComplaintRow;
  readonly current: boolean;
  readonly warnPercent: number;
  readonly onOpen: () => void;
}

/** One complaint of the list: number and clock, title, who · department · owner. */
export const ComplaintLine = ({ row, current, warnPercent, onOpen }: ComplaintLineProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const clock = rowClock(row, warnPercent, t);
  const who = [row.name ?? t('complaints.nameless'), row.plate && plate(row.plate)].filter(Boolean).join(' ');
  const askedLater = row.step === 'done' && !row.breached && row.askBackDay !== null && row.askBackDay > today;
  const words =
    row.closedAt !== null
      ? t('complaints.row.closedOn', { day: dayShort(dayOf(row.closedAt, timeZone), today) })
      : askedLater
        ? t('complaints.row.askBackFrom', { day: dayShort(row.askBackDay ?? '', today) })
        : clock.words;
  return (
    <li>
      <button
        type="button"
        className={css['line']}
        data-late={clock.tone === 'red'}
        aria-current={current}
        onClick={onOpen}
      >
        <span className={css['lineHead']}>
          <strong>{row.number}</strong>
          <Chip tone={clock.tone} icon={<ToneIcon tone={clock.tone} />}>
            {words}
          </Chip>
        </span>
        <span className={css['lineTitle']}>{row.title}</span>
        <span className={css['lineWho']}>
          {[who, row.departmentName ?? row.categoryName, row.ownerName ?? t('complaints.ownerless')].join(' · ')}
        </span>
      </button>
    </li>
  );
};

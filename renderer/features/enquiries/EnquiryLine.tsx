import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { clockNow } from '../../lib/clock.ts';
import { dayOf, dayShort, plate } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import css from '../../ui/listDetail.module.css';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { momentShort } from '../complaints/momentShort.ts';
import { spanWords } from '../complaints/spanWords.ts';
import type { EnquiryRow } from './shapes.ts';

export interface EnquiryLineProps {
  readonly row: EnquiryRow;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One enquiry of the list: number and term, the question, who · topic · expert. */
export const EnquiryLine = ({ row, current, onOpen }: EnquiryLineProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { tone, words } = termOf(row, today, timeZone, t);
  const who = [row.name ?? t('enquiries.nameless'), row.plate && plate(row.plate)].filter(Boolean).join(' ');
  return (
    <li>
      <button type="button" className={css['line']} data-late={row.overdue} aria-current={current} onClick={onOpen}>
        <span className={css['lineHead']}>
          <strong>{row.number}</strong>
          <Chip tone={tone} icon={<ToneIcon tone={tone} />}>
            {words}
          </Chip>
        </span>
        <span className={css['lineTitle']}>{row.question}</span>
        <span className={css['lineWho']}>
          {[who, t(`enquiries.topic.${row.topic}`), row.expertName].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
};

/** Red: overdue; amber: with a term that runs; green: answered. */
const termOf = (
  row: EnquiryRow,
  today: string,
  timeZone: string,
  t: TFunction,
): { readonly tone: ChipTone; readonly words: string } => {
  if (row.closedAt !== null) {
    return {
      tone: 'plain',
      words: t('enquiries.row.closedOn', { day: dayShort(dayOf(row.closedAt, timeZone), today) }),
    };
  }
  if (row.state === 'answered') return { tone: 'green', words: t('enquiries.row.answered') };
  if (row.overdue) {
    return {
      tone: 'red',
      words: t('enquiries.row.overdue', { span: spanWords(clockNow() - row.dueAt, t, { days: true }) }),
    };
  }
  return { tone: 'amber', words: t('enquiries.row.due', { moment: momentShort(row.dueAt, today, timeZone, t) }) };
};

import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import css from '../../ui/listDetail.module.css';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import type { Sheet } from './shapes.ts';

export interface SheetLineProps {
  readonly sheet: Sheet;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One sheet of the list: what it is and how much of it waits, for which day, who printed it. */
export const SheetLine = ({ sheet, current, onOpen }: SheetLineProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const tone = sheet.open > 0 ? 'amber' : 'green';
  return (
    <li>
      <button type="button" className={css['line']} aria-current={current} onClick={onOpen}>
        <span className={css['lineHead']}>
          <strong>{t(`paper.kind.${sheet.kind}`)}</strong>
          <Chip tone={tone} icon={<ToneIcon tone={tone} />}>
            {sheet.open > 0 ? t('paper.list.open', { count: sheet.open, all: sheet.rows }) : t('paper.list.done')}
          </Chip>
        </span>
        <span className={css['lineTitle']}>
          {[
            sheet.questionnaire,
            t(sheet.kind === 'signIn' ? 'paper.list.forDay' : 'paper.list.ofDay', { day: sheet.day }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={css['lineWho']}>
          {t('paper.list.printed', { moment: moment(sheet.at), name: sheet.byName })}
        </span>
      </button>
    </li>
  );
};

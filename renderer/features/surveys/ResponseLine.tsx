import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import css from '../../ui/listDetail.module.css';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { scoresWords } from './scoreWords.ts';
import type { ResponseRow } from './shapes.ts';
import { stateOf } from './stateOf.ts';

export interface ResponseLineProps {
  readonly row: ResponseRow;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** Somebody's answers in the list: who and whether they wait, the scores, what was said, when and how. */
export const ResponseLine = ({ row, current, onOpen }: ResponseLineProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { tone, words } = stateOf(row, t);
  const who = [row.name ?? t('surveys.nameless'), row.plate && plate(row.plate)].filter(Boolean).join(' ');
  const scores = scoresWords(row, t);
  return (
    <li>
      <button type="button" className={css['line']} data-late={row.waits} aria-current={current} onClick={onOpen}>
        <span className={css['lineHead']}>
          <strong>{who}</strong>
          {words && (
            <Chip tone={tone} icon={<ToneIcon tone={tone} />}>
              {words}
            </Chip>
          )}
        </span>
        <span className={css['lineTitle']}>{[scores, row.words].filter(Boolean).join(' · ') || row.questionnaire}</span>
        <span className={css['lineWho']}>
          {[row.questionnaire, t(`surveys.channel.${row.channel}`), moment(row.at)].join(' · ')}
        </span>
      </button>
    </li>
  );
};

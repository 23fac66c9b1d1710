import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import detail from '../complaints/detail.module.css';
import { HistoryPart } from './HistoryPart.tsx';
import { labelOf, occasionWords } from './reasonWords.ts';
import type { CallInfo, LeftOutReason } from './shapes.ts';
import css from './tasks.module.css';
import type { DayRow } from './useDay.ts';
import { WhyNot } from './WhyNot.tsx';

export interface LeftOutPageProps {
  readonly customerId: string;
  readonly info: CallInfo;
  readonly reason: LeftOutReason;
  /** as the list has it; null where the address was opened without */
  readonly row: DayRow | null;
}

/** Somebody for whom something is due and who is not called: why, what it would be about, and what can be done. */
export const LeftOutPage = ({ customerId, info, reason, row }: LeftOutPageProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const open = (): void => go(`/customers/${customerId}`);
  useScreenDeeds({ 'tasks.open': open });
  return (
    <article className={css['call']} aria-label={row?.name ?? t('tasks.leftOut.title')}>
      <header className={`panel ${detail['head']}`}>
        <div className={detail['headLine']}>
          <h2 className={detail['title']}>{row?.name ?? t('tasks.leftOut.title')}</h2>
          <Chip>{t(`tasks.leftOut.short.${reason}`)}</Chip>
          <span className={detail['headActions']}>
            <ActionButton label={t('tasks.head.open')} keys="O" onClick={open} />
          </span>
        </div>
        <WhyNot customerId={customerId} nextAt={row?.nextAt ?? null} reason={reason} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={detail['reads']} data-reads aria-label={t('tasks.whole')} tabIndex={0}>
        <div className={css['columns']}>
          <Panel flush title={t('tasks.leftOut.due')}>
            {(row?.reasons ?? []).map((one) => (
              <div key={one.taskId} className={`${css['block']} ${css['blockHead']}`}>
                <strong>{one.ruleName}</strong>
                <Chip>{t(`tasks.purpose.${one.purpose}`)}</Chip>
                <span>{[labelOf(one), occasionWords(one, today, t)].filter(Boolean).join(' · ')}</span>
              </div>
            ))}
          </Panel>
          <HistoryPart history={info.history} />
        </div>
      </section>
    </article>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import css from './plan.module.css';
import { mileageWords, paceWords, planRowWords, severeWords } from './planWords.ts';
import panel from './sidePanel.module.css';

export interface PlanPartProps {
  readonly vehicleId: string;
  /** by which a button elsewhere leads here */
  readonly id: string;
}

/** 贴身服务计划 of a vehicle on file: what is due when, and a button that prints it. */
export const PlanPart = ({ vehicleId, id }: PlanPartProps) => {
  const { t } = useTranslation();
  const { print, progress } = usePrint();
  const read = useQuery(orpc.vehicles.plan.queryOptions({ input: { vehicleId } }));
  const plan = read.data;
  const send = (): void => {
    if (plan) void print({ document: 'servicePlan', vehicleId }, { handedOver: t('plan.handedOver') });
  };
  useHotkeys({ 'Ctrl+P': send }, { inDialog: true });
  return (
    <section id={id} className={panel['part']} aria-label={t('plan.title')}>
      <div className={css['head']}>
        <h3>{t('plan.title')}</h3>
        <ActionButton
          label={t('plan.print')}
          keys="Ctrl+P"
          loading={progress !== null}
          disabled={!plan}
          onClick={send}
        />
      </div>
      {read.error !== null && (
        <p role="alert" className={panel['failed']}>
          {errorText(read.error, t, 'read')}
        </p>
      )}
      {plan && (
        <>
          <p className="quiet small">
            {[mileageWords(plan, t), paceWords(plan, t), severeWords(plan, t)].filter(Boolean).join(' · ')}
          </p>
          {plan.rows.length === 0 && <p className="quiet">{t('plan.none', { day: plan.untilDay })}</p>}
          <ul className={panel['rows']}>
            {plan.rows.map((row) => (
              <li key={`${row.day} ${row.kind}`} className={css['row']}>
                <span>{row.day}</span>
                <span className={css['what']}>
                  {row.late && <Chip tone="amber">{t('plan.late')}</Chip>} {planRowWords(row, t)}
                </span>
                <span className="quiet small">{row.km === null ? '' : t('plan.km', { km: number(row.km) })}</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('plan.rule')}</p>
        </>
      )}
    </section>
  );
};

import { useTranslation } from 'react-i18next';
import css from './detail.module.css';
import { type ComplaintPage, type Step, steps } from './shapes.ts';
import { useMoment } from './useMoment.ts';

/** 受理 · 响应 · 调查 · 方案 · 认可 · 完成 · 回访 · 归档, each with when it was reached in this round. */
export const StepLine = ({ step, reached }: { readonly step: Step; readonly reached: ComplaintPage['reached'] }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const now = steps.indexOf(step);
  return (
    <ol className={css['steps']} aria-label={t('complaints.steps')}>
      {steps.map((one, index) => {
        const at = reached.find((reach) => reach.step === one)?.at;
        const state = index < now ? 'past' : index === now ? 'now' : 'ahead';
        return (
          <li key={one} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <span className={css['stepName']}>{t(`complaints.step.${one}`)}</span>
            {index <= now && at !== undefined && <span className={css['stepAt']}>{moment(at)}</span>}
          </li>
        );
      })}
    </ol>
  );
};

import { useTranslation } from 'react-i18next';
import { deliverySteps } from '../../../db/domain/deliveries/steps.ts';
import { useMoment } from '../complaints/useMoment.ts';
import css from './deliveries.module.css';
import type { DeliveryPage } from './shapes.ts';

/** The way of a car in five steps: those behind it with the moment of each. */
export const StepLine = ({ delivery }: { readonly delivery: Pick<DeliveryPage, 'step' | 'history'> }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const now = deliverySteps.indexOf(delivery.step);
  return (
    <ol className={css['steps']} aria-label={t('deliveries.columns')}>
      {deliverySteps.map((step, at) => {
        // the latest comes first
        const came = at <= now ? delivery.history.find((one) => one.step === step) : undefined;
        return (
          <li
            key={step}
            data-state={at < now ? 'past' : at === now ? 'now' : 'next'}
            {...(at === now ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={css['stepName']}>{t(`deliveries.step.${step}`)}</span>
            <span className={css['stepAt']}>{came ? moment(came.at) : ' '}</span>
          </li>
        );
      })}
    </ol>
  );
};

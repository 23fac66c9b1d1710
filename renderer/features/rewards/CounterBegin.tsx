import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CardIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './counter.module.css';

const steps = ['scan', 'choose', 'redeem', 'voucher'] as const;

/** Nobody at the counter: how it goes. */
export const CounterBegin = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Panel className={css['whole'] ?? ''}>
      <EmptyState icon={<CardIcon size={48} />} title={t('rewards.counter.begin')}>
        {t('rewards.counter.beginText')}
      </EmptyState>
      <ol className={css['steps']}>
        {steps.map((step) => (
          <li key={step}>{t(`rewards.counter.step.${step}`)}</li>
        ))}
      </ol>
      <p className={css['beginLinks']}>
        <Button onClick={() => go('/rewards')}>{t('rewards.catalogue.title')}</Button>
        <Button onClick={() => go('/vouchers')}>{t('rewards.voucher.title')}</Button>
      </p>
    </Panel>
  );
};

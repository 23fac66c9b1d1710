import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { cardNumber, day, number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './counter.module.css';
import type { CounterCard } from './shapes.ts';

/** Whose card lies on the counter, and what there is to spend. */
export const CardPanel = ({ card }: { readonly card: CounterCard }) => {
  const { t } = useTranslation();
  const go = useGo();
  const lapsing =
    card.lapsing > 0 && card.lapseDay !== null
      ? t('rewards.counter.lapsing', { n: number(card.lapsing), day: day(card.lapseDay) })
      : null;
  return (
    <Panel className={css['card'] ?? ''}>
      <h2 className={css['holder']}>{card.holder}</h2>
      <p className={css['chips']}>
        <Chip tone={tierTone(card.tier)}>{card.tierName}</Chip>
        {card.role === 'supplementary' && <Chip>{t('rewards.counter.supplementary')}</Chip>}
      </p>
      <p className={css['number']}>{cardNumber(card.number)}</p>
      <dl className={css['figures']}>
        <dt>{t('rewards.counter.usable')}</dt>
        <dd className={css['balance']}>{number(card.redeemable)}</dd>
      </dl>
      <p className={lapsing ? css['lapsing'] : 'quiet small'}>
        {lapsing ? <Chip tone="amber">{lapsing}</Chip> : t('rewards.counter.noLapse')}
      </p>
      {card.debt > 0 && (
        <p>
          <Chip tone="red" icon={<WarningIcon size={13} />}>
            {t('rewards.counter.debt', { n: number(card.debt) })}
          </Chip>
        </p>
      )}
      <p className="quiet small">
        {card.validThrough === null
          ? t('rewards.counter.noEnd')
          : t('rewards.counter.through', { day: day(card.validThrough) })}
      </p>
      {card.eligibleFor && (
        <p>
          <Chip tone="green" icon={<CheckIcon size={13} />}>
            {t('rewards.counter.eligible', { tier: card.eligibleFor.tierName })}
          </Chip>
        </p>
      )}
      <p className={css['links']}>
        <Button size="small" onClick={() => go(`/customers/${card.customerId}`)}>
          {t('rewards.counter.openCustomer')}
        </Button>
        <Button size="small" onClick={() => go(`/members/${card.membershipId}`)}>
          {t('rewards.counter.toCard')}
        </Button>
      </p>
    </Panel>
  );
};

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { day, number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './counter.module.css';
import type { DoneRedemption } from './useCounter.ts';

export interface RedeemDoneProps {
  readonly done: DoneRedemption;
  readonly onPrint: (vouchers: DoneRedemption['redeemed']['vouchers']) => void;
  readonly onNext: () => void;
}

/** What was redeemed: the codes, the slip, and on to the next; whose card is scanned meanwhile is next. */
export const RedeemDone = ({ done, onPrint, onNext }: RedeemDoneProps) => {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  const { card, reward, count, redeemed, handedOver } = done;
  const over = handedOver || reward.kind === 'donation';
  const slip = (): void => onPrint(redeemed.vouchers);
  useHotkeys({ P: slip });
  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-next]')?.focus(), []);
  return (
    <Panel className={css['whole'] ?? ''}>
      <div ref={panel} className={css['done']}>
        <div role="status">
          <h2>
            <CheckIcon size={30} /> {t('rewards.counter.done')}
          </h2>
        </div>
        <p>
          {t('rewards.counter.doneFor', {
            name: card.holder,
            points: number(redeemed.points),
            reward: reward.name,
            count,
            left: number(redeemed.redeemable),
          })}
        </p>
        {reward.kind === 'donation' && <p>{t('rewards.counter.donated', { cause: reward.cause ?? reward.name })}</p>}
        {handedOver && <p>{t('rewards.counter.handed')}</p>}
        <ul className={css['codes']} aria-label={t('rewards.counter.codes')}>
          {redeemed.vouchers.map((voucher) => (
            <li key={voucher.id}>
              <strong className={css['code']}>{voucher.code}</strong>
              {!over && (
                <span className="quiet">{t('rewards.counter.usableUntil', { day: day(voucher.lastDay) })}</span>
              )}
            </li>
          ))}
        </ul>
        <p className={css['doneButtons']}>
          <ActionButton label={t('rewards.counter.print')} size="large" keys="P" onClick={slip} />
          <ActionButton
            type="primary"
            size="large"
            data-next
            label={t('rewards.counter.next')}
            keys="Enter"
            onClick={onNext}
          />
        </p>
      </div>
    </Panel>
  );
};

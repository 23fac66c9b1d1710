import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useBack, useGo, useQueryValue } from '../../lib/place.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PersonIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CardAtCounter, type CardAtCounterProps } from './CardAtCounter.tsx';
import { CounterBegin } from './CounterBegin.tsx';
import css from './counter.module.css';
import { RedeemDone } from './RedeemDone.tsx';
import { ScanField } from './ScanField.tsx';
import { type Counter, type OnCounter, useCounter } from './useCounter.ts';
import { type SlipVoucher, usePrintSlip } from './usePrintSlip.ts';
import { VoucherAtCounter } from './VoucherAtCounter.tsx';

/** 兑换台: a queue of people, one after the other. Every scan is the counter's, whatever lies on it. */
const RedeemScreen = () => {
  const { t } = useTranslation();
  const back = useBack('/');
  const counter = useCounter();
  // here and not beside the result: the next card does not stop a slip that is being laid out
  const print = usePrintSlip();
  const field = useRef<HTMLDivElement>(null);
  const { on, turn, finish } = counter;
  const idle = on.kind === 'nobody';
  const forget = useAsked(counter);
  const look = (text: string): void => {
    forget();
    counter.look(text);
  };
  const clear = (): void => {
    forget();
    counter.clear();
  };

  useScanTaker('any', (text) => {
    look(text);
    return true;
  });
  useHotkeys({ Escape: () => (idle ? back() : clear()) });
  useEffect(() => {
    if (idle && turn >= 0) field.current?.querySelector('input')?.focus();
  }, [idle, turn]);

  return (
    <div className={css['counter']}>
      <h1 className="heard-only">{t('rewards.counter.title')}</h1>
      <ScanField
        ref={field}
        turn={turn}
        onCode={look}
        onNobodysCard={(id, name) => {
          forget();
          counter.noMember(id, name);
        }}
      />
      <On
        key={turn}
        on={on}
        onNext={clear}
        onPrint={print}
        onDone={(done) => {
          if (finish(turn, done)) return;
          notify(
            t('rewards.counter.doneMeanwhile', {
              name: done.card.holder,
              reward: done.reward.name,
              count: number(done.count),
            }),
            { tone: 'green' },
          );
        }}
      />
    </div>
  );
};

export default RedeemScreen;

interface OnProps {
  readonly on: OnCounter;
  readonly onNext: () => void;
  readonly onPrint: (vouchers: readonly SlipVoucher[]) => void;
  readonly onDone: CardAtCounterProps['onDone'];
}

const On = ({ on, onNext, onPrint, onDone }: OnProps) => {
  const { t } = useTranslation();
  const go = useGo();
  switch (on.kind) {
    case 'nobody':
      return <CounterBegin />;
    case 'card':
      return <CardAtCounter card={on.card} onDone={onDone} />;
    case 'voucher':
      return <VoucherAtCounter code={on.code} onNext={onNext} />;
    case 'done':
      return <RedeemDone done={on.done} onPrint={onPrint} onNext={onNext} />;
    case 'noMember':
      return (
        <Panel className={css['whole'] ?? ''}>
          <EmptyState
            icon={<PersonIcon size={36} />}
            title={t('rewards.counter.noCard', { name: on.name })}
            actions={
              <Button type="primary" onClick={() => go(`/customers/${on.id}?do=join`)}>
                {t('rewards.counter.join')}
              </Button>
            }
          />
        </Panel>
      );
  }
};

/**
 * Opened for somebody, `?customer=ID`, or with something in the hand, `?code=V…`: looked up once. The address keeps it until something
 * else lies on the counter, so that a page that is drawn anew shows the same; gives what forgets it.
 */
const useAsked = ({ look, noMember }: Counter): (() => void) => {
  const go = useGo();
  const code = useQueryValue('code');
  const customerId = useQueryValue('customer');
  const seen = useRef<string | null>(null);
  const { data } = useQuery({
    ...orpc.customers.get.queryOptions({ input: { id: customerId ?? '' } }),
    enabled: customerId !== null,
  });
  useEffect(() => {
    if (code === null || seen.current === code) return;
    seen.current = code;
    look(code);
  }, [code, look]);
  useEffect(() => {
    if (customerId === null || seen.current === customerId || data?.customer.id !== customerId) return;
    seen.current = customerId;
    if (data.card) look(data.card.number);
    else noMember(customerId, data.customer.name);
  }, [customerId, data, look, noMember]);
  return () => {
    if (code !== null || customerId !== null) go('/redeem', { replace: true });
  };
};

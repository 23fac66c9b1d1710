import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CounterProblem } from './CounterProblem.tsx';
import css from './counter.module.css';
import { VoucherFacts } from './VoucherFacts.tsx';

export interface VoucherAtCounterProps {
  /** as scanned or typed */
  readonly code: string;
  readonly onNext: () => void;
}

/** 核销: a voucher that a customer brings; Enter uses it up. */
export const VoucherAtCounter = ({ code, onNext }: VoucherAtCounterProps) => {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(orpc.vouchers.get.queryOptions({ input: { code }, staleTime: 0 }));
  const use = useSave(api.vouchers.use, { stale: [orpc.vouchers.key(), orpc.rewards.key()] });
  const known = data !== undefined;
  const used = use.isSuccess;
  // Enter does what comes next: use it, then go on
  useEffect(() => {
    if (known) panel.current?.querySelector<HTMLElement>(used ? '[data-next]' : '[data-use], [data-next]')?.focus();
  }, [known, used]);
  if (!data) return error ? <CounterProblem error={error} onRetry={() => void refetch()} /> : <Loading />;
  const usable = data.state === 'active' && !used;
  return (
    <Panel className={css['whole'] ?? ''} title={t('rewards.voucher.panelTitle', { code: data.code })}>
      <div ref={panel} className={css['voucher']}>
        {used && (
          <div role="status">
            <h2 className={css['used']}>
              <CheckIcon size={26} /> {t('rewards.counter.used')}
            </h2>
          </div>
        )}
        <VoucherFacts voucher={data} quiet={used} />
        {use.error !== null && (
          <p role="alert" className={css['failed']}>
            {errorText(use.error, t)}
          </p>
        )}
        <p className={css['doneButtons']}>
          {usable && (
            <ActionButton
              type="primary"
              size="large"
              data-use
              label={t('rewards.counter.use')}
              keys="Enter"
              loading={use.isPending}
              onClick={() => use.mutate({ code: data.code })}
            />
          )}
          <ActionButton
            size="large"
            data-next
            label={t('rewards.counter.next')}
            keys={usable ? 'Esc' : 'Enter'}
            onClick={onNext}
          />
        </p>
      </div>
    </Panel>
  );
};

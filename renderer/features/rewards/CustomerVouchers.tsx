import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PlusIcon, TagIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { worthWords } from './rewardWords.ts';
import type { Voucher } from './shapes.ts';
import { VoucherPanel } from './VoucherPanel.tsx';
import { VoucherState } from './VoucherState.tsx';
import css from './voucher.module.css';

export interface CustomerVouchersProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** to give one */
  readonly onGrant: () => void;
  readonly onClose: () => void;
}

/** A customer's vouchers, those that can be used first; one opens to its facts. */
export const CustomerVouchers = ({ customer, onGrant, onClose }: CustomerVouchersProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(
    orpc.vouchers.ofCustomer.queryOptions({ input: { customerId: customer.id } }),
  );
  const rows = data?.rows.toSorted((a, b) => Number(b.state === 'active') - Number(a.state === 'active')) ?? [];
  return (
    <>
      <SidePanel
        title={t('rewards.voucher.listTitle', { name: customer.name })}
        onClose={onClose}
        foot={
          <Button type="primary" icon={<PlusIcon size={16} />} onClick={onGrant}>
            {t('rewards.grant.open')}
          </Button>
        }
      >
        {!data ? (
          error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : rows.length === 0 ? (
          <EmptyState icon={<TagIcon size={32} />} title={t('rewards.voucher.noneOf')}>
            {t('rewards.voucher.emptyText')}
          </EmptyState>
        ) : (
          <ul className={css['list']}>
            {rows.map((row) => (
              <Line key={row.id} row={row} onOpen={() => setCode(row.code)} />
            ))}
          </ul>
        )}
      </SidePanel>
      {code && <VoucherPanel key={code} code={code} onClose={() => setCode(null)} />}
    </>
  );
};

const Line = ({ row, onOpen }: { readonly row: Voucher; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  return (
    <li className={row.state === 'active' ? undefined : css['ended']}>
      <Button type="link" size="small" className={css['code'] ?? ''} onClick={onOpen}>
        {row.code}
      </Button>
      <strong>{row.name}</strong>
      <span className="quiet small">
        {[worthWords(row, t), t(`rewards.voucher.origin.${row.origin}`)].filter(Boolean).join(' · ')}
      </span>
      <span className={css['end']}>
        <span className="quiet small">{row.lastDay}</span>
        <VoucherState state={row.state} />
      </span>
    </li>
  );
};

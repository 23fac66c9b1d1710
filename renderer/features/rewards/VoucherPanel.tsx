import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import type { Voucher } from './shapes.ts';
import { usePrintSlip } from './usePrintSlip.ts';
import { VoucherFacts } from './VoucherFacts.tsx';

export interface VoucherPanelProps {
  readonly code: string;
  readonly onClose: () => void;
}

/** One voucher: what it is, its use (核销), its end. */
export const VoucherPanel = ({ code, onClose }: VoucherPanelProps) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.vouchers.get.queryOptions({ input: { code } }));
  if (data) return <Known voucher={data} onClose={onClose} />;
  return (
    <SidePanel title={t('rewards.voucher.title')} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </SidePanel>
  );
};

const Known = ({ voucher, onClose }: { readonly voucher: Voucher; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const print = usePrintSlip();
  const { id, code, version, state } = voucher;
  const stale = [orpc.vouchers.key(), orpc.rewards.key(), orpc.points.key(), orpc.members.key()];
  const use = useSave(api.vouchers.use, {
    stale,
    onDone: () => notify(t('rewards.voucher.usedSaid', { code }), { tone: 'green' }),
  });
  const end = useSave(api.vouchers.void, {
    stale,
    onDone: ({ returned, lapsed }) => {
      const values = { code, n: number(returned), lapsed: number(lapsed) };
      notify(
        t(
          lapsed > 0
            ? 'rewards.voucher.voidedLapsed'
            : returned > 0
              ? 'rewards.voucher.voidedReturned'
              : 'rewards.voucher.voided',
          values,
        ),
        { tone: lapsed > 0 ? 'amber' : 'green' },
      );
    },
  });
  const open = state === 'active' || state === 'expired';
  return (
    <SidePanel
      title={t('rewards.voucher.panelTitle', { code })}
      sub={voucher.customerName}
      onClose={onClose}
      foot={
        <>
          {open && (
            <ReasonLine
              open={t('rewards.voucher.void')}
              label={t('rewards.voucher.voidReason')}
              text={t('rewards.voucher.voidText')}
              confirm={t('rewards.voucher.voidConfirm')}
              busy={end.isPending}
              error={end.error ? errorText(end.error, t) : undefined}
              onConfirm={(reason) => end.mutate({ id, version, reason })}
            />
          )}
          {use.error !== null && (
            <span role="alert" className={css['failed']}>
              {errorText(use.error, t)}
            </span>
          )}
          <Button className={css['spacer'] ?? ''} onClick={() => print([voucher])}>
            {t('rewards.voucher.print')}
          </Button>
          {state === 'active' && (
            <Button type="primary" loading={use.isPending} onClick={() => use.mutate({ code })}>
              {t('rewards.voucher.use')}
            </Button>
          )}
        </>
      }
    >
      <VoucherFacts voucher={voucher} />
    </SidePanel>
  );
};

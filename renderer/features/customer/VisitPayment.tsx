import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { momentOf } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useStoreSettings, useTimeZone } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import css from './customer.module.css';
import { refusalText } from './refusal.ts';
import type { VisitFacts } from './shapes.ts';

/** What paid for a visit: the vouchers it used up, and, where points wait for it, whether it is paid (付款确认). */
export const VisitPayment = ({ visit }: { readonly visit: VisitFacts }) => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.vouchers.ofCustomer.queryOptions({ input: { customerId: visit.customerId } }));
  const used = data?.rows.filter((voucher) => voucher.visitId === visit.id) ?? [];
  const whenPaid = useStoreSettings()?.values.pointsTerms.whenPaid ?? false;
  return (
    <>
      {used.length > 0 && (
        <p className={css['facts']}>
          {t('rewards.visit.usedVouchers', {
            list: used.map(({ name, code }) => `${name} ${code}`).join(t('customer.listSeparator')),
          })}
        </p>
      )}
      {!visit.void && (whenPaid || visit.paidAt !== null) && <Paid visit={visit} />}
    </>
  );
};

const Paid = ({ visit }: { readonly visit: VisitFacts }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const paid = visit.paidAt !== null;
  const set = useSave(api.points.setPaid, {
    stale: [orpc.visits.key(), orpc.points.key(), orpc.members.key(), orpc.customers.get.key()],
    onDone: () => notify(t(paid ? 'rewards.visit.unsetPaidDone' : 'rewards.visit.setPaidDone'), { tone: 'green' }),
  });
  return (
    <p className={css['facts']}>
      <span>
        {visit.paidAt === null
          ? t('rewards.visit.unpaid')
          : t('rewards.visit.paidOn', { time: momentOf(visit.paidAt, timeZone) })}
      </span>
      <Button
        size="small"
        type={paid ? 'text' : 'primary'}
        loading={set.isPending}
        onClick={() => set.mutate({ visitId: visit.id, version: visit.version, paid: !paid })}
      >
        {t(paid ? 'rewards.visit.unsetPaid' : 'rewards.visit.setPaid')}
      </Button>
      {set.error !== null && (
        <span role="alert" className={css['danger']}>
          {refusalText(set.error, t)}
        </span>
      )}
    </p>
  );
};

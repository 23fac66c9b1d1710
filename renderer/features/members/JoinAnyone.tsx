import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { JoinPanel } from './JoinPanel.tsx';

export interface JoinAnyoneProps {
  /** null: still to be found */
  readonly customerId: string | null;
  readonly onClose: () => void;
}

/** 入会 from 会员: whoever stands at the desk is found first, then the form; 下一位 begins again. */
export const JoinAnyone = ({ customerId, onClose }: JoinAnyoneProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const found = useQuery(
    orpc.customers.get.queryOptions({ input: { id: customerId ?? '' }, enabled: customerId !== null }),
  );
  if (customerId === null) {
    return (
      <SidePanel title={t('members.join.title')} onClose={onClose}>
        <FormField label={t('members.join.who')} help={t('members.join.whoHelp')}>
          <CustomerFinder
            label={t('members.join.who')}
            onHit={({ id }) => go(`/members?do=join&customer=${id}`, { replace: true })}
            nobody={t('members.join.nobody')}
            onNobody={(typed) => go(`/customers/new?paste=${encodeURIComponent(typed)}`)}
          />
        </FormField>
        <p className={css['part']}>
          <ActionButton label={t('customers.new')} keys="Alt+N" onClick={() => go('/customers/new')} />
        </p>
      </SidePanel>
    );
  }
  if (found.data) return <JoinPanel customer={found.data.customer} onClose={onClose} />;
  return (
    <SidePanel title={t('members.join.title')} onClose={onClose}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
    </SidePanel>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { RenewPanel } from './RenewPanel.tsx';
import type { Person } from './shapes.ts';
import { UpgradePanel } from './UpgradePanel.tsx';

export interface CustomerMembershipProps {
  readonly customer: Person;
  /** the number of the card that they hold; null for who is no member */
  readonly card: string | null;
  readonly what: 'card' | 'renew' | 'upgrade';
  readonly onClose: () => void;
  readonly onOpen: (what: string) => void;
}

/** The customer's membership from their own page: its card's page, or a form over this one; who has none may join. */
export const CustomerMembership = ({ customer, card, what, onClose, onOpen }: CustomerMembershipProps) => {
  const { t } = useTranslation();
  const go = useGo();
  // by the card, for a membership that ran out is still one to be renewed
  const { data, error, refetch } = useQuery(
    orpc.members.atCounter.queryOptions({ input: { card: card ?? '' }, enabled: card !== null }),
  );
  const id = data?.membershipId;
  useEffect(() => {
    if (what !== 'card' || !id) return;
    // Back leads to the customer, not to what leads here again
    go(`/customers/${customer.id}`, { replace: true });
    go(`/members/${id}`);
  }, [what, id, go, customer.id]);
  if (id && what === 'renew') return <RenewPanel id={id} onClose={onClose} />;
  if (id && what === 'upgrade') return <UpgradePanel id={id} onClose={onClose} />;
  if (id) return null;
  return (
    <SidePanel title={t(`members.actions.${what}`)} sub={customer.name} onClose={onClose}>
      {card === null ? (
        <>
          <p>{t('members.noMember', { name: customer.name })}</p>
          <p className={css['part']}>
            <ActionButton type="primary" label={t('members.actions.join')} onClick={() => onOpen('join')} />
          </p>
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </SidePanel>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CardIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';

export interface PointsCustomer {
  readonly id: string;
  readonly name: string;
  /** the number of the card that they hold; null for who is no member */
  readonly card: string | null;
}

export interface PointsOwnerProps {
  readonly customer: PointsCustomer;
  readonly title: string;
  /** said where the customer is no member */
  readonly none: string;
  readonly onClose: () => void;
  readonly children: (membershipId: string) => ReactNode;
}

/** The account that a customer's card speaks for; who is no member is told so, and how to become one. */
export const PointsOwner = ({ customer, title, none, onClose, children }: PointsOwnerProps) => {
  const { t } = useTranslation();
  const go = useGo();
  // by the card: an account whose membership ran out is still one
  const { data, error, refetch } = useQuery(
    orpc.members.atCounter.queryOptions({ input: { card: customer.card ?? '' }, enabled: customer.card !== null }),
  );
  if (data) return children(data.membershipId);
  return (
    <SidePanel title={title} sub={customer.name} onClose={onClose}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : customer.card !== null ? (
        <Loading />
      ) : (
        <EmptyState
          icon={<CardIcon size={32} />}
          title={none}
          actions={
            <Button type="primary" onClick={() => go(`/customers/${customer.id}?do=join`, { replace: true })}>
              {t('rewards.counter.join')}
            </Button>
          }
        />
      )}
    </SidePanel>
  );
};

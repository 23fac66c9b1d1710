import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { JoinDone } from './JoinDone.tsx';
import { JoinForm } from './JoinForm.tsx';
import type { Person, Proposal } from './shapes.ts';

export interface JoinPanelProps {
  readonly customer: Person;
  readonly onClose: () => void;
}

export interface Joined {
  readonly membership: Answer<typeof api.members.join>;
  readonly tierName: string;
}

/** 入会 of one customer: the form, and once done the card that wants printing and whoever is next. */
export const JoinPanel = ({ customer, onClose }: JoinPanelProps) => {
  const { t } = useTranslation();
  const [joined, setJoined] = useState<Joined | null>(null);
  const [stayed, setStayed] = useState<Proposal | null>(null);
  const { data, error, refetch } = useQuery({
    ...orpc.members.proposal.queryOptions({ input: { customerId: customer.id } }),
    // what was proposed stays while it is decided upon
    enabled: joined === null && stayed === null,
    gcTime: 0,
  });
  const proposal = stayed ?? data;
  if (data && !stayed) setStayed(data);
  if (joined) return <JoinDone customer={customer} joined={joined} onClose={onClose} />;
  if (proposal?.already) return <AlreadyMember customer={customer} already={proposal.already} onClose={onClose} />;
  if (proposal) return <JoinForm customer={customer} proposal={proposal} onClose={onClose} onDone={setJoined} />;
  return (
    <SidePanel title={t('members.join.title')} sub={customer.name} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </SidePanel>
  );
};

interface AlreadyMemberProps {
  readonly customer: Person;
  readonly already: NonNullable<Proposal['already']>;
  readonly onClose: () => void;
}

const AlreadyMember = ({ customer, already, onClose }: AlreadyMemberProps) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <SidePanel title={t('members.join.title')} sub={customer.name} onClose={onClose}>
      <p>
        {already.cardNumber === null
          ? t('members.join.alreadyWithout', { name: customer.name })
          : t('members.join.already', { name: customer.name, number: already.cardNumber })}
      </p>
      <p className={css['part']}>
        <ActionButton
          type="primary"
          label={t('members.actions.card')}
          onClick={() => go(`/members/${already.membershipId}`)}
        />
      </p>
    </SidePanel>
  );
};

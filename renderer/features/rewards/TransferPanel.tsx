import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { readWhole } from '../../lib/readWhole.ts';
import { useSave } from '../../lib/useSave.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { PeopleIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { relationKinds } from '../customer/shapes.ts';
import css from '../customer/sidePanel.module.css';
import { type PointsCustomer, PointsOwner } from './PointsOwner.tsx';

type Family = Answer<typeof api.points.family>['rows'];

export interface TransferPanelProps {
  readonly customer: PointsCustomer;
  readonly onClose: () => void;
}

/** 积分转赠 between family members who each have an account of their own. */
export const TransferPanel = ({ customer, onClose }: TransferPanelProps) => {
  const { t } = useTranslation();
  return (
    <PointsOwner
      customer={customer}
      title={t('rewards.transfer.title')}
      none={t('rewards.transfer.noCard', { name: customer.name })}
      onClose={onClose}
    >
      {(membershipId) => <WithFamily customer={customer} membershipId={membershipId} onClose={onClose} />}
    </PointsOwner>
  );
};

interface OwnedProps extends TransferPanelProps {
  readonly membershipId: string;
}

const WithFamily = ({ customer, membershipId, onClose }: OwnedProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error, refetch } = useQuery(orpc.points.family.queryOptions({ input: { membershipId } }));
  if (data && data.rows.length > 0) {
    return <Form customer={customer} membershipId={membershipId} family={data.rows} onClose={onClose} />;
  }
  return (
    <SidePanel title={t('rewards.transfer.title')} sub={customer.name} onClose={onClose}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <EmptyState
          icon={<PeopleIcon size={32} />}
          title={t('rewards.transfer.noFamily')}
          actions={
            <Button type="primary" onClick={() => go(`/customers/${customer.id}?do=relations`, { replace: true })}>
              {t('rewards.transfer.toFamily')}
            </Button>
          }
        >
          {t('rewards.transfer.noFamilyText')}
        </EmptyState>
      )}
    </SidePanel>
  );
};

const most = 1_000_000_000;

const Form = ({ customer, membershipId, family, onClose }: OwnedProps & { readonly family: Family }) => {
  const { t } = useTranslation();
  const have = useQuery(orpc.members.get.queryOptions({ input: { id: membershipId } })).data?.balance.redeemable ?? 0;
  const [asked, setAsked] = useState(false);
  const [toId, setToId] = useState(family[0]?.membershipId ?? '');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const points = readWhole(typed, 1, most);
  const to = family.find((one) => one.membershipId === toId);
  const problems = {
    ...(points === null ? { points: 'whole' as const } : points > have ? { points: 'more' as const } : {}),
    ...(reason.trim() === '' ? { reason: 'required' as const } : {}),
  };
  const blocked = Object.keys(problems).length;
  const save = useSave(api.points.transfer, {
    stale: [orpc.points.key(), orpc.members.key(), orpc.customers.get.key()],
    onDone: ({ fromRedeemable }, input) => {
      notify(
        t('rewards.transfer.done', { n: number(input.points), name: to?.name ?? '', left: number(fromRedeemable) }),
        { tone: 'green' },
      );
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (blocked > 0 || points === null || !to || save.isPending) return;
    save.mutate({ fromId: membershipId, toId: to.membershipId, points, reason: reason.trim() });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const wrong = 'points' in problems && (asked || typed.trim() !== '') ? problems.points : undefined;
  const relationOf = (kind: string): string => {
    if (kind === 'sharedCard') return t('rewards.transfer.sharedCard');
    const known = relationKinds.find((one) => one === kind);
    return known ? t(`customer.relation.kind.${known}`) : kind;
  };
  return (
    <SidePanel
      title={t('rewards.transfer.title')}
      sub={customer.name}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('rewards.transfer.submit')}
          busy={save.isPending}
          error={save.error}
          blocked={asked ? blocked : 0}
          onSave={submit}
        />
      }
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        {t('rewards.transfer.text')}
      </p>
      <div className={css['grid']}>
        <FormField
          label={t('rewards.transfer.to')}
          {...(to ? { help: t('rewards.transfer.has', { n: number(to.redeemable) }) } : {})}
        >
          <SelectInput
            value={toId}
            options={family.map(
              (one) =>
                [
                  one.membershipId,
                  t('rewards.transfer.member', { relation: relationOf(one.relation), name: one.name }),
                ] as const,
            )}
            onChange={setToId}
          />
        </FormField>
        <div data-first>
          <FormField
            label={t('rewards.transfer.points')}
            required
            help={t('rewards.transfer.have', { n: number(have) })}
            {...(wrong ? { error: t(`rewards.transfer.check.${wrong}`, { n: number(have) }) } : {})}
          >
            <TextInput
              value={typed}
              inputMode="numeric"
              onChange={setTyped}
              suffix={
                <Button size="small" type="link" style={{ height: 22 }} onClick={() => setTyped(String(have))}>
                  {t('rewards.transfer.all')}
                </Button>
              }
            />
          </FormField>
        </div>
        <FormField
          label={t('rewards.transfer.reason')}
          required
          className={css['whole'] ?? ''}
          {...(asked && reason.trim() === '' ? { error: t('rewards.transfer.check.required') } : {})}
        >
          <TextInput
            value={reason}
            maxLength={200}
            placeholder={t('rewards.transfer.reasonHint')}
            onChange={setReason}
          />
        </FormField>
      </div>
    </SidePanel>
  );
};

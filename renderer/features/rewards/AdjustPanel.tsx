import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { InfoIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { checkAdjust, movesOf, needsManager, newAdjust, type PointsBalance } from './adjustDraft.ts';
import { type PointsCustomer, PointsOwner } from './PointsOwner.tsx';

export interface AdjustPanelProps {
  readonly customer: PointsCustomer;
  readonly onClose: () => void;
}

/** 积分调整, either way, with its grounds; what is above the limit waits for a manager. */
export const AdjustPanel = ({ customer, onClose }: AdjustPanelProps) => {
  const { t } = useTranslation();
  return (
    <PointsOwner
      customer={customer}
      title={t('rewards.adjust.title')}
      none={t('rewards.adjust.noCard', { name: customer.name })}
      onClose={onClose}
    >
      {(membershipId) => <Form customer={customer} membershipId={membershipId} onClose={onClose} />}
    </PointsOwner>
  );
};

const nothing: PointsBalance = { cumulative: 0, redeemable: 0 };

const Form = ({ customer, membershipId, onClose }: AdjustPanelProps & { readonly membershipId: string }) => {
  const { t } = useTranslation();
  const mayAll = useMay()(managers);
  const limit = useStoreSettings()?.values.pointsTerms.adjustLimit ?? 0;
  const balance = useQuery(orpc.members.get.queryOptions({ input: { id: membershipId } })).data?.balance ?? nothing;
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(`adjust.${customer.id}`, newAdjust);
  const { draft, change } = kept;
  const problems = checkAdjust(draft, balance);
  const moves = movesOf(draft);
  const blocked = Object.keys(problems).length;
  const after = moves && {
    cumulative: number(balance.cumulative + moves.cumulative),
    redeemable: number(balance.redeemable + moves.redeemable),
  };
  const waits = moves !== null && !mayAll && needsManager(moves, limit);
  const save = useSave(api.points.adjust, {
    stale: [orpc.points.key(), orpc.members.key(), orpc.customers.get.key(), orpc.approvals.key()],
    onDone: ({ approvalId }) => {
      kept.done();
      if (approvalId) notify(t('rewards.adjust.waiting'), { tone: 'amber' });
      else if (after) notify(t('rewards.adjust.done', after), { tone: 'green' });
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (blocked > 0 || !moves || save.isPending) return;
    save.mutate({ membershipId, ...moves, reason: draft.reason.trim() });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const said = (path: keyof typeof problems) => {
    const problem = problems[path];
    if (!problem || (!asked && (problem === 'required' || problem === 'nothing'))) return {};
    const n = number(path === 'cumulative' ? balance.cumulative : balance.redeemable);
    return { error: t(`rewards.adjust.check.${problem}`, { n }) };
  };
  return (
    <SidePanel
      title={t('rewards.adjust.title')}
      sub={customer.name}
      onClose={onClose}
      foot={
        <>
          {waits && (
            <span role="status" className="quiet small">
              <InfoIcon size={14} /> {t('rewards.adjust.waits')}
            </span>
          )}
          <SaveFoot
            label={t('rewards.adjust.submit')}
            busy={save.isPending}
            error={save.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <p style={{ marginBottom: 12 }}>
        {t('rewards.adjust.balance', {
          cumulative: number(balance.cumulative),
          redeemable: number(balance.redeemable),
        })}
      </p>
      <div className={css['grid']}>
        <FormField label={t('rewards.adjust.way')} className={css['whole'] ?? ''}>
          <SelectInput
            value={draft.way}
            options={[
              ['add', t('rewards.adjust.add')],
              ['take', t('rewards.adjust.take')],
            ]}
            onChange={(way) => change({ way })}
          />
        </FormField>
        <div data-first>
          <FormField label={t('rewards.adjust.redeemable')} {...said('redeemable')}>
            <TextInput value={draft.redeemable} inputMode="numeric" onChange={(redeemable) => change({ redeemable })} />
          </FormField>
        </div>
        <FormField
          label={t('rewards.adjust.cumulative')}
          help={t('rewards.adjust.cumulativeHelp')}
          {...said('cumulative')}
        >
          <TextInput value={draft.cumulative} inputMode="numeric" onChange={(cumulative) => change({ cumulative })} />
        </FormField>
        <FormField label={t('rewards.adjust.reason')} required className={css['whole'] ?? ''} {...said('reason')}>
          <TextInput
            value={draft.reason}
            maxLength={200}
            placeholder={t('rewards.adjust.reasonHint')}
            onChange={(reason) => change({ reason })}
          />
        </FormField>
      </div>
      {after && blocked === 0 && (
        <p role="status" style={{ marginTop: 14 }}>
          <strong>{t('rewards.adjust.after', after)}</strong>
        </p>
      )}
    </SidePanel>
  );
};

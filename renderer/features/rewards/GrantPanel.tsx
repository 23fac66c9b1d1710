import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { money } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { InfoIcon } from '../../ui/icons.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { GrantFields } from './GrantFields.tsx';
import { checkGrant, type GrantDraft, grantInputOf, newGrant } from './grantDraft.ts';

export interface GrantPanelProps {
  /** whose page it is opened from; null: chosen here */
  readonly customer: GrantDraft['customer'];
  readonly onClose: () => void;
}

/** 发券: a voucher without points, to one customer or to each of a group, with a reason on record. */
export const GrantPanel = ({ customer, onClose }: GrantPanelProps) => {
  const { t } = useTranslation();
  const mayAll = useMay()(managers);
  const limitFen = useStoreSettings()?.values.pointsTerms.voucherLimitFen ?? 0;
  const groups = useQuery(orpc.savedFilters.list.queryOptions({ input: {} })).data?.rows ?? [];
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(customer ? `grant.${customer.id}` : 'grant', newGrant(customer));
  const { draft, change } = kept;
  const problems = checkGrant(draft);
  const blocked = Object.keys(problems).length;
  const { valueFen } = grantInputOf(draft);
  const stale = [orpc.vouchers.key(), orpc.approvals.key()];
  const finish = (said: () => void): void => {
    kept.done();
    said();
    onClose();
  };
  const waits = (): void => notify(t('rewards.grant.waits'), { tone: 'amber' });
  const one = useSave(api.vouchers.grant, {
    stale,
    onDone: ({ voucher }) =>
      finish(() =>
        voucher
          ? notify(t('rewards.grant.done', { name: draft.customer?.name ?? '', code: voucher.code }), { tone: 'green' })
          : waits(),
      ),
  });
  const many = useSave(api.vouchers.grantMany, {
    stale,
    onDone: ({ granted, approvalId }) =>
      finish(() => (approvalId ? waits() : notify(t('rewards.grant.doneMany', { count: granted }), { tone: 'green' }))),
  });
  const busy = one.isPending || many.isPending;
  const submit = (): void => {
    setAsked(true);
    if (blocked > 0 || busy) return;
    const input = grantInputOf(draft);
    if (draft.to === 'group') many.mutate({ savedFilterId: draft.groupId, ...input });
    else if (draft.customer) one.mutate({ customerId: draft.customer.id, origin: draft.origin, ...input });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const group = draft.to === 'group';
  const hint =
    mayAll || limitFen === 0
      ? null
      : group
        ? t('rewards.grant.limitMany', { amount: money(limitFen) })
        : (valueFen ?? 0) > limitFen
          ? t('rewards.grant.limit', { amount: money(limitFen) })
          : null;
  return (
    <SidePanel
      title={t('rewards.grant.title')}
      {...(customer ? { sub: customer.name } : {})}
      onClose={onClose}
      foot={
        <>
          {hint && (
            <span role="status" className="quiet small">
              <InfoIcon size={14} /> {hint}
            </span>
          )}
          <SaveFoot
            label={t('rewards.grant.submit')}
            busy={busy}
            error={group ? many.error : one.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['grid']}>
        <GrantFields
          draft={draft}
          problems={problems}
          asked={asked}
          fixed={customer !== null}
          groups={groups}
          onChange={change}
        />
      </div>
    </SidePanel>
  );
};

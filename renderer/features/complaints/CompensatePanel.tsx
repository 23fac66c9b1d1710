import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { money } from '../../lib/formats.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { checkCompensation, compensationInput, newCompensation } from './compensationDraft.ts';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { useDeed } from './useDeed.ts';

const kinds = ['amount', 'points', 'voucher'] as const;

/** 补偿: money or a discount, points through the ledger, or a voucher; above the store's limit a manager decides. */
export const CompensatePanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const { complaint } = page;
  const mayAll = useMay()(managers);
  const limit = useStoreSettings()?.values.complaintTerms.compensationLimitFen;
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.compensate`,
    begin: newCompensation,
    call: api.complaints.compensate,
    said: ({ approvalId }) => t(approvalId === null ? 'complaints.compensation.said' : 'complaints.compensation.waits'),
    onClose,
  });
  const refused = fieldErrors(save.error, t);
  const problems = checkCompensation(draft);
  const blocked = Object.keys(problems).length;
  const error = (path: keyof typeof problems, field: string): string | undefined =>
    (asked && problems[path] ? t(`errors.field.${problems[path]}`) : undefined) ??
    refused[`what.${field}`] ??
    refused[field];
  const send = (): void => submit(blocked > 0 ? null : { complaintId: complaint.id, ...compensationInput(draft) });
  return (
    <DeedPanel
      title={t('complaints.compensation.newTitle')}
      sub={complaint.number}
      label={t('complaints.compensation.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <ChoiceRow
        label={t('complaints.compensation.by')}
        options={kinds.map((kind) => [kind, t(`complaints.compensation.kind.${kind}`)] as const)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className={`${css['grid3']} ${css['near']}`}>
        {draft.kind === 'amount' && (
          <FormField label={t('complaints.compensation.amount')} required error={error('amount', 'amountFen')}>
            <TextInput
              inputMode="decimal"
              maxLength={14}
              value={draft.amount}
              onChange={(amount) => change({ amount })}
            />
          </FormField>
        )}
        {draft.kind === 'points' && (
          <FormField label={t('complaints.compensation.howMany')} required error={error('points', 'points')}>
            <TextInput
              inputMode="numeric"
              maxLength={9}
              value={draft.points}
              onChange={(points) => change({ points })}
            />
          </FormField>
        )}
        {draft.kind === 'voucher' && (
          <>
            <FormField label={t('complaints.compensation.name')} required error={error('name', 'name')}>
              <TextInput maxLength={40} value={draft.name} onChange={(name) => change({ name })} />
            </FormField>
            <FormField label={t('complaints.compensation.value')} required error={error('amount', 'valueFen')}>
              <TextInput
                inputMode="decimal"
                maxLength={14}
                value={draft.amount}
                onChange={(amount) => change({ amount })}
              />
            </FormField>
            <FormField label={t('complaints.compensation.days')} required error={error('days', 'validDays')}>
              <TextInput inputMode="numeric" maxLength={4} value={draft.days} onChange={(days) => change({ days })} />
            </FormField>
          </>
        )}
      </div>
      <FormField label={t('complaints.compensation.why')} required error={error('reason', 'reason')}>
        <TextInput maxLength={300} value={draft.reason} onChange={(reason) => change({ reason })} onPressEnter={send} />
      </FormField>
      {limit !== undefined && !mayAll && (
        <p className={`quiet small ${css['near']}`}>{t('complaints.compensation.limit', { amount: money(limit) })}</p>
      )}
      {complaint.customerId === null && draft.kind !== 'amount' && (
        <p className={`quiet small ${css['near']}`}>{t('complaints.compensation.stranger')}</p>
      )}
    </DeedPanel>
  );
};
